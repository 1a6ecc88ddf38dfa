"""Nothing is tuned to the reference article: the same relations in other countries, words and order."""

from collections.abc import Callable

import pytest

from framing.types import Act, ActorKind, Analysis, ContestKind, ParagraphKind
from tests.framing.views import called, claims, contests, hedges, mentioned, side
from tests.reference.articles import ARTICLES, BROKEN, PAIRS, SAME_RELATION, SIDES, Told

Read = Callable[..., Analysis]


def rows(check: str, wanted: Callable[[Told], list[tuple[object, ...]]]) -> list[object]:
    """One parameter per article and wanted thing; `Told.wrong` names those that fail today."""
    found = []
    for name, told in ARTICLES.items():
        for want in wanted(told):
            key = " ".join(str(part) for part in (check, *want))
            marks = [pytest.mark.xfail(strict=True, reason=told.wrong[key])] if key in told.wrong else []
            found.append(pytest.param(told.text, *want, id=f"{name}-{key}", marks=marks))
    return found


@pytest.mark.parametrize("name", ARTICLES)
def test_the_whole_article_is_read(read: Read, name: str) -> None:
    text = ARTICLES[name].text
    kinds = [p.kind for p in read(text).paragraphs if p.included]
    assert kinds == [ParagraphKind.HEADLINE] + [ParagraphKind.BODY] * text.strip().count("\n\n")


@pytest.mark.parametrize(("text", "holder"), rows("lead", lambda t: [(t.lead,)]))
def test_lead(read: Read, text: str, holder: str) -> None:
    record = read(text)
    body = next(p.id for p in record.paragraphs if p.kind is ParagraphKind.BODY)
    first = next(c for c in record.claims if record.sentences[c.sentence].paragraph >= body and c.holder is not None)
    assert called(record, first.holder, holder)


@pytest.mark.parametrize(
    ("text", "by", "kind", "against", "claim"),
    rows("dispute", lambda t: [(d.by, d.kind, d.against, d.claim) for d in t.disputes]),
)
def test_dispute(read: Read, text: str, by: str, kind: ContestKind, against: str, claim: str) -> None:
    record = read(text)
    found = list(contests(record, by=by, kind=kind, against=against, claim=claim or None))
    assert found
    assert all((c.claim is not None) == bool(claim) for c in found)
    assert all(c.claim is None or record.claims[c.claim].contested for c in found)


@pytest.mark.parametrize(("text", "expected"), rows("parties", lambda t: [({(d.by, d.kind) for d in t.disputes},)]))
def test_nobody_else_contests(read: Read, text: str, expected: set[tuple[str, ContestKind]]) -> None:
    record = read(text)
    named = [c for c in record.contests if c.by is not None]
    assert all(any(called(record, c.by, by) and c.kind is kind for by, kind in expected) for c in named)


@pytest.mark.parametrize(("text", "expected"), rows("silent", lambda t: [(t.silent,)]))
def test_silences(read: Read, text: str, expected: tuple[str, ...]) -> None:
    record = read(text)
    assert tuple(side(record, s.actor) for s in record.silences) == expected
    assert not {s.sentence for s in record.silences} & {c.sentence for c in record.contests}


@pytest.mark.parametrize(("text", "cue"), rows("hedge", lambda t: [(cue,) for cue in t.hedges]))
def test_hedge(read: Read, text: str, cue: str) -> None:
    assert list(hedges(read(text), cue))


@pytest.mark.parametrize(("text", "surface", "within", "name"), rows("side", lambda t: list(t.sides)))
def test_side(read: Read, text: str, surface: str, within: str, name: str) -> None:
    record = read(text)
    assert {side(record, actor.id) for actor in mentioned(record, surface, within)} == {name}


@pytest.mark.parametrize(("text", "surface", "within"), rows("place", lambda t: list(t.places)))
def test_place(read: Read, text: str, surface: str, within: str) -> None:
    assert {actor.kind for actor in mentioned(read(text), surface, within)} == {ActorKind.PLACE}


@pytest.mark.parametrize(("text", "name"), rows("stranger", lambda t: [(name,) for name in t.strangers]))
def test_nobody_is_called(read: Read, text: str, name: str) -> None:
    assert name not in [actor.name for actor in read(text).actors]


@pytest.mark.parametrize(("text", "by", "act", "content"), rows("not said", lambda t: list(t.not_said)))
def test_nobody_said(read: Read, text: str, by: str, act: Act, content: str) -> None:
    assert list(claims(read(text), by=by, act=act, content=content)) == []


@pytest.mark.parametrize(("claimant", "denier"), PAIRS.items())
@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(f, marks=[pytest.mark.xfail(strict=True, reason=BROKEN[f])] if f in BROKEN else [], id=f)
        for f in SAME_RELATION
    ],
)
def test_one_relation_in_many_words(read: Read, frame: str, claimant: str, denier: str) -> None:
    record = read(frame.format(a=claimant, b=denier), any_language=True)
    a, b = SIDES.get(claimant, claimant), SIDES.get(denier, denier)
    found = list(contests(record, by=b, kind=ContestKind.DENIES, against=a, claim="jam"))
    assert len(found) == 1
    claim = record.claims[found[0].claim or 0]
    assert called(record, claim.holder, a)
    assert list(contests(record, by=a)) == []
