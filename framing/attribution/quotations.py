"""Sentences that are all quotation and have no cue of their own keep the speaker of their neighbour."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from framing import lexicon, syntax
from framing.attribution.holders import speaker
from framing.attribution.speakers import may_hold
from framing.attribution.statement import Statement, said
from framing.passages import Line, Passage, by_line
from framing.spans import tidy
from framing.types import Act, Proof, Reporting, Span, Voice

UTTERED = frozenset({Act.SAY, Act.ASK})
CLOSING = frozenset("\"”’'»")


def carried(lines: Sequence[Line], found: Sequence[Statement], text: str) -> Iterator[Statement]:
    """Sentences that are all quotation and have no cue of their own keep the speaker of their neighbour."""
    spoken = by_line(found, lambda s: s.line)
    known: dict[int, Statement] = {}
    for line in lines:
        inner = quoted_part(line)
        if inner is None or any(s.voice is not Voice.AUTHOR and covers(s, inner) for s in spoken.get(line.id, ())):
            continue
        source = (
            cut_off(line, lines, text)
            or presented(line, lines, text, told=spoken.keys() | known.keys())
            or earlier(line, lines, spoken, known)
            or later(line, lines, spoken)
        )
        content = tidy(text, inner)
        if source is None or content is None:
            continue
        head = next((t for t in line.tokens if t.dep_ == "ROOT"), None)
        proof = Proof("quotation carried on", line.start, line.end)
        kept = replace(
            source, line=line, cue=(), head=head, content=(content,), act=act_of(source, line),
            reporting=Reporting.NEUTRAL, voice=Voice.DIRECT, joint=None, proof=(proof,), cited=None,
            told=source.told or source.line,
        )  # fmt: skip
        known[line.id] = kept
        yield kept


def covers(statement: Statement, span: Span) -> bool:
    return any(c.overlaps(span) for c in statement.content)


def quoted_part(line: Line) -> Span | None:
    """The quoted stretch of a sentence that is nothing but quotation, else None."""
    marks = line.passage.doc.quotations
    if not marks:
        return None
    letters = [i for i, c in enumerate(line.text, line.tokens.start_char) if c.isalnum()]
    inside = [i for i in letters if any(a <= i < b for a, b in marks)]
    if not letters or len(inside) < len(letters) or len(letters) < 2:
        return None
    return Span(line.passage.start + inside[0], line.passage.start + inside[-1] + 1)


def earlier(
    line: Line, lines: Sequence[Line], told: dict[int, list[Statement]], known: dict[int, Statement]
) -> Statement | None:
    """The statement that the quotation goes on from: same paragraph, or an unclosed quotation before it."""
    start = line.passage.start + line.tokens.start_char
    for other in (lines[number] for number in range(line.id - 1, -1, -1)):
        if other.passage.paragraph < line.passage.paragraph:
            if not left_open(other.passage):
                return None
            start = -1
        spoken = [s for s in told.get(other.id, ()) if s.voice in {Voice.DIRECT, Voice.MIXED, Voice.INDIRECT}]
        if other.id in known:
            return known[other.id]
        if spoken:
            last = next((s for s in reversed(spoken) if s.voice is Voice.DIRECT and outside(s)), spoken[-1])
            return last if last.cue and (start == -1 or follows(line, last)) else None
        if other.passage.paragraph < line.passage.paragraph - 1:
            return None
    return None


def outside(statement: Statement) -> bool:
    """Whether the cue stands outside the quotation: its holder is whoever is quoted, not whom the words tell of."""
    start = statement.line.passage.start
    return not any(
        start + a <= c.start < start + b for a, b in statement.line.passage.doc.quotations for c in statement.cue
    )


def follows(line: Line, statement: Statement) -> bool:
    """A new quotation belongs to the last speaker unless the next sentence's cue closes it."""
    marks = line.passage.doc.quotations
    first = line.tokens.start_char
    mine = next(((a, b) for a, b in marks if a - 2 <= first < b), None)
    if mine is None:
        return True
    end_line = line.passage.start + mine[1]
    return not (
        line.passage.start + line.tokens.end_char < end_line
        and statement.content[-1].end < line.start
        and runs_on(line, mine)
    )


def runs_on(line: Line, mark: tuple[int, int]) -> bool:
    """Whether the same quotation goes on into a sentence that also holds words outside it."""
    for sentence in line.passage.doc.sents:
        if sentence.start_char <= mark[1] < sentence.end_char and sentence.start_char > line.tokens.start_char:
            return any(t.idx > mark[1] and t.is_alpha for t in sentence)
    return False


def left_open(passage: Passage) -> bool:
    marks = passage.doc.quotations
    return bool(marks) and marks[-1][1] == len(passage.text)


def later(line: Line, lines: Sequence[Line], told: dict[int, list[Statement]]) -> Statement | None:
    """`"A. B," she said`: the cue follows in a later sentence of the same paragraph."""
    for other in lines[line.id + 1 : line.id + 4]:
        if other.passage.paragraph != line.passage.paragraph:
            return None
        spoken = [s for s in told.get(other.id, ()) if s.voice is Voice.DIRECT and s.cue]
        if spoken:
            return spoken[0]
    return None


def cut_off(line: Line, lines: Sequence[Line], text: str) -> Statement | None:
    """`"Where is it?" she asked.`: the question mark ends a sentence, and the cue begins the next with its speaker."""
    after = lines[line.id + 1] if line.id + 1 < len(lines) else None
    ended = line.text.rstrip()
    asked = ended[-1:] in CLOSING and ended.rstrip("".join(CLOSING))[-1:] in {"?", "!"}
    if after is None or after.passage is not line.passage or not asked:
        return None
    verb = next((t for t in after.tokens if t.dep_ == "ROOT"), None)
    entry = lexicon.verbs().get(verb.lemma_.lower()) if verb is not None else None
    who = speaker(verb) if verb is not None else None
    if verb is None or entry is None or who is None or not may_hold(who, verb):
        return None
    if entry.act not in UTTERED or any(c.dep_ == "ccomp" or syntax.has(c, "aux", "to") for c in verb.children):
        return None  # it has words of its own
    first = min(who.left_edge.i, verb.i)
    if any(t.is_alpha for t in after.passage.doc[after.tokens.start : first]):
        return None
    span = after.passage.place([verb])
    return replace(said(after, text, who, span, verb, (span,), f"reporting:{entry.lemma}"), act=entry.act)


def presented(line: Line, lines: Sequence[Line], text: str, *, told: Set[int]) -> Statement | None:
    """`Amina Sesay, a nurse, shook her head. "They argue and we pay."`: whom the sentence before is about, by name.

    Args:
        told: the sentences in which somebody says something.
    """
    before = lines[line.id - 1] if line.id else None
    if before is None or before.id in told or before.passage is not line.passage or quoted_part(before) is not None:
        return None
    verb = next((t for t in before.tokens if t.dep_ == "ROOT"), None)
    who = syntax.child(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or who.ent_type_ != "PERSON" or who.pos_ != "PROPN":
        return None
    span = before.passage.place([verb])
    return said(before, text, who, span, verb, (), "quotation presented")


def act_of(source: Statement, line: Line) -> Act:
    """A question stays one; what follows on any other cue is plainly said."""
    return Act.ASK if source.act is Act.ASK and line.text.rstrip(" " + "".join(CLOSING)).endswith("?") else Act.SAY
