"""What charts count: groups of readings with their size and the sentences that they stand in.

Every function here counts one kind of reading of the record, each reading once in every `part`
that it belongs to; what does not fit among the busiest actors is counted as "others", never dropped.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from framing.grouping import Counting, Item, Level, Tally, folded_pairs, tallied
from framing.naming import ARTICLE_VOICE, UNNAMED, actor_name, contester_name, holder_absent, side_name
from framing.paragraphs import numbers
from framing.tables import unanswered_rows
from framing.types import Actor, ActorKind, Analysis, Claim, Contest, Factuality, Voice

NOBODY = "no actor"
UNANSWERED = "unanswered"  # beside the kinds of contest: an allegation that its target leaves unanswered
SPEAKS, NAMED = "speaking", "named"
FORM, VERB = "form", "verb"
AUTHOR, ELSE = "author", "others"
COMMITMENT = {
    Factuality.CERTAIN: "certain",
    Factuality.CERTAINLY_NOT: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.PROBABLY_NOT: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.POSSIBLY_NOT: "possible",
    Factuality.UNDERSPECIFIED: "left open",
}


def voice(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Attributed words by holder, once by the form they are given in and once by the verb that reports them.

    Words of a claim inside another claim count for both holders.
    """
    text = analysis.article.text
    return tallied(
        (
            _of_claim(analysis, counting, claim, part, label, sum(len(span.of(text).split()) for span in claim.content))
            for claim in analysis.claims
            if claim.voice is not Voice.AUTHOR and (counting.unsure or not claim.unsure)
            for part, label in ((FORM, claim.voice), (VERB, claim.reporting))
        ),
        counting,
    )


def certainty(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Claims by holder and by how certain the text presents them."""
    return tallied(
        (
            _of_claim(analysis, counting, claim, "", COMMITMENT[claim.factuality])
            for claim in analysis.claims
            if counting.unsure or not claim.unsure
        ),
        counting,
    )


def tone(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Readings of tone toward each actor, those in the author's voice apart from those of others."""
    return tallied(
        (
            Item(
                _name(analysis, counting, item.actor),
                AUTHOR if item.holder is None else ELSE,
                item.label,
                (item.sentence,),
                _side(analysis, item.actor),
            )
            for item in analysis.tones.actors
            if counting.unsure or not item.unsure
        ),
        counting,
    )


def stance(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Readings of stance; `part` is the target."""
    return tallied(
        (
            Item(
                _name(analysis, counting, item.holder, absent=ARTICLE_VOICE),
                _name(analysis, counting, item.target),
                item.label,
                (item.sentence,),
                _side(analysis, item.holder),
                _side(analysis, item.target),
            )
            for item in analysis.stances
            if counting.unsure or not item.unsure
        ),
        counting,
        fold=("actor", "part"),
    )


def contests(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Contests by whose position is contested; `part` is who contests it, or leaves an allegation unanswered."""
    found = [
        _of_contest(analysis, counting, contest)
        for contest in analysis.contests
        if counting.unsure or not contest.unsure
    ]
    for row in unanswered_rows(analysis):
        claim = analysis.claims[row.claim]
        if counting.unsure or not claim.unsure:
            item = _of_claim(analysis, counting, claim, _name(analysis, counting, row.accused), UNANSWERED)
            found.append(item._replace(toward=_side(analysis, row.accused)))
    return tallied(folded_pairs(found, counting.rows), counting, fold=())


def frames(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Frames of the paragraphs that name an actor, each with all sentences of its paragraph."""
    named: dict[int, dict[str, int | None]] = defaultdict(dict)
    for actor, _, paragraph in _mentions(analysis):
        named[paragraph].setdefault(_name(analysis, counting, actor.id), actor.id)
    inside: dict[int, list[int]] = defaultdict(list)
    for sentence in analysis.sentences:
        inside[sentence.paragraph].append(sentence.id)
    return tallied(
        (
            Item(name, "", frame.label, tuple(inside[frame.paragraph]), _side(analysis, actor))
            for frame in analysis.frames
            if counting.unsure or not frame.unsure
            for name, actor in (named[frame.paragraph] or {NOBODY: None}).items()
        ),
        counting,
    )


def course(analysis: Analysis, counting: Counting) -> list[Tally]:
    """Along the article: the claims of each actor, and the mentions of it; `part` is the paragraph's number."""
    numbered = numbers(analysis)
    spoken = [
        _of_claim(analysis, counting, claim, str(numbered[analysis.sentences[claim.sentence].paragraph]), SPEAKS)
        for claim in analysis.claims
        if counting.unsure or not claim.unsure
    ]
    named = [
        Item(
            _name(analysis, counting, actor.id), str(numbered[paragraph]), NAMED, (sentence,), _side(analysis, actor.id)
        )
        for actor, sentence, paragraph in _mentions(analysis)
    ]
    return tallied([*spoken, *named], counting, group=("actor", "label"))


def _name(analysis: Analysis, counting: Counting, actor: int | None, *, absent: str = UNNAMED) -> str:
    named = side_name if counting.level is Level.SIDE else actor_name
    return named(analysis, actor, absent=absent)


def _side(analysis: Analysis, actor: int | None) -> str:
    return side_name(analysis, actor, absent="")


def _of_claim(analysis: Analysis, counting: Counting, claim: Claim, part: str, label: str, weight: int = 1) -> Item:
    name = _name(analysis, counting, claim.holder, absent=holder_absent(claim))
    return Item(name, part, label, (claim.sentence,), _side(analysis, claim.holder), weight=weight)


def _of_contest(analysis: Analysis, counting: Counting, contest: Contest) -> Item:
    """Whose claim it is says the claim, where the text states it; else the contest itself."""
    by = _name(analysis, counting, contest.by, absent=contester_name(analysis, contest))
    toward = _side(analysis, contest.by)
    if contest.claim is None:
        against, side = _name(analysis, counting, contest.against), _side(analysis, contest.against)
        return Item(against, by, contest.kind, (contest.sentence,), side, toward)
    item = _of_claim(analysis, counting, analysis.claims[contest.claim], by, contest.kind)
    return item._replace(sentences=(contest.sentence,), toward=toward)


def _mentions(analysis: Analysis) -> Iterator[tuple[Actor, int, int]]:
    """Each mention in the text that is read, of whoever can act: actor, sentence, paragraph."""
    starts = [sentence.start for sentence in analysis.sentences]
    for actor in analysis.actors:
        if actor.kind is not ActorKind.PLACE:
            for mention in actor.mentions:
                sentence = analysis.sentences[max(0, bisect_right(starts, mention.start) - 1)] if starts else None
                if sentence is not None and sentence.start <= mention.start < sentence.end:
                    yield actor, sentence.id, sentence.paragraph
