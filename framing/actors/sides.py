"""Which top-level actor a noun speaks for."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import gazetteer, lexicon, syntax
from framing.actors.introductions import described_as
from framing.actors.kinds import name_at
from framing.actors.known import named
from framing.actors.references import Description, Fit, kindred, taken_up
from framing.actors.scene import Scene, head_of, written
from framing.actors.voices import LEADS, LOCALS, SERVING, beside, past, public, speaks_for_it, state_run
from framing.cast import BODIES, Figure
from framing.types import ActorKind, MentionForm

SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
SPEAKS_FOR = frozenset("speak lead head chair run command represent direct found own govern rule advise".split())


STAFF = frozenset("nurse doctor teacher worker student engineer driver farmer medic surgeon".split())


# Who and what a person has to speak for him or her.
STAFFED = SPOKESPEOPLE | frozenset(
    "campaign aide adviser advisor manager director strategist office team lawyer".split()
)


LINKS = frozenset({"of", "for", "at", "from", "with", "in", "inside", "to"})


def affiliation(scene: Scene, token: Token) -> Figure | None:
    """The actor that the noun speaks for: `Kenyan`, `China's`, `of the ministry`, `who speaks for the firm`."""
    if past(token) or beside(token):
        return None
    for source in sources(scene, token):
        figure = figure_at(scene, source) if source.i != token.i else None
        if figure is not None and (
            speaks_for_it(token, figure) or not national(scene, source, token, figure) or state_run(token)
        ):
            return figure
    return scene.cast.state(scene.line.id) if state_run(token) else employer(scene, token)


def employer(scene: Scene, token: Token) -> Figure | None:
    """`a company spokesman`, `a spokeswoman`: of the body that the word takes up, or else of the one spoken of."""
    titles = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
    bodies = lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
    for noun in (t for t in titles if t.lemma_.lower() in bodies or kindred(t.lemma_.lower())):
        before = [c for c in (*noun.lefts, *titles) if c.i < noun.i]
        words = frozenset(c.lemma_.lower() for c in before)
        wanted = Description(described_as(noun), words, definite=True)
        found = taken_up(scene.cast, scene.line.id, wanted)
        if found is not None and found[1] > Fit.UNDESCRIBED:
            return found[0]
    bare = not titles and not any(c.dep_ in {"prep", "poss", "amod"} for c in token.children)
    if bare and token.lemma_.lower() in SPOKESPEOPLE and syntax.has(token, "det", "a"):
        return scene.cast.recent(scene.line.id, BODIES, reach=3)
    return None


def figure_at(scene: Scene, source: Token) -> Figure | None:
    """Whom the word names, also as a part of a longer known form; the issuer of a paper; the state of a city."""
    figure = scene.resolve(source)
    if figure is None and source.lemma_.lower() in scene.cast.issuers:
        return scene.cast.figures[scene.cast.issuers[source.lemma_.lower()]]
    if figure is None and source.i in scene.hits:
        figure = scene.resolve(head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is scene.hits[source.i]]))
    return host(scene, source) if figure is not None and figure.kind is ActorKind.PLACE else figure


def origin(scene: Scene, token: Token) -> Figure | None:
    """The state by whose adjective or name a noun is described, whether or not it speaks for it: `a French firm`."""
    near = (c for c in token.lefts if c.i in scene.hits and modifies(c, token))
    figure = next((f for c in near if (f := figure_at(scene, c)) is not None), None)
    return figure if figure is not None and figure.kind is ActorKind.STATE else None


def national(scene: Scene, source: Token, noun: Token, figure: Figure) -> bool:
    """Whether the noun is only called by a nation's name: `French farmers`, `a Western diplomat`."""
    if not modifies(source, noun):
        return False
    if figure.kind is ActorKind.GROUP and source.i not in scene.hits:
        return False  # "their leader"
    hit = scene.hits.get(source.i)
    adjective = hit is not None and hit.entry.form is MentionForm.DEMONYM
    return figure.kind in {ActorKind.STATE, ActorKind.GROUP} or (figure.kind is ActorKind.BLOC and adjective)


def modifies(source: Token, noun: Token) -> bool:
    """Whether the word stands before the noun as its adjective, compound or owner."""
    return source.i < noun.i and source.dep_ in {"amod", "compound", "nmod", "poss"}


def names_body(scene: Scene, token: Token) -> bool:
    """Whether the word ends a name whose kind is known: `Larkin Foods spokesman`."""
    name = name_at(token)
    if name is not None and scene.cast.kinds.get(written(name)) in {ActorKind.ORGANISATION, ActorKind.MEDIA}:
        return True
    known = named(scene.cast, token.text, ActorKind.ORGANISATION) if token.pos_ == "PROPN" else None
    return known is not None and known.kind in {ActorKind.ORGANISATION, ActorKind.MEDIA}


def names_person(scene: Scene, token: Token) -> bool:
    name = name_at(token) if token.pos_ == "PROPN" else None
    if name is not None and scene.cast.kinds.get(written(name)) is ActorKind.PERSON:
        return True
    people = (f for f in scene.cast.figures if f.kind is ActorKind.PERSON and not f.unnamed)
    return token.pos_ == "PROPN" and any(f.name.split()[-1] == token.text for f in people)


