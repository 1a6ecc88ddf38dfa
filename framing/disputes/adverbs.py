"""Contesting by a word beside the cue: `Lima wrongly claimed that …`, `falsely accused`. The teller denies it."""

from collections.abc import Iterator, Sequence

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.disputes.dispute import Dispute, supposed
from framing.passages import Line
from framing.types import Act, ContestKind, Span

FALSE = frozenset("wrongly falsely erroneously incorrectly mistakenly untruthfully baselessly misleadingly".split())
ANYONE = frozenset("anyone anybody whoever those who".split())
RULE = "adverb"


def by_adverb(line: Line, spoken: Sequence[Statement]) -> Iterator[Dispute]:
    """One dispute per such adverb; the article's own where nobody else tells it."""
    for token in line.tokens:
        verb = token.head
        if token.lower_ not in FALSE or token.dep_ != "advmod" or verb.lemma_.lower() not in lexicon.verbs():
            continue
        cue = line.passage.place([verb])
        said = next((s for s in spoken if any(c.overlaps(cue) for c in s.cue)), None)
        if (
            said is None
            or syntax.negated(verb)
            or supposed(verb)
            or (said.holder is not None and said.holder.lower_ in ANYONE)
        ):
            continue
        evidence = line.passage.place([token])
        about = Span(min(c.start for c in (cue, *said.content)), max(c.end for c in (cue, *said.content)))
        outer = next((s for s in reversed(spoken) if any(c.covers(evidence) for c in s.content)), None)
        if outer is not None and outer.act is Act.DENY:
            continue  # "denied that he had wrongly claimed"
        yield Dispute(
            line,
            outer.holder if outer is not None else None,
            evidence,
            ContestKind.DENIES,
            about,
            verb,
            clausal=False,
            rule=RULE,
            told=outer.told if outer is not None else None,
        )
