"""The words beside a noun that may say for whom it speaks: `Kenyan`, `China's`, `of the ministry`, `from the OSCE`."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.actors.kinds import name_at
from framing.actors.known import named
from framing.actors.retaken import headed
from framing.actors.scene import Scene, head_of, written
from framing.actors.voices import LEADS, LOCALS, SERVING, SPOKESPEOPLE, beside, past, public, state_run
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind

SPEAKS_FOR = frozenset("speak lead head chair run command represent direct found own govern rule advise".split())
# Who and what a person has to speak for him or her.
STAFFED = SPOKESPEOPLE | frozenset(
    "campaign aide adviser advisor manager director strategist office team lawyer".split()
)
STAFF = frozenset("nurse doctor teacher worker student engineer driver farmer medic surgeon".split())
# In a capital they are another state's.
ABROAD = frozenset("diplomat ambassador envoy attaché attache consul embassy consulate legation".split())
LINKS = frozenset({"of", "for", "at", "from", "with", "in", "inside", "to"})


def sources(scene: Scene, token: Token) -> Iterator[Token]:
    before = [c for c in token.lefts if c.dep_ in {"amod", "compound", "nmod", "poss"}]
    for c in before:
        if c.lower_ == "based":  # "the Santiago-based firm"
            continue
        yield from (t for t in (c, *c.lefts) if c.dep_ != "poss" and (t.i in scene.hits or names_body(scene, t)))
        if token.lemma_.lower() in STAFFED:  # "the Clinton campaign", "Gowdy spokesman Jamal Ware"
            yield from (t for t in (c, *c.lefts) if c.dep_ != "poss" and t.pos_ == "PROPN" and names_person(scene, t))
    yield from within_name(scene, token)
    if token.lemma_.lower() != "counterpart":  # "its Russian counterpart" is Russia's
        yield from (c for c in before if c.dep_ == "poss")
    for c in token.rights:
        if c.dep_ == "prep" and c.lower_ in LINKS:
            thing = syntax.child(c, "pobj")
            if thing is not None and headed(thing):  # "the head of state of Malawi"
                yield from syntax.objects_of(thing)
            elif thing is not None and eligible(scene, token, c, thing):
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


def within_name(scene: Scene, title: Token) -> Iterator[Token]:
    """`Kanto Membrane President Sota Ueda`: what stands before the title, which the parser hung on the name."""
    if title.dep_ != "compound" or title.i == title.sent.start:
        return
    before = title.nbor(-1)
    if before.pos_ == "PROPN" and before.head == title.head and (before.i in scene.hits or names_body(scene, before)):
        yield before


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
    if not (public(token) or token.lemma_.lower() == "official") or posted(token):
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
    if preposition.lower_ == "from" and (names_body(scene, thing) or allied(scene, thing)):
        return True
    if posted(token):
        return False
    official = public(token) or state_run(token) or lemma in lexicon.lemmas("roles", "officials")
    return official and thing.i in scene.hits


def posted(token: Token) -> bool:
    """Whether it serves a state in another: `the embassy in Oslo`, `an embassy spokesman in Oslo`."""
    return any(t.lemma_.lower() in ABROAD for t in (token, *token.lefts))


def hosts(scene: Scene, token: Token) -> frozenset[str]:
    """The states in which an embassy or envoy sits: `the embassy in Oslo`, `In Oslo, the ambassador said`."""
    if not posted(token):
        return frozenset()
    places = [t for p in syntax.children(token, "prep") if p.lower_ in {"in", "inside", "to"} for t in p.subtree]
    stage = {scene.cast.stage[1]} if scene.cast.stage is not None and scene.cast.stage[0] == scene.line.id else set()
    return frozenset(scene.hits[t.i].entry.side for t in places if t.i in scene.hits) | stage


def spoken_of(scene: Scene, token: Token, *, near: bool = True) -> Figure | None:
    """The state being spoken of, whose the noun is unless it says otherwise; of an embassy never the host."""
    return scene.cast.state(scene.line.id, near=near, barred=hosts(scene, token))


def allied(scene: Scene, thing: Token) -> bool:
    """`monitors from the OSCE`: of a bloc or a body, not of a place."""
    hit = scene.hits.get(thing.i)
    return hit is not None and hit.entry.kind in {ActorKind.BLOC, ActorKind.ORGANISATION}


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
    people = (f for f in scene.cast.alike([token.text]) if f.kind is ActorKind.PERSON and not f.unnamed)
    return token.pos_ == "PROPN" and any(f.name.split()[-1] == token.text for f in people)
