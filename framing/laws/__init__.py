"""What holds for every Analysis; the pipeline checks it last.

Ids, spans and references come first, so that the laws after them may follow an id without asking.
Each law looks at every record once.
"""

from framing.laws import marks, readings, structure
from framing.types import Analysis

LAWS = (*structure.LAWS, *marks.LAWS, *readings.LAWS)


def check(analysis: Analysis) -> None:
    """Pass a record that keeps every law.

    Raises:
        RecordError: the first broken law, with the place and the value.
    """
    for law in LAWS:
        law(analysis)
