"""The network's hedges, attributions and frames beside the rules: with the head, without it, and where it errs."""

from collections.abc import Sequence

import pytest

from framing import laws
from framing.assemble import HEADS
from framing.types import Analysis, Factuality, Frame, HedgeKind, Proof, Span, Voice
from models import heads
from tests.framing.engine import read, read_anew
from tests.framing.fake_reader import FakeReader
from tests.framing.scripted_reader import Said, ScriptedReader
from tests.framing.views import claims, words

PAPER = "The mayor lauded the plan before lunch. Two envoys said the bridge will close. Rain fell all day."


def by(analysis: Analysis, proofs: Sequence[Proof]) -> dict[str, tuple[str, float]]:
    """What each rule and head read, and its figure."""
    return {p.by: (analysis.article.text[p.start : p.end], p.value) for p in proofs}


def seen_by(text: str, **told: object) -> Analysis:
    record = read_anew(text, any_language=True, reader=ScriptedReader(**told))  # type: ignore[arg-type]
    laws.check(record)
    return record


# --- which heads there are ---------------------------------------------------------------------------------


def test_every_head_of_the_network_is_known_by_its_name() -> None:
    assert [head.name for head in heads.HEADS] == list(HEADS)


@pytest.mark.parametrize("missing", HEADS)
def test_a_missing_head_is_named(missing: str) -> None:
    reader = ScriptedReader(heads=frozenset(HEADS) - {missing})
    assert read_anew(PAPER, reader=reader).provenance.missing_heads == (missing,)


def test_each_sentence_is_asked_for_its_tags_once() -> None:
    reader = ScriptedReader()
    record = read_anew(PAPER, reader=reader)
    tagged = [request.text for request in reader.asked if request.tags]
    assert tagged == [record.article.text[s.start : s.end] for s in record.sentences]


def test_a_bundle_without_tagging_heads_is_not_asked_for_tags() -> None:
    reader = FakeReader()
    read_anew(PAPER, reader=reader)
    assert reader.asked
    assert not any(request.tags or request.events for request in reader.asked)


# --- attribution -------------------------------------------------------------------------------------------


HOLDS = [  # (holder, content, the sentence, what the network marks in it)
    (
        "Two envoys",
        "the bridge would never open",
        "Two envoys deadpanned that the bridge would never open.",
        Said("deadpanned", "Two envoys", "that the bridge would never open"),
    ),
    (  # no source marked: the verb's own subject
        "Ruth Otieno",
        "men in uniform had taken her goats",
        "Ruth Otieno, a widow, said men in uniform had taken her goats; the council shrugged; the police laughed.",
        Said("said", "", "men in uniform had taken her goats"),
    ),
    (  # the clause of the parse mends what the network left out
        "Kenya",
        "the old bridge over the lake was closed for good",
        "Kenya crowed that the old bridge over the lake was closed for good.",
        Said("crowed", "Kenya", "old bridge over the lake was closed for good"),
    ),
]


@pytest.mark.parametrize(("holder", "content", "text", "said"), HOLDS, ids=[row[2] for row in HOLDS])
def test_what_the_network_proposes_and_no_rule_has_becomes_a_claim(
    holder: str, content: str, text: str, said: Said
) -> None:
    record = seen_by(text, said=[said])
    (found,) = claims(record, by=holder)
    assert words(record, found.content) == content
    assert words(record, found.cue) == said.cue
    assert by(record, found.proof)["head:attribution"] == (said.cue, said.probability)
    assert {p.by.split(":")[0] for p in found.proof} == {"head", "parse"}  # the network proposed, the parse linked
    without = read_anew(text, any_language=True, reader=ScriptedReader(heads=frozenset({"hedge"}), said=[said]))
    assert list(claims(without, by=holder)) == list(claims(read(text, any_language=True), by=holder)) == []


def test_joint_holders_of_a_proposal_share_a_group() -> None:
    said = Said("crowed", "Kenya and Uganda", "the bridge was old")
    record = seen_by("Kenya and Uganda crowed that the bridge was old.", said=[said])
    assert [record.actors[c.holder or 0].name for c in record.claims] == ["Kenya", "Uganda"]
    assert [c.group for c in record.claims] == [0, 0]


