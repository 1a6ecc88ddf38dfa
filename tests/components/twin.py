"""The article of `tests.components.article` as another outlet has it, with a record made by hand.

It drops the denial and a hedge, claims what was said, and carries one sentence word for word.
"""

import hashlib
from dataclasses import replace

from components.beside import Laid
from framing.compare import compare
from framing.document.types import Block, Document
from framing.types import Analysis, Article, Factuality, Paragraph, ParagraphKind, Reporting, Sentence, Span, Tones
from tests.components import article

SENTENCES = (
    ("Oskar's patience ends as harbour talks stall 🌊",),
    ("Veria will reopen the harbour next week, the Daily Post reported.",),
    ("Oskar's minister Lena Brandt claimed Veria had “shelled the pier” in March.",),
    (
        "The union praised Brandt for her patience.",
        "Brandt warned that winter would be hard.",
    ),
)
TEXT = "\n\n".join(" ".join(paragraph) for paragraph in SENTENCES)
CONTENTS = {
    0: "Veria will reopen the harbour next week",
    1: "Veria had “shelled the pier” in March",
    2: "Brandt for her patience",
    3: "winter would be hard",
}
CUES = {0: "reported", 1: "claimed", 2: "praised", 3: "warned"}
PLACES = {0: 1, 1: 2, 2: 3, 3: 4}  # claim → sentence


def span(words: str) -> Span:
    return article.span(words, text=TEXT)


def analysis() -> Analysis:
    first = article.analysis()
    claims = [
        replace(
            claim,
            content=(span(CONTENTS[claim.id]),),
            cue=(span(CUES[claim.id]),),
            holder_span=None,
            sentence=PLACES[claim.id],
            contested=False,
            proof=(),
        )
        for claim in first.claims
        if claim.id in CONTENTS
    ]
    claims[0] = replace(claims[0], factuality=Factuality.CERTAIN, hedged=False, anonymous=False)
    claims[1] = replace(claims[1], reporting=Reporting.DISTANCING)
    actors = (
        replace(actor, mentions=tuple(replace(m, start=s.start, end=s.end) for m in actor.mentions[:1]))
        for actor in first.actors
        for s in (span("the Daily Post" if actor.name == "Daily Post" else actor.name.replace("the u", "The u")),)
    )
    return replace(
        first,
        article=Article(id=hashlib.sha256(TEXT.encode()).hexdigest(), text=TEXT),
        paragraphs=_paragraphs(),
        sentences=tuple(
            Sentence(number, paragraph, span(words).start, span(words).end)
            for number, (paragraph, words) in enumerate((p, s) for p, part in enumerate(SENTENCES) for s in part)
        ),
        actors=tuple(actors),
        claims=tuple(claims),
        hedges=(),
        contests=(),
        silences=(),
        stances=(),
        tones=Tones(
            actors=tuple(
                replace(tone, mention=span("Veria"), sentence=1)
                for tone in first.tones.actors
                if tone.actor == article.VERIA
            )
        ),
    )


def _paragraphs() -> tuple[Paragraph, ...]:
    found, cursor = [], 0
    for number, part in enumerate(TEXT.split("\n\n")):
        kind = ParagraphKind.BODY if number else ParagraphKind.HEADLINE
        found.append(Paragraph(number, cursor, cursor + len(part), kind, True, "part of the news"))
        cursor += len(part) + 2
    return tuple(found)


def document() -> Document:
    return Document(TEXT, tuple(Block(p.start, p.end, p.kind, p.included, p.reason) for p in _paragraphs()))


def laid(first: Analysis | None = None, second: Analysis | None = None) -> Laid:
    """Both, compared by their words."""
    one, other = first or article.analysis(), second or analysis()
    return Laid("key", one, other, compare(one, other))
