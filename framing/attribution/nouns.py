"""Attribution by noun: `China's offer to mediate`, `accusations from Lima that …`."""

from collections.abc import Iterator

from framing import factuality, lexicon, syntax
from framing.attribution.clauses import clause_tokens
from framing.attribution.edges import denied as refused
from framing.attribution.edges import escaped
from framing.attribution.holders import outer_holder
from framing.attribution.speakers import ANSWERS, attributes, first_person, may_hold, speaks
from framing.attribution.statement import Statement, voice
from framing.lexicon import Noun
from framing.passages import Line
from framing.spans import pieces
from framing.tokens import Token
from framing.types import Act, ContestKind, Proof, Reporting
from framing.verdicts import FAR, behind_verdict

CARRIERS = frozenset(
    """
    make issue give repeat renew voice express raise level file table put deliver reiterate send
    lodge have offer
    """.split()
)


COMPLEMENTED = frozenset({Act.DENY, Act.ACCUSE, Act.WARN, Act.CLAIM})  # their `that` opens a clause, not a relative


def by_noun(line: Line, text: str) -> Iterator[Statement]:
    """`China's offer to mediate`, `accusations from Lima that …`, `made the claim that …`."""
    for token in line.tokens:
        entry = lexicon.nouns().get(token.lemma_.lower())
        if token.pos_ != "NOUN" or entry is None or entry.shell == "legitimacy":
            continue
        if factuality.empty(token) and not unproven(token):
            continue  # "has no plan to leave": nobody plans to
        holder, cue, act = noun_holder(token), token, Act.CLAIM if unproven(token) else entry.act
        if holder is None and entry.shell != "proposal" and (verb := denying(token)) is not None:
            paper = speaks(token)  # "dismissed media reports that she knew": the reports say so, whoever wrote them
            denier = outer_holder(verb) or syntax.doer(verb)
            holder, cue, act = (token, token, act) if paper else (denier, verb, Act.DENY)
        if holder is None or not may_hold(holder, cue):
            continue
        for head, tokens in noun_contents(token, entry):
            content = pieces(text, line.passage, tokens)
            span = line.passage.place([cue])
            yield Statement(
                line=line,
                holder=holder,
                cue=(span,),
                head=head,
                content=content,
                act=act,
                reporting=Reporting.DISTANCING if act in {Act.CLAIM, Act.ACCUSE} else Reporting.NEUTRAL,
                voice=voice(text, line.passage, content),
                joint=None,
                proof=(Proof(f"noun:{token.lemma_.lower()}", span.start, span.end),),
            )


def denying(noun: Token) -> Token | None:
    """`rejected suggestions that she knew`: with nobody named as their source, the denial is told by its own words.

    The verdict may stand before them: `dismissed as baseless suggestions that she knew`.
    """
    words = lexicon.contest_words("verbs")
    before = noun.doc[max(noun.sent.start, noun.i - FAR) : noun.i]
    verbs = (
        [noun.head] if noun.dep_ == "dobj" else [v for v in before if v.pos_ == "VERB" and behind_verdict(v) == noun]
    )
    known = [v for v in verbs if (word := words.get(v.lemma_.lower())) and word.kind is not ContestKind.DOUBTS]
    return known[-1] if known and noun.tag_ == "NNS" and attributes(known[-1]) else None


def unproven(noun: Token) -> bool:
    """`offered no proof that P`: of whoever is said to give none for it, P is the claim; not of who has seen none."""
    given = noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"offer", "give"}
    return given and noun.lemma_.lower() in {"proof", "evidence"} and syntax.has(noun, "det", "no")


def noun_holder(noun: Token) -> Token | None:
    own = syntax.owner(noun)
    if own is not None and own.lower_ not in {"my", "our", "your"} and not first_person(own):
        return own
    adjective = next(
        (
            c
            for c in noun.children
            if c.dep_ in {"amod", "compound"} and c.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
        ),
        None,
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
            infinitive = entry.shell in {"proposal", "thought"} and syntax.has(c, "aux", "to")
            if marked is not None:
                barred = escaped(c) if refused(c) else ()
                yield c, [t for t in syntax.subtree(c, without=barred) if t.i != marked.i]
                return
            if infinitive:
                yield c, list(c.subtree)
                return
    being = noun.head
    clause = syntax.child(being, "ccomp") if noun.dep_ == "nsubj" and being.lemma_.lower() == "be" else None
    if clause is not None and syntax.has(clause, "mark", "that") and entry.shell != "proposal":
        yield clause, clause_tokens(clause, clause)  # "their argument is that …"
        return
    offered = noun.doc[noun.i + 1 : noun.i + 3]
    if entry.shell == "proposal" and len(offered) == 2 and offered[0].lower_ == "to":
        if offered[1].tag_ == "VB":
            yield offered[1], list(offered[1].subtree)
            return
        if offered[1].dep_ == "compound":  # "offer to host talks", with `host` taken for a noun
            yield offered[1], [offered[0], *offered[1].head.subtree]
            return
    wished = wished_clause(noun) if entry.shell == "proposal" else None
    if wished is not None:
        yield wished
        return
    told = following_clause(noun, entry) if entry.shell in {"statement", "thought"} else None
    if told is not None:
        yield told
        return
    for c in syntax.children(noun, "prep"):
        inner = syntax.child(c, "pcomp") or syntax.child(c, "pobj")
        wanted = entry.act in {Act.ACCUSE, Act.PROPOSE, Act.PROMISE, Act.DEMAND} and c.lower_ in {"of", "for"}
        if wanted and inner is not None and inner.lemma_.lower() not in ANSWERS:
            yield inner, list(inner.subtree)
            return


def wished_clause(noun: Token) -> tuple[Token, list[Token]] | None:
    """`a call by Peru's president, Ana Solis, for Chile to leave`: the infinitive and who is to do it."""
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 16)]:
        if token.pos_ in {"VERB", "AUX"}:
            return None
        if token.lower_ == "for" and token.dep_ == "mark" and syntax.has(token.head, "aux", "to"):
            return token.head, [t for t in token.head.subtree if t.i >= token.i]
    return None


def following_clause(noun: Token, entry: Noun) -> tuple[Token, list[Token]] | None:
    """`accusations from Lima that …`: the clause after the noun's owner, wherever the parser hung it.

    It runs from `that` to the next comma outside it, or to the verb that the noun is the subject of.
    """
    doc, end = noun.doc, noun.sent.end
    that = next(
        (t for t in doc[noun.i + 1 : min(end, noun.i + 16)] if t.lower_ == "that" or t.pos_ in {"VERB", "AUX"}), None
    )
    if that is None or that.lower_ != "that" or that.i + 2 >= end or that.dep_ == "det":
        return None
    if that.dep_ in syntax.SUBJECTS and that.head.pos_ != "NOUN":
        return None  # hung on a noun (`claims by villagers that waste has …`) it is no subject
    stop = noun.head.i if noun.dep_ in syntax.SUBJECTS and noun.head.i > that.i else end
    verb = next((t for t in doc[that.i + 1 : stop] if t.pos_ in {"VERB", "AUX"} and syntax.finite(t)), None)
    if verb is None:
        return None
    filled = syntax.has(verb, "nsubjpass") or len(syntax.children(verb, "dobj")) > 1
    if that.dep_ == "dobj" and entry.act not in COMPLEMENTED and not filled:
        return None  # "the report that he wrote"
    while stop > verb.i + 1 and doc[stop - 1].dep_ in {"aux", "auxpass", "neg", "punct"}:
        stop -= 1
    return verb, list(doc[that.i + 1 : stop])