VETOED = [
    ("negated", "Two envoys never grasped that the bridge was old.", Said("grasped", "Two envoys", "the bridge was old")),
    ("a modal", "Two envoys would crow that the bridge was old.", Said("crow", "Two envoys", "the bridge was old")),
    ("supposed", "If Kenya crows that the bridge is old, we leave.", Said("crows", "Kenya", "the bridge is old")),
    ("a liking", "Two envoys like the new bridge.", Said("like", "Two envoys", "the new bridge")),
    ("a label", "Kenya derided it as “a bridge of straw” on Monday.", Said("derided", "Kenya", "“a bridge of straw”")),
    ("knowledge", "Kenya knew that the bridge was old.", Said("knew", "Kenya", "the bridge was old")),
    ("hearsay", "Kenya is said to have closed the bridge.", Said("said", "Kenya", "to have closed the bridge")),
    ("an aside", "Kenya crowed as the bridge was closed.", Said("crowed", "Kenya", "as the bridge was closed")),
    ("torn", "Kenya crowed that the bridge by the old dam was closed in June.",
     Said("crowed", "Kenya", "bridge … dam … closed")),
    ("no source after an unknown cue", "Kenya crowed that the bridge was old.", Said("crowed", "", "the bridge was old")),
    ("not sure after an unknown cue", "Kenya crowed that the bridge was old.",
     Said("crowed", "Kenya", "the bridge was old", 0.7)),
    ("a wish", "Kenya wants to open the bridge.", Said("wants", "Kenya", "to open the bridge")),
    ("no speaker", "The wind crowed that the bridge was old.", Said("crowed", "The wind", "the bridge was old")),
    ("nobody", "Nobody crowed that the bridge was old.", Said("crowed", "Nobody", "the bridge was old")),
    ("a contest", "Lima rejected the idea that the bridge was old.", Said("rejected", "Lima", "the bridge was old")),
    ("a silence", "Lima declined to comment on reports that the bridge was old.",
     Said("comment", "Lima", "the bridge was old")),
    ("a function word", "For Kenya, the bridge was old.", Said("For", "Kenya", "the bridge was old")),
    ("a copula", "The view of Kenya is that the bridge was old.", Said("is", "Kenya", "the bridge was old")),
    ("one word", "Kenya crowed: “Never.”", Said("crowed", "Kenya", "“Never.”")),
    ("no content", "Kenya crowed on Monday.", Said("crowed", "Kenya", "")),
    ("unsure", "Kenya crowed that the bridge was old.", Said("crowed", "Kenya", "the bridge was old", 0.2)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in VETOED], ids=[row[0] for row in VETOED])
def test_rules_veto_a_proposal(text: str, said: Said) -> None:
    record = seen_by(text, said=[said], heads=frozenset({"attribution", "roles"}))
    assert record.claims == read(text, any_language=True).claims


def test_agreement_is_a_second_proof_and_moves_nothing_else() -> None:
    text = "Kenya said the bridge was old. Lima warned of rain."
    record = seen_by(text, said=[Said("said", "Kenya", "bridge was")])
    alone = read(text, any_language=True)
    said, warned = record.claims
    assert by(record, said.proof)["head:attribution"] == ("said", 0.97)
    assert by(record, said.proof)["reporting:say"] == ("said", 1.0)
    assert "head:attribution" not in by(record, warned.proof)
    assert [c.content for c in record.claims] == [c.content for c in alone.claims]
    assert [c.holder_span for c in record.claims] == [c.holder_span for c in alone.claims]


def test_the_same_words_are_not_claimed_twice() -> None:
    text = "According to Kenya, which crowed about it, the bridge was old."
    said = Said("crowed", "Kenya", "the bridge was old")
    assert len(seen_by(text, said=[said]).claims) == len(read(text, any_language=True).claims) == 1


# --- hedges ------------------------------------------------------------------------------------------------


