"""Who says what: holder, cue and content, linked through the parse.

A `Statement` is one attributed proposition. Holders stay tokens here; `actors` says later who they are.
Terms follow PolNeAR (source, cue, content); the sentence "Lima, officials said, will pay" gives
holder "officials", cue "said", content "Lima" + "will pay".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from framing import factuality, lexicon, syntax
from framing.lexicon import Noun, Verb
from framing.passages import Line, Passage
from framing.spans import runs, tidy
from framing.types import Act, ParagraphKind, Proof, Reporting, Span, Voice

# Verbs that attribute only when their subject can speak: "the figures show", "the coat showed wear".
WEAK = frozenset(
    "show find suggest indicate reveal hold feel consider project imply signal prove demonstrate hint view "
    "establish document determine discover conclude estimate imagine verify back call press order offer "
    "post write add describe label brand find expect hope agree answer question contest dispute "
    "challenge recommend invite encourage attack protest welcome order command fear worry".split()
)
SPEAKING_PRONOUNS = frozenset("he she they who it we one some others many several both most few none another".split())
FIRST_PERSON = frozenset("i we you me us".split())
MODALS = frozenset("would could might may should can must".split())
CARRIERS = frozenset(
    "make issue give repeat renew voice express raise level file table put deliver reiterate send lodge have offer".split()
)
INTRODUCERS = frozenset("cite quote".split())
ANSWERS = frozenset("comment response answer interview information clarification reaction".split())


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One attributed proposition; spans count into `article.text`."""

    line: Line
    holder: Token | None  # head of the holder's noun phrase, in whatever sentence it stands
    cue: tuple[Span, ...]
    head: Token | None  # the main word of the content
    content: tuple[Span, ...]
    act: Act
    reporting: Reporting
    voice: Voice
    joint: int | None  # statements of joint holders share a number
    proof: tuple[Proof, ...]
    cited: Token | None = None  # "citing two officials": whom the holder rests on
    told: Line | None = None  # where the holder stands, if in another sentence


def find(lines: Sequence[Line], text: str) -> list[Statement]:
    """All statements in reading order: by verb, by noun, by "according to", then quotations carried on."""
    found: list[Statement] = []
    for line in lines:
        for statement in (*by_verb(line, text), *according(line, text), *by_noun(line, text), *by_colon(line, text)):
            if statement.content:
                found.append(statement)
    found = distinct(found)
    found.extend(carried(lines, found, text))
    return sorted(found, key=lambda s: (s.line.id, s.content[0].start, s.content[0].end))


# --- verbs ---------------------------------------------------------------------------------------------


def by_verb(line: Line, text: str) -> Iterator[Statement]:
    known = lexicon.verbs()
    for token in line.tokens:
        if token.pos_ not in {"VERB", "AUX"} and token.tag_[:2] != "VB":
            continue
        entry = known.get(phrasal(token)) or known.get(token.lemma_.lower())
        if entry is None or not attributes(token):
            continue
        if entry.act is Act.ACCUSE and syntax.passive(token):
            for accuser, inner in accusers(token):
                yield from speak(line, text, token, entry, accuser, inner, list(inner.subtree))
            continue
        holder = outer_holder(token) or syntax.doer(token)
        if holder is None and inverted(token) is not None:
            holder = inverted(token)
        if not may_hold(holder, token):
            continue
        for head, tokens in contents(token, entry, holder, line):
            yield from speak(line, text, token, entry, holder, head, tokens)


def speak(
    line: Line, text: str, cue: Token, entry: Verb, holder: Token | None, head: Token | None, tokens: Sequence[Token]
) -> Iterator[Statement]:
    passage = line.passage
    content = tuple(tidy(text, span) for span in runs(passage, tokens))
    content = tuple(span for span in content if span is not None)
    holders = syntax.conjuncts(holder) if holder is not None else [None]
    joint = cue.i + 1_000_000 * passage.paragraph if len(holders) > 1 else None
    span = passage.place([cue, *syntax.children(cue, "prt")])
    for each in holders:
        yield Statement(
            line=line,
            holder=each,
            cue=(span,),
            head=head,
            content=content,
            act=act_of(entry, cue),
            reporting=entry.reporting,
            voice=voice(text, passage, content),
            joint=joint,
            proof=(Proof(f"reporting:{entry.lemma}", span.start, span.end),),
            cited=cited(cue),
        )


