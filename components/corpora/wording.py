"""Words for what an article does not say, and for a day."""

from datetime import date

from components.session import questions

NO_OUTLET = "no outlet named"
NO_DAY = "no day"


def outlet_name(outlet: str | None) -> str:
    return NO_OUTLET if outlet is None else " ".join(outlet.split())


def window_name(start: date | None, window: questions.Window | None) -> str:
    if window is None:
        return "all time"
    if start is None:
        return NO_DAY
    return f"{start:%b %Y}" if window is questions.Window.MONTH else f"{start.day} {start:%b}"