def test_a_listed_hedge_that_the_network_sees_too_keeps_its_kind() -> None:
    text = "Talks could resume in June."
    (alone,), (hedge,) = read(text, any_language=True).hedges, seen_by(text, hedged={"could": ("believed", 0.9)}).hedges
    assert (hedge.kind, hedge.scope, hedge.score) == (HedgeKind.POSSIBLE, alone.scope, 0.9)
    assert [p.by for p in hedge.proof] == ["lexicon:modal", "head:hedge"]
    assert alone.score == 1.0


def test_a_listed_hedge_that_the_network_overlooks_stands_as_it_was() -> None:
    text = "Talks could resume in June."
    assert seen_by(text).hedges == read(text, any_language=True).hedges


KINDS = [
    ("Kenya said the rains tend to fail in June.", "tend", "possible", Factuality.POSSIBLE),
    ("Kenya said the rains surmisedly fail in June.", "surmisedly", "believed", Factuality.PROBABLE),
    ("Kenya said that supposing the rains fail, the dam will close.", "supposing", "conditional",
     Factuality.UNDERSPECIFIED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "kind", "value"), KINDS)
def test_a_cue_that_no_list_has_becomes_a_hedge(text: str, cue: str, kind: str, value: Factuality) -> None:
    record = seen_by(text, hedged={cue: (kind, 0.95)})
    (hedge,) = record.hedges
    assert (hedge.kind, hedge.score, [p.by for p in hedge.proof]) == (kind, 0.95, ["head:hedge"])
    (found,) = claims(record, by="Kenya")
    assert (found.factuality, hedge.claim) == (value, found.id)
    assert read(text, any_language=True).hedges == seen_by(text, hedged={cue: (kind, 0.3)}).hedges == ()
    without = read_anew(text, any_language=True, reader=ScriptedReader(heads=frozenset(), hedged={cue: (kind, 0.95)}))
    assert without.hedges == ()


NO_HEDGES = [
    ("the list looked at it", "The crew could not open the hatch.", "could", "possible"),
    ("an act of speech", "Kenya accused Uganda of theft.", "accused", "believed"),
    ("an act of contesting", "Kenya questioned the figure.", "questioned", "possible"),
    ("plain future", "The dam would close in June.", "would", "conditional"),
    ("an open question", "She would not say whether the dam was full.", "whether", "unconfirmed"),
    ("research", "The team examined the dam.", "examined", "unconfirmed"),
    ("over no clause", "Kenya considered her a friend.", "considered", "believed"),
    ("negated", "The rains do not tend to fail.", "tend", "possible"),
    ("believed by nobody", "Few in Kisumu credit it.", "credit", "believed"),
]


@pytest.mark.parametrize(("text", "cue", "kind"), [row[1:] for row in NO_HEDGES], ids=[row[0] for row in NO_HEDGES])
def test_what_is_no_hedge_in_news_stays_none(text: str, cue: str, kind: str) -> None:
    assert seen_by(text, hedged={cue: (kind, 0.99)}).hedges == ()


def test_of_two_cues_on_the_same_words_the_surer_counts() -> None:
    (hedge,) = seen_by(
        "The rains tend to fail.", hedged={"tend": ("possible", 0.9), "tend to": ("believed", 0.95)}
    ).hedges
    assert hedge.kind is HedgeKind.BELIEVED


def test_the_article_holds_a_claim_that_only_the_network_hedges() -> None:
    record = seen_by("The rains tend to fail in June.", hedged={"tend": ("possible", 0.95)})
    (found,) = record.claims
    assert (found.voice, found.factuality) == (Voice.AUTHOR, Factuality.POSSIBLE)
    assert by(record, found.proof)["head:hedge"] == ("tend", 0.95)


# --- vague sources and factuality --------------------------------------------------------------------------

SOME = "Some experts said the dam was full. Kenya said the dam was old."