def phrasal(verb: Token) -> str:
    particle = syntax.child(verb, "prt") or next(
        (c for c in syntax.children(verb, "prep") if c.i == verb.i + 1 and c.lower_ in {"on", "for", "upon"}), None
    )
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else ""


def act_of(entry: Verb, cue: Token) -> Act:
    """`told him to go` is a demand, `asked them to go` a request; otherwise the verb's own act."""
    orders = any(c.dep_ in {"xcomp", "ccomp"} and syntax.has(c, "aux", "to") for c in cue.children)
    if orders and entry.lemma in {"tell", "ask", "order", "warn"}:
        return {"ask": Act.REQUEST, "warn": Act.WARN}.get(entry.lemma, Act.DEMAND)
    return entry.act


def attributes(verb: Token) -> bool:
    """Whether the verb reports words, rather than denying, supposing or wishing that they were said."""
    if syntax.negated(verb) and verb.lemma_.lower() not in {"deny", "doubt"}:
        return False
    if any(c.dep_ == "aux" and c.lower_ in MODALS for c in verb.children):
        return False
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"continue", "go", "begin", "start", "come"}
    return not (verb.dep_ == "amod" or (verb.tag_ == "VBN" and verb.dep_ == "acl" and syntax.agent(verb) is None))


def inverted(verb: Token) -> Token | None:
    """`…, said the mayor of Oran`: the parser sometimes calls the late subject an object."""
    after = syntax.child(verb, "dobj", "attr", "npadvmod")
    if after is not None and after.i > verb.i and verb.lemma_.lower() in {"say", "write", "add", "ask", "reply"}:
        return after
    return None


def may_hold(holder: Token | None, verb: Token) -> bool:
    if (
        holder is None
        or holder.lower_ in FIRST_PERSON
        or factuality.empty(holder)
        or syntax.has(holder, "det", "neither")
    ):
        return False
    if syntax.passive(verb) and not speaks(holder):
        return False  # "was told by telephone"
    if verb.lemma_.lower() not in WEAK:
        return holder.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"} and holder.lower_ not in {
            "there",
            "this",
            "what",
        }
    return speaks(holder)


def speaks(noun: Token) -> bool:
    """Whether the noun names somebody, or a paper that speaks for somebody."""
    if noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if noun.pos_ == "PRON" or noun.lower_ in SPEAKING_PRONOUNS:
        return noun.lower_ in SPEAKING_PRONOUNS
    lemma = noun.lemma_.lower()
    return any(
        lemma in lexicon.lemmas("roles", group) for group in ("bodies", "offices", "groups", "media", "documents")
    )


def contents(verb: Token, entry: Verb, holder: Token | None, line: Line) -> Iterator[tuple[Token | None, list[Token]]]:
    """The stretches that the verb attributes, each with its main word."""
    given = [c for c in syntax.children(verb, "ccomp") if holder is None or c.i != holder.i]
    citing = next((c for c in syntax.children(verb, "advcl") if c.lemma_.lower() in INTRODUCERS), None)
    if not given and citing is not None:
        given = [t for t in citing.subtree if t.i > citing.i and t.pos_ in {"VERB", "AUX"} and after_comma_that(t)][:1]
    given = [c for c in given if not parted(verb, c)]
    if any(c.i > verb.i and syntax.has(c, "mark", "that") for c in given):
        given = [c for c in given if c.i > verb.i]
    if given:
        for clause in given:
            for part in coordinated(clause):
                yield from repeated(part, clause_tokens(part, clause))
        return
    if verb.dep_ in {"parataxis"} or (verb.dep_ == "ccomp" and interrupts(verb)):
        outer = verb.head
        yield outer, syntax.subtree(outer, without=[verb])
        return
    if verb.dep_ in {"conj", "advcl"} and quoted_elsewhere(verb, line) is None and fronted(verb) is not None:
        front = fronted(verb)
        yield front, syntax.subtree(front, without=[verb]) if front is not None else []
        return
    infinitive = syntax.child(verb, "xcomp")
    if infinitive is not None and syntax.negated(infinitive) and entry.act in {Act.ASK, Act.REQUEST}:
        return  # "asked not to be named"
    if infinitive is not None and wants_infinitive(verb, entry, infinitive):
        yield infinitive, list(infinitive.subtree)
        return
    quoted = quoted_elsewhere(verb, line)
    if quoted and entry.act not in {Act.ACCUSE, Act.CRITICISE, Act.PRAISE}:
        yield None, quoted
        return
    if "of" in entry.takes:
        yield from charged(verb, entry)
    if "object" in entry.takes and entry.act not in {Act.CRITICISE, Act.PRAISE} and verb.dep_ != "pcomp":
        yield from announced(verb)
    if entry.act is Act.DENY:
        gerund = syntax.child(verb, "xcomp", "pcomp")
        if gerund is not None:
            yield gerund, list(gerund.subtree)


