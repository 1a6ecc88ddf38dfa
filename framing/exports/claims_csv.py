"""One row per claim."""

from framing.exports import Export
from framing.exports._csv import encode
from framing.exports._rows import CLAIMS
from framing.types import Analysis


def write(analysis: Analysis) -> bytes:
    return encode(CLAIMS, analysis)


EXPORT = Export("claims_csv", "Claims (CSV)", ".claims.csv", "text/csv", write)
