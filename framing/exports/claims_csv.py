"""One row per claim."""

from functools import partial

from framing.exports import Export, Group
from framing.exports._csv import encode
from framing.exports._rows import CLAIMS

EXPORT = Export(
    "claims_csv",
    "Claims (CSV)",
    ".claims.csv",
    "text/csv",
    partial(encode, CLAIMS),
    Group.TABLES,
    without_mark=partial(encode, CLAIMS, mark=False),
)
