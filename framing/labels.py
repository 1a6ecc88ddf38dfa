"""The words, letters and lines that stand for the record's labels, the same on the page and in what is taken away."""

from framing.marks import MarkKind
from framing.types import ContestKind, Factuality, HedgeKind, HedgeOwner, Reporting, Stance, Voice

FACTUALITY = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAINLY_NOT: "certainly not",
    Factuality.PROBABLY_NOT: "probably not",
    Factuality.POSSIBLY_NOT: "possibly not",
    Factuality.UNDERSPECIFIED: "left open",
}
VOICE = {
    Voice.AUTHOR: "the article’s own words",
    Voice.DIRECT: "quoted",
    Voice.INDIRECT: "paraphrased",
    Voice.MIXED: "partly quoted",
}
REPORTING = {
    Reporting.NEUTRAL: "neutral",
    Reporting.DISTANCING: "keeps a distance",
    Reporting.ENDORSING: "takes it as true",
}
CONTEST = {ContestKind.DENIES: "denies", ContestKind.DOUBTS: "doubts", ContestKind.REJECTS: "rejects"}
# What is said of an actor has no verb in the present, so that it is right of one (China) and of many (critics).
DISPUTE = {ContestKind.DENIES: "Denial", ContestKind.DOUBTS: "Doubt", ContestKind.REJECTS: "Rejection"}
TOWARD = {Stance.SUPPORTS: "supporting", Stance.NEUTRAL: "neutral toward", Stance.OPPOSES: "opposing"}
CONTESTED_BY = {
    ContestKind.DENIES: "Denied by",
    ContestKind.DOUBTS: "Doubted by",
    ContestKind.REJECTS: "Rejected by",
}
HEDGE = {
    HedgeKind.POSSIBLE: "only possible",
    HedgeKind.BELIEVED: "a belief or expectation",
    HedgeKind.REPORTED: "hearsay",
    HedgeKind.CONDITIONAL: "under a condition",
    HedgeKind.PLANNED: "only planned",
    HedgeKind.APPROXIMATE: "an approximate figure",
    HedgeKind.UNCONFIRMED: "not confirmed",
}
HEDGE_OWNER = {HedgeOwner.AUTHOR: "the article", HedgeOwner.HOLDER: "the holder of the claim"}
NOT_SURE = "not sure"
TAG = {
    MarkKind.CLAIM: "C",
    MarkKind.CONTESTED: "X",
    MarkKind.CONTEST: "D",
    MarkKind.SILENCE: "S",
    MarkKind.HEDGE: "H",
}
LEGEND = {
    MarkKind.CLAIM: "claim",
    MarkKind.CONTESTED: "contested claim",
    MarkKind.CONTEST: "denial or doubt",
    MarkKind.SILENCE: "silence",
    MarkKind.HEDGE: "hedge",
}
HEDGE_LINE = {
    HedgeKind.POSSIBLE: "wavy",
    HedgeKind.CONDITIONAL: "wavy",
    HedgeKind.BELIEVED: "dotted",
    HedgeKind.PLANNED: "dotted",
    HedgeKind.APPROXIMATE: "dotted",
    HedgeKind.REPORTED: "dashed",
    HedgeKind.UNCONFIRMED: "dashed",
}
