"""The intake of a page under test: whether it is open, and opening it as a click does."""

from components import session


def intake_is_open(page) -> bool:
    return page.session_state[_key(page)]


def open_intake(page) -> None:
    page.session_state[_key(page)] = True


def _key(page) -> str:
    state = page.session_state
    return session.intake_key(state[session.INTAKES] if session.INTAKES in state else 0)  # noqa: SIM401 - has no get