def test_a_vaguely_sourced_unnamed_group_gets_a_proof() -> None:
    record = seen_by(SOME, vague={"Some experts": 0.9, "Kenya": 0.9})
    some, kenya = record.claims
    assert by(record, some.proof)["head:vague"] == ("Some experts", 0.9)
    assert "head:vague" not in by(record, kenya.proof)  # it has a name
    alone = read(SOME, any_language=True).claims[0]
    assert (some.anonymous, some.hedged, some.score) == (alone.anonymous, alone.hedged, alone.score)


@pytest.mark.parametrize("told", [{"vague": {"Some experts": 0.1}}, {}, {"heads": frozenset({"tone"})}])
def test_a_sourced_sentence_gets_none(told: dict[str, object]) -> None:
    record = seen_by(SOME, **told)
    assert all("head:vague" not in by(record, claim.proof) for claim in record.claims)


def test_the_networks_word_on_a_claims_value_is_a_proof() -> None:
    text = "Kenya said the dam might fail. Uganda denied the dam had failed."
    record = seen_by(text, events={"fail": "PS+", "failed": "PS+"})
    fail, failed = record.claims
    assert by(record, fail.proof)["head:factuality"] == ("fail", 1.0)
    assert by(record, failed.proof)["head:factuality"] == ("failed", 0.0)  # the head's share of the rules' CT-
    assert [c.factuality for c in record.claims] == [Factuality.POSSIBLE, Factuality.CERTAINLY_NOT]


def test_without_the_head_no_claim_has_its_word() -> None:
    record = seen_by(SOME, heads=frozenset(HEADS) - {"factuality"})
    assert record.claims
    assert all("head:factuality" not in by(record, claim.proof) for claim in record.claims)


# --- frames ------------------------------------------------------------------------------------------------

FRAMED = "The army shelled the port all night.\n\nPrices rose. The port lost a fifth of its trade in one year."


def test_a_paragraphs_frame_is_the_mean_of_its_sentences_by_words() -> None:
    told = {
        "shelled": {Frame.CONFLICT: 0.9},
        "Prices": {Frame.CONFLICT: 0.9},
        "trade": {Frame.ECONOMIC: 0.6, Frame.MORALITY: 0.3},
    }
    first, second = seen_by(FRAMED, framed=told).frames
    assert (first.paragraph, first.label, first.unsure) == (0, Frame.CONFLICT, False)
    assert (second.paragraph, second.label, second.unsure) == (1, Frame.ECONOMIC, False)
    shares = {share.label: share.value for share in second.probabilities}
    total = 2 * 0.9 + 11 * 0.6 + 11 * 0.3  # words of each sentence times its figures
    assert shares["economic"] == pytest.approx(11 * 0.6 / total)
    assert shares["conflict"] == pytest.approx(2 * 0.9 / total)
    assert sum(shares.values()) == pytest.approx(1.0)


def test_a_frame_that_no_sentence_is_sure_of_is_unsure() -> None:
    (frame,) = seen_by(FRAMED, framed={"shelled": {Frame.CONFLICT: 0.3}}).frames
    assert frame.unsure


def test_without_the_head_or_any_figure_there_is_no_frame() -> None:
    told = {"shelled": {Frame.CONFLICT: 0.9}}
    assert seen_by(FRAMED, framed=told, heads=frozenset(HEADS) - {"frame"}).frames == ()
    assert seen_by(FRAMED, framed={"shelled": {Frame.CONFLICT: 0.0}}).frames == ()


def test_boilerplate_has_no_frame() -> None:
    text = f"{FRAMED}\n\nSign up for our newsletter."
    record = seen_by(text, framed={"shelled": {Frame.CONFLICT: 0.9}, "newsletter": {Frame.CONFLICT: 0.9}})
    assert [frame.paragraph for frame in record.frames] == [0]
    assert not record.paragraphs[2].included


def test_spans_of_the_network_are_placed_in_the_article() -> None:
    text = f"{FRAMED}\n\nKenya said the dam was old."
    record = seen_by(text, said=[Said("said", "Kenya", "the dam was old")])
    proof = next(p for p in record.claims[0].proof if p.by == "head:attribution")
    assert Span(proof.start, proof.end) == record.claims[0].cue[0]
