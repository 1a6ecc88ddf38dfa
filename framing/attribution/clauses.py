"""Where a reported clause begins and ends, mended where the parser hung its parts elsewhere."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.attribution.edges import asides, begun, escaped, occasion
from framing.attribution.speakers import closing
from framing.tokens import Token
from framing.types import Act


def parted(verb: Token, clause: Token) -> bool:
    """Whether a semicolon outside quotations stands between the cue and the clause."""
    low, high = sorted((verb.i, clause.i))
    stops = [t for t in verb.doc[low:high] if t.text == ";"]
    marks = verb.doc.quotations if stops else ()
    return any(not any(a <= t.idx < b for a, b in marks) for t in stops)


def on_this_side(verb: Token, clause: Token) -> Token | None:
    """The reported clause; of `said A; B denied it`, parsed as one clause of the saying, it is A."""
    if not parted(verb, clause):
        return clause
    inner = (c for c in clause.children if c.dep_ in {"ccomp", "conj", "parataxis"} and c.pos_ in {"VERB", "AUX"})
    return next((c for c in inner if not parted(verb, c)), None)


def after_comma_that(verb: Token) -> bool:
    """Whether the verb's clause opens with `, that`, as it does after an inserted `citing …,`."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    return that is not None and that.i > 0 and that.nbor(-1).text == ","


def coordinated(clause: Token) -> list[Token]:
    """A complement and the later ones that repeat its `that` ("said that A and that B")."""
    parts = [clause]
    for c in clause.conjuncts:
        if c.pos_ in {"VERB", "AUX"} and (syntax.has(c, "mark", "that") or that_again(c)) and syntax.finite(c):
            parts.append(c)
    return parts


def that_again(clause: Token) -> bool:
    """`… and that ice was a factor`, with `that` taken for the ice's article."""
    first = clause.left_edge
    return first.lower_ == "that" and first.i > 0 and first.nbor(-1).dep_ == "cc"


def clause_tokens(part: Token, first: Token) -> list[Token]:
    later_parts = [c for c in coordinated(first) if c.i > part.i]
    barred = [*later_parts, *escaped(part), *asides(part)]
    tokens = begun(syntax.subtree(part, without=barred), part, first.head)
    marks = {c.i for c in part.children if c.dep_ == "mark" and c.lower_ == "that"}
    marks |= {c.i for c in part.children if c.lower_ == "that" and c.dep_ == "advmod"}
    order = next((c for c in part.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if order is not None and addresses(first.head):
        marks |= {t.i for c in syntax.children(part, "nsubj", "nsubjpass") for t in c.subtree}
    opening = next((c.i for c in part.children if c.dep_ == "mark" and c.lower_ == "that" and c.i > first.head.i), -1)
    kept = [t for t in tokens if t.i not in marks and t.i > opening]
    if (
        kept
        and kept[0].lower_ == "that"
        and (kept[0].dep_ not in {"det", "nsubj", "nsubjpass"} or (part is not first and that_again(part)))
    ):
        kept = kept[1:]
    return one_side(kept, part, first.head)


def addresses(cue: Token) -> bool:
    """`told him to go`, `urged both sides to stop`; of `expects growth to slow` the growth belongs to the words."""
    entry = lexicon.verbs().get(cue.lemma_.lower())
    return entry is None or ("wish" not in entry.takes and entry.act not in {Act.EXPECT, Act.BELIEVE, Act.REPORT})


def repeated(part: Token, tokens: list[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """`that A, that B, and that C` as three contents, even where the parser nested them."""
    if not syntax.has(part, "mark", "that"):
        yield part, tokens
        return
    inside = {t.i for t in tokens}
    stops = [t for t in tokens if t.lower_ == "that" and t.i > part.i and opens_clause(t)]
    bounds = [*stops, None]
    start = min(inside, default=0)
    head = part
    for stop in bounds:
        piece = [t for t in tokens if t.i >= start and (stop is None or t.i < stop.i)]
        if piece:
            yield head, piece
        if stop is not None:
            start = stop.i + 1
            head = next((t for t in tokens if t.i > stop.i and t.pos_ in {"VERB", "AUX"} and syntax.finite(t)), part)


def opens_clause(that: Token) -> bool:
    """Whether `that` after a comma or conjunction begins a clause with a subject of its own."""
    before = that.nbor(-1)
    if before.text != "," and before.dep_ != "cc":
        return False
    after = that.doc[that.i + 1 : that.i + 12]
    subject = next((t for t in after if t.dep_ in syntax.SUBJECTS or t.dep_ == "expl"), None)
    verb = next((t for t in after if t.pos_ in {"VERB", "AUX"}), None)
    return subject is not None and verb is not None and subject.i < verb.i and that.dep_ not in syntax.SUBJECTS


def one_side(tokens: list[Token], part: Token, verb: Token) -> list[Token]:
    """Cut at a semicolon outside quotations, and before a colon that opens the quotation a cue reports."""
    marks = part.doc.quotations
    for stop in (t for t in tokens if t.text == ";" and not any(a <= t.idx < b for a, b in marks)):
        tokens = [t for t in tokens if (t.i < stop.i) == (part.i < stop.i)]
    colon = next((t for t in tokens if t.text == ":" and any(a - 2 <= t.idx + 2 <= a + 1 for a, _ in marks)), None)
    if colon is not None and verb.i > colon.i and any(t.i > colon.i for t in tokens):
        tokens = [t for t in tokens if t.i > colon.i]
    return tokens


def interrupts(verb: Token) -> bool:
    """`The dam, officials say, is safe` parsed with the saying below the said."""
    before = verb.nbor(-1) if verb.i > 0 else None
    own = {c.i for c in verb.children}
    return (
        verb.head.i > verb.i
        and not syntax.has(verb, "mark")
        and before is not None
        and len(own) <= 3
        and any(c.dep_ == "punct" for c in verb.head.children if c.i < verb.i)
    )


def trails(verb: Token) -> bool:
    """`C, she told a reporter`, with the telling hung below the told: subject and verb follow a comma or quote."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i or not syntax.has(verb, "nsubj"):
        return False
    start = subject_start(verb)
    return start > verb.head.i and verb.doc[start - 1].text in {",", '"', "”", "’"}


def subject_start(verb: Token) -> int:
    """Index of the first token of the verb's subject."""
    own = syntax.child(verb, "nsubj", "nsubjpass")
    return own.left_edge.i if own is not None else verb.i


def fronted(verb: Token) -> Token | None:
    """The clause before a late cue that the parser tied in as a coordinate: `A fell, B said on Monday`."""
    head = verb.head
    ends = verb.doc[verb.i + 1 : verb.i + 3]
    dated = any(occasion(c) for c in verb.children if c.left_edge.i == verb.i + 1)
    last = dated or any(t.text in {".", "”", '"'} or t.dep_ == "npadvmod" for t in ends) or verb.i + 1 >= len(verb.doc)
    late = closing(verb) is not None
    comma = any(t.text == "," for t in verb.doc[head.i : verb.i])
    linked = syntax.has(verb, "cc") or syntax.has(verb, "mark") or any(c.dep_ == "cc" for c in head.children)
    told = (last and syntax.finite(verb)) or late
    if head.i < verb.i and told and comma and not linked and verb.dep_ == "conj":
        return head
    return None
