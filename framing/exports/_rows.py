"""The record as tidy tables: one row per mark, ids as in the record, and the words that they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass

from framing.exports._columns import actor, claim, listed, own_place, place, places, plain, verdict
from framing.exports._csv import Table
from framing.naming import actor_name, contester_name, contests_of, holder_absent, holder_name, side_name, side_of
from framing.types import Analysis, Frame, Mention, PoliticalAct, Proof, Span, Stance, Tone


@dataclass(frozen=True, slots=True)
class _MentionRow:
    actor: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class _ProofRow:
    table: str
    id: int
    proof: Proof


def _mentions(analysis: Analysis) -> Iterator[_MentionRow]:
    return (_MentionRow(row.id, mention) for row in analysis.actors for mention in row.mentions)


def _proofs(analysis: Analysis) -> Iterator[_ProofRow]:
    for table in ("claims", "hedges", "contests", "silences"):
        for row in getattr(analysis, table):
            yield from (_ProofRow(table, row.id, proof) for proof in row.proof)


CLAIMS = Table(
    lambda analysis: analysis.claims,
    {
        **plain("id", "sentence", "holder"),
        "holder_name": holder_name,
        "side": lambda analysis, row: side_of(analysis, row.holder),
        "side_name": lambda analysis, row: side_name(analysis, row.holder, absent=holder_absent(row)),
        **place("holder_words", lambda row: row.holder_span),
        **plain("anonymous", "voice", "act", "reporting"),
        **places("cue"),
        **places("content"),
        "targets": lambda _, row: listed(row.targets),
        "target_names": lambda analysis, row: listed(actor_name(analysis, target) for target in row.targets),
        **plain("factuality", "hedged", "contested"),
        "contested_by": lambda analysis, row: listed(
            dict.fromkeys(contester_name(analysis, contest) for contest in contests_of(analysis, row.id))
        ),
        **plain("parent", "group", "score", "unsure"),
    },
)

TABLES = {
    "article": Table(
        lambda analysis: (analysis.article,),
        plain("title", "source", "author", "url", "published", "language"),
    ),
    "paragraphs": Table(
        lambda analysis: analysis.paragraphs, {**plain("id", "kind", "included", "reason"), **own_place()}
    ),
    "sentences": Table(lambda analysis: analysis.sentences, {**plain("id", "paragraph"), **own_place()}),
    "actors": Table(
        lambda analysis: analysis.actors,
        {
            **plain("id", "name", "kind", "side"),
            "side_name": lambda analysis, row: actor_name(analysis, row.side, absent=""),
            "mentions": lambda _, row: len(row.mentions),
        },
    ),
    "mentions": Table(
        _mentions,
        {
            **actor("actor"),
            **place("words", lambda row: Span(row.mention.start, row.mention.end)),
            "form": lambda _, row: row.mention.form,
            "proof": lambda _, row: row.mention.proof,
        },
    ),
    "claims": CLAIMS,
    "hedges": Table(
        lambda analysis: analysis.hedges,
        {
            **plain("id", "sentence", "kind", "owner"),
            **own_place(),
            **place("scope", lambda row: row.scope),
            **claim("claim"),
            **plain("score"),
        },
    ),
    "contests": Table(
        lambda analysis: analysis.contests,
        {
            **plain("id", "sentence", "kind"),
            **actor("by"),
            **actor("against"),
            **place("evidence", lambda row: row.evidence),
            **place("about", lambda row: row.about),
            **claim("claim"),
            **claim("counter"),
            **plain("score", "unsure"),
        },
    ),
    "silences": Table(
        lambda analysis: analysis.silences,
        {
            **plain("id", "sentence"),
            **actor("actor"),
            **place("evidence", lambda row: row.evidence),
            **claim("claim"),
        },
    ),
    "stances": Table(
        lambda analysis: analysis.stances,
        {
            **plain("sentence"),
            **actor("holder"),
            **actor("target"),
            **place("evidence", lambda row: row.evidence),
            **verdict(Stance),
        },
    ),
    "acts": Table(
        lambda analysis: analysis.acts,
        {**plain("sentence"), **actor("source"), **actor("target"), **verdict(PoliticalAct)},
    ),
    "paragraph_tones": Table(lambda analysis: analysis.tones.paragraphs, {**plain("paragraph"), **verdict(Tone)}),
    "actor_tones": Table(
        lambda analysis: analysis.tones.actors,
        {
            **plain("sentence"),
            **actor("actor"),
            **place("mention", lambda row: row.mention),
            **actor("holder"),
            **verdict(Tone),
        },
    ),
    "frames": Table(lambda analysis: analysis.frames, {**plain("paragraph"), **verdict(Frame)}),
    "proofs": Table(
        _proofs,
        {
            **plain("table", "id"),
            "by": lambda _, row: row.proof.by,
            "value": lambda _, row: row.proof.value,
            **place("words", lambda row: Span(row.proof.start, row.proof.end)),
        },
    ),
    "edits": Table(lambda analysis: analysis.edits, plain("op", "machine", "analyst")),
    "provenance": Table(
        lambda analysis: (analysis.provenance,),
        {
            **plain("version", "bundle", "bundle_sha256", "encoder_sha256", "parser", "parser_sha256"),
            "missing_heads": lambda _, row: listed(row.missing_heads),
            **plain("number_format", "lexicons"),
            "settings": lambda _, row: listed(f"{setting.name}={setting.value}" for setting in row.settings),
        },
    ),
}
