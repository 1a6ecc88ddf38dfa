"""The whole record, as `framing.codec.from_json` reads it."""

from framing.codec import to_json
from framing.exports import Export
from framing.types import Analysis


def write(analysis: Analysis) -> bytes:
    return f"{to_json(analysis)}\n".encode()


EXPORT = Export("record_json", "Record (JSON)", ".json", "application/json", write)