def parted(verb: Token, clause: Token) -> bool:
    """Whether a semicolon outside quotations stands between the cue and the clause."""
    low, high = sorted((verb.i, clause.i))
    stops = [t for t in verb.doc[low:high] if t.text == ";"]
    marks = syntax.quotations(verb.doc.text) if stops else []
    return any(not any(a <= t.idx < b for a, b in marks) for t in stops)


def after_comma_that(verb: Token) -> bool:
    """Whether the verb's clause opens with `, that`, as it does after an inserted `citing …,`."""
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    return that is not None and that.i > 0 and that.nbor(-1).text == ","


def coordinated(clause: Token) -> list[Token]:
    """A complement and the later ones that repeat its `that` ("said that A and that B")."""
    parts = [clause]
    for c in clause.conjuncts:
        if c.pos_ in {"VERB", "AUX"} and syntax.has(c, "mark", "that") and syntax.finite(c):
            parts.append(c)
    return parts


def clause_tokens(part: Token, first: Token) -> list[Token]:
    later_parts = [c for c in coordinated(first) if c.i > part.i]
    barred = [*later_parts, *escaped(part), *asides(part)]
    tokens = syntax.subtree(part, without=barred)
    marks = {c.i for c in part.children if c.dep_ == "mark" and c.lower_ == "that"}
    marks |= {c.i for c in part.children if c.lower_ == "that" and c.dep_ == "advmod"}
    order = next((c for c in part.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if order is not None:
        marks |= {t.i for c in syntax.children(part, "nsubj", "nsubjpass") for t in c.subtree}
    return one_side([t for t in tokens if t.i not in marks], part, first.head)


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
    marks = syntax.quotations(part.doc.text)
    for stop in (t for t in tokens if t.text == ";" and not any(a <= t.idx < b for a, b in marks)):
        tokens = [t for t in tokens if (t.i < stop.i) == (part.i < stop.i)]
    colon = next((t for t in tokens if t.text == ":" and any(a - 2 <= t.idx + 2 <= a + 1 for a, _ in marks)), None)
    if colon is not None and verb.i > colon.i and any(t.i > colon.i for t in tokens):
        tokens = [t for t in tokens if t.i > colon.i]
    return tokens


def escaped(part: Token) -> list[Token]:
    """Coordinated verbs of speech whose grammatical subject cannot speak belong to the outer holder.

    "Hanoi denied that its ship had turned and blamed the other crew": the ship blames nobody.
    """
    verbs = [c for c in part.conjuncts if c.i > part.i and c.pos_ == "VERB" and not syntax.finite(c)]
    inner = syntax.child(part, "nsubj", "nsubjpass")
    if inner is None or speaks(inner):
        return []
    return [v for v in verbs if v.lemma_.lower() in lexicon.verbs()]


def asides(part: Token) -> list[Token]:
    """The author's own comment in apposition: `…, a charge that nobody had made`."""
    shells = lexicon.nouns()
    return [
        t
        for t in part.subtree
        if t.dep_ == "appos" and t.lemma_.lower() in shells and syntax.has(t, "det", "a", "an", "the")
    ]


def outer_holder(verb: Token) -> Token | None:
    """The holder of the clause that an escaped verb of speech really belongs to."""
    if verb.dep_ != "conj" or syntax.finite(verb):
        return None
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ == "ccomp" and verb in escaped(first):
        return syntax.doer(first.head)
    return None


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


def fronted(verb: Token) -> Token | None:
    """The clause before an inverted cue that the parser tied in as a coordinate: `A fell, B said`."""
    head = verb.head
    ends = verb.doc[verb.i + 1 : verb.i + 3]
    closing = any(t.text in {".", "”", '"'} or t.dep_ == "npadvmod" for t in ends) or verb.i + 1 >= len(verb.doc)
    comma = any(t.text == "," for t in verb.doc[head.i : verb.i])
    linked = syntax.has(verb, "cc") or syntax.has(verb, "mark") or any(c.dep_ == "cc" for c in head.children)
    if head.i < verb.i and closing and comma and not linked and syntax.finite(verb) and verb.dep_ == "conj":
        return head
    return None


def wants_infinitive(verb: Token, entry: Verb, infinitive: Token) -> bool:
    if entry.lemma == "deny":
        return infinitive.tag_ == "VBG"
    if not syntax.has(infinitive, "aux", "to"):
        return False
    if "infinitive" in entry.takes or "person" in entry.takes:
        return True
    return entry.lemma in {"tell", "warn", "ask"}


def charged(verb: Token, entry: Verb) -> Iterator[tuple[Token | None, list[Token]]]:
    """`accused X of shelling`, `warned of famine`, `blamed a fault on X`, `blamed X for the fire`."""
    for preposition in syntax.children(verb, "prep"):
        if preposition.lower_ not in {"of", "for", "over", "about", "that", "with"}:
            continue
        inner = syntax.child(preposition, "pcomp") or syntax.child(preposition, "pobj")
        if inner is None or (preposition.lower_ == "with" and entry.act is not Act.ACCUSE):
            continue
        if entry.act is Act.CRITICISE and inner.dep_ != "pcomp":
            continue
        yield inner, list(inner.subtree)
        return
    target = syntax.child(verb, "dobj")
    nested = next(
        (p for p in (syntax.children(target, "prep") if target is not None else []) if p.lower_ in {"of", "for"}), None
    )
    if nested is not None and syntax.child(nested, "pcomp") is not None:
        inner = syntax.child(nested, "pcomp")
        if inner is not None:
            yield inner, list(inner.subtree)
            return
    if entry.lemma == "blame" and target is not None and any(p.lower_ == "on" for p in syntax.children(verb, "prep")):
        yield target, list(target.subtree)
    elif entry.lemma == "blame" and target is not None and nested is not None:
        inner = syntax.child(nested, "pobj")
        if inner is not None:
            yield inner, list(inner.subtree)


def announced(verb: Token) -> Iterator[tuple[Token | None, list[Token]]]:
    """`announced a truce`, `claimed responsibility`; a thing that was merely shown is no content."""
    thing = syntax.complement(verb) if syntax.passive(verb) else syntax.child(verb, "dobj")
    if thing is None or thing.pos_ not in {"NOUN", "PROPN"} or thing.ent_type_ in {"PERSON", "GPE", "ORG", "DATE"}:
        return
    lemma = thing.lemma_.lower()
    if lemma in lexicon.nouns() and lexicon.nouns()[lemma].shell == "statement":
        return
    yield thing, list(thing.subtree)


def accusers(verb: Token) -> Iterator[tuple[Token, Token]]:
    """`X is accused by A of one thing and by B of another`: each accuser with its charge."""
    agents = [c for c in syntax.children(verb, "agent", "prep") if c.lower_ == "by"]
    agents += [c for a in agents for c in a.conjuncts if c.lower_ == "by"]
    shared = next((i for i in charges(verb)), None)
    for by in agents:
        accuser = syntax.child(by, "pobj")
        inner = next(charges(accuser), shared) if accuser is not None else None
        if accuser is not None and inner is not None:
            yield accuser, inner


def charges(word: Token) -> Iterator[Token]:
    for preposition in syntax.children(word, "prep"):
        inner = syntax.child(preposition, "pcomp") or syntax.child(preposition, "pobj")
        if preposition.lower_ in {"of", "over"} and inner is not None:
            yield inner


def quoted_elsewhere(verb: Token, line: Line) -> list[Token]:
    """The quoted words of the sentence that hold neither the verb nor each other's cue."""
    marks = syntax.quotations(line.passage.doc.text)
    found = [t for t in line.tokens if any(a <= t.idx < b for a, b in marks) and not t.is_space]
    words = [t for t in found if t.is_alpha]
    if any(t.i == verb.i for t in found) or not (len(words) > 4 or any(t.pos_ in {"VERB", "AUX"} for t in words)):
        return []
    return found if all(nearest_cue(t, verb) for t in words) else []


def nearest_cue(token: Token, verb: Token) -> bool:
    """Whether no other verb of speech stands between the quoted word and `verb` in the tree."""
    known = lexicon.verbs()
    for ancestor in token.ancestors:
        if ancestor.i == verb.i:
            return True
        if (
            ancestor.lemma_.lower() in known
            and ancestor.pos_ == "VERB"
            and ancestor.i not in {t.i for t in verb.subtree}
        ):
            return verb.is_ancestor(ancestor)
    return True


def cited(cue: Token) -> Token | None:
    """Whom a report rests on: `reported, citing two officials`."""
    for c in cue.children:
        if c.lemma_.lower() in INTRODUCERS and c.dep_ in {"advcl", "conj", "xcomp", "prep", "dep"}:
            return syntax.child(c, "dobj", "pobj")
    return None


# --- according to, nouns, colons -------------------------------------------------------------------------


def according(line: Line, text: str) -> Iterator[Statement]:
    for token in line.tokens:
        if token.lower_ != "according":
            continue
        to = syntax.child(token, "prep")
        holder = syntax.child(to, "pobj") if to is not None else None
        if to is None or holder is None:
            continue
        head = syntax.clause(token.head)
        while head.dep_ == "ccomp" and head.head.lemma_.lower() in lexicon.verbs() and head.head.i > token.i:
            head = head.head
        barred = [token, *(c for c in syntax.children(head, "advcl") if c.lower_ == "according")]
        tokens = [t for t in syntax.subtree(head, without=barred) if t.i not in conjunction(head)]
        content = tuple(s for s in (tidy(text, span) for span in runs(line.passage, tokens)) if s is not None)
        span = line.passage.place([token, to])
        yield Statement(
            line=line,
            holder=holder,
            cue=(span,),
            head=head,
            content=content,
            act=Act.SAY,
            reporting=Reporting.NEUTRAL,
            voice=voice(text, line.passage, content),
            joint=None,
            proof=(Proof("reporting:according to", span.start, span.end),),
        )


def conjunction(head: Token) -> set[int]:
    return {c.i for c in head.children if c.dep_ in {"cc"} or (c.dep_ == "mark" and c.lower_ == "that")}


def by_noun(line: Line, text: str) -> Iterator[Statement]:
    """`China's offer to mediate`, `accusations from Lima that …`, `made the claim that …`."""
    for token in line.tokens:
        entry = lexicon.nouns().get(token.lemma_.lower())
        if token.pos_ != "NOUN" or entry is None or entry.shell == "legitimacy":
            continue
        holder = noun_holder(token)
        if holder is None:
            continue
        for head, tokens in noun_contents(token, entry):
            content = tuple(s for s in (tidy(text, span) for span in runs(line.passage, tokens)) if s is not None)
            span = line.passage.place([token])
            yield Statement(
                line=line,
                holder=holder,
                cue=(span,),
                head=head,
                content=content,
                act=entry.act,
                reporting=Reporting.DISTANCING if entry.act in {Act.CLAIM, Act.ACCUSE} else Reporting.NEUTRAL,
                voice=voice(text, line.passage, content),
                joint=None,
                proof=(Proof(f"noun:{token.lemma_.lower()}", span.start, span.end),),
            )


def noun_holder(noun: Token) -> Token | None:
    own = syntax.owner(noun)
    if own is not None and own.lower_ not in FIRST_PERSON | {"my", "our", "your"}:
        return own
    adjective = next(
        (c for c in noun.children if c.dep_ in {"amod", "compound"} and c.ent_type_ in {"NORP", "GPE", "ORG"}), None
    )
    if adjective is not None:
        return adjective
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in CARRIERS and attributes(verb):
        return syntax.doer(verb)
    return None


def noun_contents(noun: Token, entry: Noun) -> Iterator[tuple[Token | None, list[Token]]]:
    for c in noun.children:
        if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i:
            marked = next((m for m in c.children if m.lower_ == "that" and m.dep_ == "mark"), None)
            infinitive = entry.shell == "proposal" and syntax.has(c, "aux", "to")
            if marked is not None:
                yield c, [t for t in c.subtree if t.i != marked.i]
                return
            if infinitive:
                yield c, list(c.subtree)
                return
    clause = following_clause(noun) if entry.shell == "statement" else None
    if clause is not None:
        yield clause
        return
    for c in syntax.children(noun, "prep"):
        inner = syntax.child(c, "pcomp") or syntax.child(c, "pobj")
        wanted = entry.act in {Act.ACCUSE, Act.PROPOSE, Act.PROMISE, Act.DEMAND} and c.lower_ in {"of", "for"}
        if wanted and inner is not None and inner.lemma_.lower() not in ANSWERS:
            yield inner, list(inner.subtree)
            return


def following_clause(noun: Token) -> tuple[Token, list[Token]] | None:
    """`accusations from Lima that …`: the clause after the noun's owner, wherever the parser hung it.

    It runs from `that` to the next comma outside it, or to the verb that the noun is the subject of.
    """
    if not any(c.lower_ in {"from", "by"} for c in noun.children):
        return None
    doc, end = noun.doc, noun.sent.end
    that = next(
        (t for t in doc[noun.i + 1 : min(end, noun.i + 16)] if t.lower_ == "that" or t.pos_ in {"VERB", "AUX"}), None
    )
    if that is None or that.lower_ != "that" or that.i + 2 >= end:
        return None
    stop = noun.head.i if noun.dep_ in syntax.SUBJECTS and noun.head.i > that.i else end
    verb = next((t for t in doc[that.i + 1 : stop] if t.pos_ in {"VERB", "AUX"} and syntax.finite(t)), None)
    if verb is None:
        return None
    while stop > verb.i + 1 and doc[stop - 1].dep_ in {"aux", "auxpass", "neg", "punct"}:
        stop -= 1
    return verb, list(doc[that.i + 1 : stop])


def by_colon(line: Line, text: str) -> Iterator[Statement]:
    """A headline that names its speaker before a colon or after a dash: `Zeman: talks have failed`."""
    if line.passage.kind is not ParagraphKind.HEADLINE:
        return
    colon = next((t for t in line.tokens if t.text == ":"), None)
    if colon is None or not 0 < colon.i - line.tokens.start <= 5:
        return
    before = [t for t in line.tokens if t.i < colon.i]
    after = [t for t in line.tokens if t.i > colon.i]
    holder = next((t for t in reversed(before) if t.pos_ == "PROPN"), None)
    if holder is None or len(after) < 3 or holder.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP"}:
        return
    span = line.passage.place([colon])
    content = tuple(s for s in (tidy(text, r) for r in runs(line.passage, after)) if s is not None)
    yield Statement(
        line=line,
        holder=holder,
        cue=(span,),
        head=next((t for t in after if t.dep_ == "ROOT"), after[0]),
        content=content,
        act=Act.SAY,
        reporting=Reporting.NEUTRAL,
        voice=voice(text, line.passage, content),
        joint=None,
        proof=(Proof("headline colon", span.start, span.end),),
    )


# --- quotations that carry on ----------------------------------------------------------------------------


def carried(lines: Sequence[Line], found: Sequence[Statement], text: str) -> Iterator[Statement]:
    """Sentences that are all quotation and have no cue of their own keep the speaker of their neighbour."""
    by_line: dict[int, list[Statement]] = {}
    for statement in found:
        by_line.setdefault(statement.line.id, []).append(statement)
    speaker: dict[int, Statement] = {}
    for line in lines:
        inner = quoted_part(line)
        if inner is None or any(s.voice is not Voice.AUTHOR and covers(s, inner) for s in by_line.get(line.id, ())):
            continue
        source = earlier(line, lines, by_line, speaker) or later(line, lines, by_line)
        content = tidy(text, inner)
        if source is None or content is None:
            continue
        head = next((t for t in line.tokens if t.dep_ == "ROOT"), None)
        proof = Proof("quotation carried on", line.start, line.end)
        kept = replace(
            source, line=line, cue=(), head=head, content=(content,), act=Act.SAY, reporting=Reporting.NEUTRAL,
            voice=Voice.DIRECT, joint=None, proof=(proof,), cited=None, told=source.told or source.line,
        )  # fmt: skip
        speaker[line.id] = kept
        yield kept


def covers(statement: Statement, span: Span) -> bool:
    return any(c.overlaps(span) for c in statement.content)


def quoted_part(line: Line) -> Span | None:
    """The quoted stretch of a sentence that is nothing but quotation, else None."""
    marks = syntax.quotations(line.passage.doc.text)
    letters = [i for i, c in enumerate(line.text, line.tokens.start_char) if c.isalnum()]
    inside = [i for i in letters if any(a <= i < b for a, b in marks)]
    if not letters or len(inside) < len(letters) or len(letters) < 2:
        return None
    return Span(line.passage.start + inside[0], line.passage.start + inside[-1] + 1)


def earlier(
    line: Line, lines: Sequence[Line], by_line: dict[int, list[Statement]], speaker: dict[int, Statement]
) -> Statement | None:
    """The statement that the quotation goes on from: same paragraph, or an unclosed quotation before it."""
    start = line.passage.start + line.tokens.start_char
    for other in reversed(lines[: line.id]):
        if other.passage.paragraph < line.passage.paragraph:
            if not left_open(other.passage):
                return None
            start = -1
        spoken = [s for s in by_line.get(other.id, ()) if s.voice in {Voice.DIRECT, Voice.MIXED, Voice.INDIRECT}]
        if other.id in speaker:
            return speaker[other.id]
        if spoken:
            return spoken[-1] if spoken[-1].cue and (start == -1 or follows(line, spoken[-1])) else None
        if other.passage.paragraph < line.passage.paragraph - 1:
            return None
    return None


def follows(line: Line, statement: Statement) -> bool:
    """A new quotation belongs to the last speaker unless the next sentence's cue closes it."""
    marks = syntax.quotations(line.passage.doc.text)
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
    marks = syntax.quotations(passage.doc.text)
    return bool(marks) and marks[-1][1] == len(passage.doc.text)


def later(line: Line, lines: Sequence[Line], by_line: dict[int, list[Statement]]) -> Statement | None:
    """`"A. B," she said`: the cue follows in a later sentence of the same paragraph."""
    for other in lines[line.id + 1 : line.id + 4]:
        if other.passage.paragraph != line.passage.paragraph:
            return None
        spoken = [s for s in by_line.get(other.id, ()) if s.voice is Voice.DIRECT and s.cue]
        if spoken:
            return spoken[0]
    return None


# --- voice, and what stands twice ------------------------------------------------------------------------


def voice(text: str, passage: Passage, content: Iterable[Span]) -> Voice:
    """direct: all letters quoted; mixed: some; indirect: none."""
    marks = [Span(passage.start + a, passage.start + b) for a, b in syntax.quotations(passage.doc.text)]
    letters = [i for span in content for i in range(span.start, span.end) if text[i].isalnum()]
    quoted = sum(1 for i in letters if any(m.start <= i < m.end for m in marks))
    if not letters or quoted == 0:
        return Voice.INDIRECT
    return Voice.DIRECT if quoted == len(letters) else Voice.MIXED


def distinct(found: Sequence[Statement]) -> list[Statement]:
    """One statement per holder and content; the first rule that found it wins."""
    kept: dict[tuple[int | None, tuple[Span, ...]], Statement] = {}
    for statement in found:
        key = (statement.holder.i if statement.holder is not None else None, statement.content)
        kept.setdefault(key, statement)
    return list(kept.values())
