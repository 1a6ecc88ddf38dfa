"""Contesting by words beside the cue: `Lima wrongly claimed that …`, `claimed without evidence`; the teller does it."""

from collections.abc import Iterator, Sequence

from framing import lexicon, syntax
from framing.attribution import Statement
from framing.disputes.dispute import Dispute, supposed
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act, ContestKind, Span

FALSE = frozenset("wrongly falsely erroneously incorrectly mistakenly untruthfully baselessly misleadingly".split())
GROUNDS = frozenset({"evidence", "proof", "basis", "foundation", "substantiation"})
ANYONE = frozenset("anyone anybody whoever those who".split())
RULE = "adverb"


def by_adverb(line: Line, spoken: Sequence[Statement]) -> Iterator[Dispute]:
    """One dispute per such adverb; the article's own where nobody else tells it."""
    for token in line.tokens:
        verb, kind = token.head, kind_of(token)
        if kind is None or verb.lemma_.lower() not in lexicon.verbs():
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
        evidence = line.passage.place([token, *syntax.children(token, "pobj")])
        about = Span(min(c.start for c in (cue, *said.content)), max(c.end for c in (cue, *said.content)))
        outer = next((s for s in reversed(spoken) if any(c.covers(evidence) for c in s.content)), None)
        if outer is not None and outer.act is Act.DENY:
            continue  # "denied that he had wrongly claimed"
        yield Dispute(
            line,
            outer.holder if outer is not None else None,
            evidence,
            kind,
            about,
            verb,
            clausal=False,
            rule=RULE,
            told=outer.told if outer is not None else None,
        )


def kind_of(token: Token) -> ContestKind | None:
    """What `falsely`, `without evidence` and `with no proof` make of the words whose cue they stand beside."""
    if token.dep_ == "advmod" and token.lower_ in FALSE:
        return ContestKind.DENIES
    thing = syntax.child(token, "pobj") if token.dep_ == "prep" and token.lower_ in {"without", "with"} else None
    if thing is None or thing.lemma_.lower() not in GROUNDS:
        return None
    bare = token.lower_ == "without" or any(c.lower_ in {"no", "little", "scant"} for c in thing.children)
    return ContestKind.DOUBTS if bare else None
