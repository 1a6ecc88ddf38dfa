"""Every error that Hedgerow raises on purpose; the page and the command line catch the base class."""

QUOTED = 200  # code points of a library's own words in a message of ours


class HedgerowError(Exception):
    """The base of all errors with a message meant for the reader of the page."""

    stage = "reading"  # where it happened, in one word for a table of failures


class InputError(HedgerowError):
    """The text or file cannot be read as it stands."""

    stage = "document"


class LanguageError(InputError):
    """The text is in a language that the parser and the network were not made for."""


class FetchError(HedgerowError):
    """A page is not fetched: its address is refused, or its site gives no page."""

    stage = "fetch"


class SettingError(HedgerowError):
    """A setting of whoever started the program has a value that means nothing."""

    stage = "settings"


class LexiconError(HedgerowError):
    """A word list does not have the form that its loader expects."""

    stage = "lexicon"


class BundleError(HedgerowError):
    """Weights, tokenizer or labels are missing, altered or of another version."""

    stage = "models"


class RecordError(HedgerowError):
    """An Analysis breaks one of its own laws, or JSON does not follow the schema."""

    stage = "record"


class EditError(HedgerowError):
    """A correction cannot be made: its words no longer stand, or it contradicts the rest of the record."""

    stage = "correction"


class RunError(HedgerowError):
    """A run over many articles cannot go on: a worker is lost, or another run writes to the same folder."""

    stage = "run"


class FaultError(HedgerowError):
    """One article has brought out a fault of the program; others are read all the same."""

    stage = "fault"


class CorpusError(HedgerowError):
    """A folder holds no results that can be opened together, or a question to them means nothing."""

    stage = "corpus"


class WriteError(HedgerowError):
    """A file cannot be written: the disk is full, read-only or gone. Nothing half-written stands under its name."""

    stage = "writing"


class Cancelled(HedgerowError):
    """The reading was stopped by whoever watched it; nothing of it is kept."""

    stage = "stopped"


def told(error: HedgerowError | OSError) -> str:
    """The message for whoever started the program; of an error of the system, the file and what is wrong with it."""
    if isinstance(error, OSError) and error.strerror is not None:
        return error.strerror if error.filename is None else f"{error.filename}: {error.strerror}"
    return str(error)


def quoted(error: BaseException) -> str:
    """What a library says of broken input, as a message may quote it: one short line, of signs that can be shown."""
    words = " ".join(str(error).split()) or type(error).__name__
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words[: QUOTED + 1])
    return plain if len(plain) <= QUOTED else f"{plain[:QUOTED]}…"
