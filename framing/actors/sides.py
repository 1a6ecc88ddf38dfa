"""Which top-level actor a noun speaks for."""

from collections.abc import Iterator

from spacy.tokens import Token

from framing import gazetteer, lexicon, syntax
from framing.actors.known import named
from framing.actors.scene import Scene, head_of
from framing.cast import Figure
from framing.types import ActorKind

SPEAKS_FOR = frozenset("speak lead head chair run command represent direct found own govern rule advise".split())


# Public bodies that a state has one of, so that "the army" alone already names an actor.
SINGULAR = frozenset(
    "ministry army navy military police parliament presidency cabinet junta force guard embassy palace".split()
)


LINKS = frozenset({"of", "for", "at", "from", "with", "in", "inside"})


AGAINST = frozenset("critic opponent rival enemy foe victim survivor target detractor sceptic skeptic".split())
LOCALS = frozenset(
    """
    resident villager people person man woman farmer fisherman citizen native inhabitant student
    neighbour neighbor
    """.split()
)


def affiliation(scene: Scene, token: Token) -> Figure | None:
    """The actor that the noun speaks for: `Kenyan`, `China's`, `of the ministry`, `who speaks for the firm`."""
    if token.lemma_.lower() in {"predecessor", "successor", "rival"} or any(
        c.lower_ in {"former", "ex", "retired", "then"} or c.lower_.startswith("ex-") for c in token.lefts
    ):
        return None
    if state_run(token):
        return scene.cast.state(scene.line.id)
    for source in sources(scene, token):
        if source.i == token.i:
            continue
        figure = scene.resolve(source)
        if figure is None and source.i in scene.hits:
            figure = scene.resolve(
                head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is scene.hits[source.i]])
            )
        if figure is not None and figure.kind is ActorKind.PLACE:
            figure = host(scene, source)
        if figure is not None:
            return figure
    return None


def state_run(noun: Token) -> bool:
    """`the state broadcaster`, `a state-owned miner`."""
    return any(c.lower_ in {"state", "run", "owned"} and c.dep_ in {"compound", "amod"} for c in noun.lefts)


def sources(scene: Scene, token: Token) -> Iterator[Token]:
    before = [t for c in token.lefts if c.dep_ in {"amod", "compound", "nmod", "poss"} for t in (c, *c.lefts)]
    yield from (t for t in before if t.i in scene.hits)
    yield from (t for t in before if t.dep_ == "poss" and t.i not in scene.hits)
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in LINKS:
            thing = syntax.child(c, "pobj")
            if thing is not None and eligible(scene, token, c, thing):
                yield thing
        elif c.dep_ == "appos" and c.pos_ in {"NOUN", "ADJ"}:
            yield from sources(scene, c)
        elif c.dep_ == "relcl" and c.lemma_.lower() in SPEAKS_FOR:
            thing = next((syntax.child(p, "pobj") for p in syntax.children(c, "prep")), None) or syntax.child(c, "dobj")
            if thing is not None:
                owner = syntax.child(thing, "poss")
                yield owner if owner is not None else thing
    yield from adjacent(scene, token)
    visited = host_of_visit(scene, token)
    if visited is not None:
        yield visited


def adjacent(scene: Scene, token: Token) -> Iterator[Token]:
    """`the Mining Ministry in Lima` and `In Lima, the Mining Ministry`, wherever the parser hung the city."""
    if token.lemma_.lower() not in lexicon.lemmas("roles", "public") and token.lemma_.lower() not in {
        "official",
        "officials",
    }:
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
    if lemma in AGAINST:
        return False
    if preposition.lower_ not in {"in", "inside", "from", "with"}:
        return lemma not in LOCALS or thing.i in scene.hits
    if lemma in LOCALS:
        return thing.i in scene.hits
    public = lemma in lexicon.lemmas("roles", "public") | {
        "official",
        "ministry",
        "embassy",
        "minister",
        "authority",
        "spokesman",
        "spokeswoman",
        "lawmaker",
    }
    if preposition.lower_ == "with":
        return thing.pos_ == "PROPN" or thing.lemma_.lower() in lexicon.lemmas("roles", "bodies")
    sent = preposition.lower_ == "from" and (thing.i in scene.hits or thing.ent_type_ == "ORG")
    return sent or (public and thing.i in scene.hits)


def host(scene: Scene, token: Token) -> Figure | None:
    """The state of a capital that was read as a place."""
    hit = scene.hits.get(token.i)
    if hit is None or hit.entry.field != "capital":
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