def sources(scene: Scene, token: Token) -> Iterator[Token]:
    before = [c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod", "poss"}]
    for c in before:
        if c.lower_ == "based":  # "the Santiago-based firm"
            continue
        yield from (t for t in (c, *c.lefts) if c.dep_ != "poss" and (t.i in scene.hits or names_body(scene, t)))
        if token.lemma_.lower() in STAFFED:  # "the Clinton campaign", "Gowdy spokesman Jamal Ware"
            yield from (t for t in (c, *c.lefts) if c.dep_ != "poss" and t.pos_ == "PROPN" and names_person(scene, t))
    if token.lemma_.lower() != "counterpart":  # "its Russian counterpart" is Russia's
        yield from (c for c in before if c.dep_ == "poss")
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in LINKS:
            thing = syntax.child(c, "pobj")
            if thing is not None and eligible(scene, token, c, thing):
                yield thing
        elif c.dep_ == "appos" and c.pos_ in {"NOUN", "ADJ"} and not (past(c) or beside(c)):
            yield from sources(scene, c)
        elif c.dep_ == "relcl" and c.lemma_.lower() in SPEAKS_FOR:
            thing = next((syntax.child(p, "pobj") for p in syntax.children(c, "prep")), None) or syntax.child(c, "dobj")
            if thing is not None:
                yield thing
                yield from syntax.children(thing, "poss")
    if names_person(scene, token):
        yield from named_beside(token)
    yield from adjacent(scene, token)
    visited = host_of_visit(scene, token)
    if visited is not None:
        yield visited


def named_beside(name: Token) -> Iterator[Token]:
    """`Sanna Virtanen (Green League)`, `Van der Meer leads the Delta Agency`: a person's body, told by the name."""
    for c in syntax.children(name, "appos"):
        if c.pos_ == "PROPN" and any(p.text == "(" for p in name.doc[name.i + 1 : c.i]):
            yield c
    verb = name.head
    if name.dep_ == "nsubj" and verb.lemma_.lower() in LEADS and not syntax.negated(verb):
        yield from syntax.children(verb, "dobj")


def adjacent(scene: Scene, token: Token) -> Iterator[Token]:
    """`the Mining Ministry in Lima` and `In Lima, the Mining Ministry`, wherever the parser hung the city."""
    if not (public(token) or token.lemma_.lower() == "official"):
        return
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {"in", "of"} and doc[token.i + 2].i in scene.hits:
        hit = scene.hits[doc[token.i + 2].i]
        yield head_of([t for t in doc if scene.hits.get(t.i) is hit])
    first = scene.line.tokens[0]
    if (
        first.lower_ in {"in", "from"}
        and first.i + 1 in scene.hits
        and not any(t.pos_ == "VERB" for t in doc[first.i : token.i])
    ):
        hit = scene.hits[first.i + 1]
        yield head_of([t for t in doc if scene.hits.get(t.i) is hit])


def eligible(scene: Scene, token: Token, preposition: Token, thing: Token) -> bool:
    """A person in a city is not thereby its government's; an official, ministry or army there is."""
    lemma = token.lemma_.lower()
    if preposition.lower_ == "to":
        return lemma in SERVING
    if lemma in LOCALS or (lemma in STAFF and token.dep_ == "appos" and thing.pos_ == "NOUN"):
        return False  # "Ines Bouzaiene, a nurse at the town's clinic", speaks for herself
    if preposition.lower_ not in {"in", "inside", "from", "with"}:
        return True
    if preposition.lower_ == "with":
        return thing.pos_ == "PROPN" or thing.lemma_.lower() in lexicon.lemmas("roles", "bodies")
    official = public(token) or state_run(token) or lemma in lexicon.lemmas("roles", "officials")
    return (official and thing.i in scene.hits) or (preposition.lower_ == "from" and names_body(scene, thing))


def host(scene: Scene, token: Token) -> Figure | None:
    """The state of a region, or of a capital that was read as a place."""
    hit = scene.hits.get(token.i)
    if hit is None or hit.entry.field not in {"capital", "regions"}:
        return None
    return named(scene.cast, hit.entry.side, None) or scene.cast.add(hit.entry.side, gazetteer.sides()[hit.entry.side])


def host_of_visit(scene: Scene, token: Token) -> Token | None:
    """`to visit President A in Norland`: a ruler is visited in the state that he or she rules."""
    rulers = lexicon.lemmas("roles", "rulers")
    title = any(c.lemma_.lower() in rulers and c.dep_ == "compound" for c in token.lefts)
    verb = token.head
    if not title or token.dep_ != "dobj" or verb.lemma_.lower() != "visit":
        return None
    return next(
        (
            o
            for p in syntax.children(verb, "prep")
            if p.lower_ == "in" and (o := syntax.child(p, "pobj")) is not None and o.i in scene.hits
        ),
        None,
    )
