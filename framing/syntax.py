"""Questions asked of the parse: subjects, clauses, noun phrases."""

from collections.abc import Iterable, Iterator

from framing.tokens import Token, Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PARTICLES = frozenset({"back", "aside", "away", "off", "down"})
ADDRESSING = frozenset("ask tell urge warn order invite question quiz press challenge advise".split())  # somebody


def children(token: Token, *labels: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    return next(iter(children(token, *labels)), None)


def has(token: Token, label: str, *lemmas: str) -> bool:
    return any(c.dep_ == label and (not lemmas or c.lemma_.lower() in lemmas) for c in token.children)


def objects_of(word: Token, *prepositions: str) -> Iterator[Token]:
    """The objects of the word's own prepositions, of these or of any: `the minister of health`, `said in a letter`."""
    for link in children(word, "prep"):
        if not prepositions or link.lower_ in prepositions:
            yield from children(link, "pobj")


def opens_with_that(clause: Token) -> bool:
    return any(word.lower_ == "that" for word in clause.lefts)


def negated(verb: Token) -> bool:
    """Whether the verb itself carries a negation ("did not say", "never said")."""
    return any(c.dep_ == "neg" or (c.lower_ in {"never", "hardly"} and c.dep_ == "advmod") for c in verb.children)


def passive(verb: Token) -> bool:
    return has(verb, "auxpass") or has(verb, "nsubjpass")


def agent(verb: Token) -> Token | None:
    """The doer of a passive ("was denied by Lima")."""
    by = child(verb, "agent") or next((c for c in children(verb, "prep") if c.lower_ == "by"), None)
    if by is None:  # "dismissed as revenge by the mayor": the parser hangs `by` on the last noun
        inner = (p for c in children(verb, "prep") if c.lower_ in {"as", "with"} for p in c.subtree)
        by = next((p for p in inner if p.lower_ == "by" and p.dep_ in {"prep", "agent"}), None)
    return child(by, "pobj") if by is not None else None


def subject(verb: Token) -> Token | None:
    """The grammatical subject, through coordination, participles and relative clauses."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = child(verb, *SUBJECTS)
        if own is not None:
            return antecedent(own, verb)
        if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head
        elif verb.dep_ in {"advcl", "xcomp"} and verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
            controlled = child(verb.head, "dobj") if verb.dep_ == "xcomp" else None
            if controlled is not None:
                return controlled
            verb = verb.head
        elif verb.dep_ == "acomp" or (verb.dep_ == "ccomp" and interposed(verb.head)):
            verb = verb.head
        elif verb.dep_ in {"acl", "relcl"}:
            return verb.head
        elif verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
            verb = verb.head.head
        else:
            return taken(verb)
    return None


def taken(verb: Token) -> Token | None:
    """`The envoy, asked if he knew, left`: the subject that the parser gave to the asking between commas."""
    between = (c for c in children(verb, "parataxis", "ccomp", "advcl") if c.i < verb.i and interposed(c))
    return next((child(c, "nsubj") for c in between), None)


def relative(word: Token) -> bool:
    """Whether a pronoun opens a relative clause: not the `that` of "Lima disputes that"."""
    return word.lower_ in RELATIVE and any(a.dep_ == "relcl" for a in word.ancestors)


def antecedent(noun: Token, verb: Token) -> Token:
    if noun.lower_ in RELATIVE and verb.dep_ == "relcl":
        return verb.head
    return noun


def doer(verb: Token) -> Token | None:
    """Who acts: the subject of an active verb, the `by` of a passive one."""
    return agent(verb) if passive(verb) else subject(verb)


def phrasal(verb: Token) -> str:
    """The verb with its particle: `turn down`, `push back`; empty without one."""
    particle = child(verb, "prt") or next(
        (
            c
            for c in children(verb, "advmod", "prep")
            if c.i == verb.i + 1 or c.dep_ == "advmod"
            if c.lower_ in PARTICLES
        ),
        None,
    )
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else ""


def bare_participle(verb: Token) -> bool:
    """`the man accused of theft`, `when questioned`: done to the subject, by nobody named."""
    alone = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return (alone and verb.dep_ in {"acl", "advcl"} and agent(verb) is None) or interposed(verb)


def interposed(verb: Token) -> bool:
    """`The envoy, asked if he knew, left`, taken for an envoy who asks: no comma parts a subject from its verb.

    Of two commas before it, the first opens an apposition: `The envoy, Jan Novak, asked …`; or it closes what opens
    the sentence: `On Monday, the envoy, asked …`.
    """
    if verb.lemma_.lower() not in ADDRESSING or verb.tag_ not in {"VBD", "VBN"} or verb.i < 2:
        return False
    noun = verb.head if verb.dep_ == "acl" else child(verb, "nsubj")
    if noun is None or noun.i >= verb.i or has(verb, "aux") or child(verb, "dobj", "agent") is not None:
        return False
    before = noun.left_edge.i - 1
    apart = before < verb.sent.start or verb.doc[before].text != "," or opening(verb.doc[verb.sent.start : before])
    commas = [t.i for t in verb.doc[noun.i : verb.sent.end] if t.text == ","]
    return apart and commas[:1] == [verb.i - 1] and len(commas) > 1


def aged(word: Token) -> bool:
    """The last word of `the 27-year-old`, which stands for a person and not for a date."""
    return (
        word.lower_ == "old" and word.i > 3 and [t.lower_ for t in word.doc[word.i - 3 : word.i]] == ["-", "year", "-"]
    )


def opening(words: Tokens) -> bool:
    """`On Monday`, `Hours later`, `When he came`: an adverbial before the first comma of its sentence."""
    if len(words) == 0 or any(t.text == "," for t in words):
        return False
    return words[0].pos_ in {"ADP", "ADV", "SCONJ"} or words[-1].dep_ in {"npadvmod", "advmod"}


def complement(verb: Token) -> Token | None:
    """The object acted upon: dobj, the subject of a passive, the object of its preposition."""
    if passive(verb):
        return subject(verb)
    return child(verb, "dobj", "obj", "attr", "oprd")


def conjuncts(noun: Token) -> list[Token]:
    """The noun and those coordinated with it, in order."""
    found = [noun]
    for c in noun.children:
        if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"}:
            found.extend(conjuncts(c))
    return found


STOPS = frozenset({":", "-", "–", "—"})


def separates(token: Token) -> bool:
    """A colon, or a dash between blanks, not a hyphen inside a word: a noun phrase never reaches across it."""
    if token.text not in STOPS:
        return False
    return token.text == ":" or (bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_))


PHRASE_ENDS = frozenset({"relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis", "ccomp", "punct"})
PHRASE_PREPOSITIONS = frozenset({"of", "for", "from", "at", "with", "in", "on", "to"})


def phrase(noun: Token, *, far: bool = True) -> list[Token]:
    """The noun phrase from its first modifier to its head, with its prepositions if `far`.

    Relative clauses, appositions and coordinated nouns stay out, and whatever stands before a colon or a dash, where
    the parser hangs a whole headline on the source at its end.
    """
    kept = [noun]
    for c in noun.children:
        if c.dep_ in PHRASE_ENDS and not (c.dep_ == "punct" and c.text == "-"):
            continue
        wanted = far and c.dep_ == "prep" and c.lower_ in PHRASE_PREPOSITIONS
        if c.i > noun.i and not wanted and c.dep_ not in {"case", "nummod", "compound", "prt"}:
            continue
        if c.dep_ == "prep":
            kept.extend(t for t in c.subtree if not t.is_space)
        else:
            kept.extend(t for t in c.subtree if t.dep_ != "relcl")
    tokens = sorted(set(kept), key=lambda t: t.i)
    before = next((t.i for t in reversed(tokens[0].doc[tokens[0].i : noun.i]) if separates(t)), -1)
    tokens = [t for t in tokens if t.i > before]
    if tokens[-1].dep_ == "case":
        tokens = tokens[:-1]
    return tokens


def core(noun: Token) -> list[Token]:
    """The noun phrase without what follows its head."""
    return [t for t in phrase(noun, far=False) if t.i <= noun.i]


def owner(noun: Token) -> Token | None:
    """Whose the noun is: possessive, which the parser sometimes calls a modifier, else `by` or `from`."""
    own = child(noun, "poss") or next((c for c in children(noun, "nmod", "compound") if has(c, "case")), None)
    if own is not None:
        return own
    for c in children(noun, "prep", "agent"):
        if c.lower_ in {"by", "from"}:
            return child(c, "pobj")
    return None


def clause(token: Token) -> Token:
    """The verb of the smallest finite clause around `token`."""
    current = token
    while current.dep_ != "ROOT":
        if current.pos_ in {"VERB", "AUX"} and current.dep_ in {"ccomp", "conj", "parataxis"} and finite(current):
            return current
        current = current.head
    return current


def finite(verb: Token) -> bool:
    return has(verb, "nsubj") or has(verb, "nsubjpass") or has(verb, "expl")


def subtree(token: Token, *, without: Iterable[Token] = ()) -> list[Token]:
    barred = {t.i for w in without for t in w.subtree}
    return [t for t in token.subtree if t.i not in barred]
