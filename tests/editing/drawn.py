"""Corrections as an analyst might make them on any record, sensible or not, and records to make them on."""

import tomllib
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from framing.edits import (
    AcceptClaim,
    ActorWords,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ChangeParagraph,
    ClaimWords,
    MarkOperation,
    MergeActors,
    MoveActor,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    actor_words,
    claim_words,
    contest_words,
)
from framing.types import ActorKind, Analysis, ContestKind, Factuality, ParagraphKind, Span
from tests.framing import engine

GOLD = Path(__file__).parent.parent / "gold" / "development"
TEXTS = ("a01_gelana_dam", "b04_aid_convoy", "c06_egg_recall", "d03_caracas_round", "f04_tirba_drones")


def gold_text(name: str) -> str:
    text: str = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))["text"]
    return text


@cache
def readings() -> tuple[Analysis, ...]:
    """What the engine makes of some articles; one of them with the network, so that there are tones and stances."""
    return (engine.read_networked(gold_text(TEXTS[0])), *(engine.read(gold_text(name)) for name in TEXTS[1:]))


def some_actor(analysis: Analysis) -> st.SearchStrategy[ActorWords]:
    return st.sampled_from(range(len(analysis.actors))).map(lambda actor: actor_words(analysis, actor))


def some_claim(analysis: Analysis) -> st.SearchStrategy[ClaimWords]:
    return st.sampled_from(range(len(analysis.claims))).map(lambda claim: claim_words(analysis, claim))


@st.composite
def some_words(draw: st.DrawFn, analysis: Analysis) -> Span:
    """Words of a sentence."""
    sentence = draw(st.sampled_from(analysis.sentences))
    start = draw(st.integers(sentence.start, sentence.end - 1))
    return Span(start, draw(st.integers(start + 1, sentence.end)))


@st.composite
def some_split(draw: st.DrawFn, analysis: Analysis) -> SplitActor:
    actor = draw(st.sampled_from([a for a in analysis.actors if a.mentions]))
    places = [Span(mention.start, mention.end) for mention in actor.mentions]
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True))
    side = draw(st.none() | some_actor(analysis))
    kind = draw(st.sampled_from(ActorKind))
    return SplitActor(actor_words(analysis, actor.id), tuple(chosen), draw(names()), kind, side)


def names() -> st.SearchStrategy[str]:
    return st.sampled_from(["Norvia", "the union", "Ada Moss", "  two\nlines ", ""])


def operations(analysis: Analysis) -> st.SearchStrategy[MarkOperation]:
    """Any correction of this record; some contradict it and are refused."""
    actor, words = some_actor(analysis), some_words(analysis)
    on_actors = [
        st.builds(MergeActors, actor, actor),
        st.builds(RenameActor, actor, names()),
        st.builds(MoveActor, actor, st.none() | actor),
        some_split(analysis),
    ]
    about = st.none() | (some_claim(analysis) if analysis.claims else st.none())
    contest = st.builds(
        AddContest, words, st.sampled_from(ContestKind), st.none() | actor, about, st.none() | actor, st.none() | words
    )
    return st.one_of(*on_actors, contest, *_on_claims(analysis), *_on_contests(analysis))


def _on_claims(analysis: Analysis) -> list[st.SearchStrategy[MarkOperation]]:
    if not analysis.claims:
        return []
    claim = some_claim(analysis)
    return [
        st.builds(AcceptClaim, claim),
        st.builds(RejectClaim, claim),
        st.builds(ChangeHolder, claim, st.none() | some_actor(analysis)),
        st.builds(ChangeFactuality, claim, st.sampled_from(Factuality)),
        st.builds(ChangeHedged, claim, st.booleans()),
    ]


def _on_contests(analysis: Analysis) -> list[st.SearchStrategy[MarkOperation]]:
    if not analysis.contests:
        return []
    contest = st.sampled_from(range(len(analysis.contests)))
    return [st.builds(RemoveContest, contest.map(lambda id_: contest_words(analysis, id_)))]


def paragraph_operations(analysis: Analysis) -> st.SearchStrategy[ChangeParagraph]:
    places = [Span(paragraph.start, paragraph.end) for paragraph in analysis.paragraphs]
    return st.builds(ChangeParagraph, st.sampled_from(places), st.sampled_from(ParagraphKind))
