"""Persons and groups taken up again by an office: `the minister`, `the Chinese leader`, `the rebels`."""

from framing import lexicon, syntax
from framing.actors.scene import Scene, is_definite
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind

FIGHTERS = frozenset("rebel militant insurgent separatist guerrilla guerilla jihadist paramilitary".split())
ARMED = frozenset("militia front brigade insurgency guerrilla".split())


def person_described(scene: Scene, token: Token, lemma: str, side: Figure | None, *, plural: bool) -> Figure | None:
    definite = (
        is_definite(token)
        or syntax.has(token, "poss")
        or (side is not None and not syntax.has(token, "det", "a", "an"))
    )
    if not definite:
        return None
    wanted_kinds = {ActorKind.GROUP} if plural else {ActorKind.PERSON}
    wanted = portfolio(token, lemma)
    for figure in scene.cast.latest(scene.cast.described([lemma])):
        held = figure.portfolios.get(lemma)
        if wanted and held and not wanted & held:
            continue  # "the health minister" is not the transport minister
        if figure.kind in wanted_kinds and (side is None or figure.side == side.side):
            if side is not None and not figure.unnamed and lemma not in lexicon.lemmas("roles", "rulers"):
                continue
            return figure
    return None


def portfolio(noun: Token, lemma: str) -> frozenset[str]:
    """Of what somebody is the minister or secretary: `health`, `foreign`, `of health`."""
    if lemma not in {"minister", "secretary"}:
        return frozenset()
    before = [c for c in noun.lefts if c.dep_ == "compound" or c.lower_ == "foreign"]
    before = before or [
        c for c in noun.head.lefts if c.dep_ == "compound" and c.i < noun.i
    ]  # "Health Minister Kavanagh"
    named = (*before, *syntax.objects_of(noun, "of", "for"))
    return frozenset(t.lemma_.lower() for t in named if not t.ent_type_)


def ruler(scene: Scene, token: Token, side: Figure | None) -> Figure | None:
    """`the Chinese leader`, `China's head of state`: the only person whom the article has called that state's ruler."""
    plain = {"amod", "compound", "nmod"}
    beside = [c for c in token.lefts if c.dep_ in plain and c.i not in scene.hits]
    head = token.lemma_.lower() == "head" and any(
        c.lower_ == "of" and headed(o) for c in token.rights for o in c.rights
    )
    if side is None or side.kind is not ActorKind.STATE or beside or not (token.lemma_ == "leader" or head):
        return None
    offices = lexicon.lemmas("roles", "rulers") - {"minister"}
    people = (f for f in scene.cast.described(offices) if f.kind is ActorKind.PERSON and not f.unnamed)
    known = [f for f in people if f.side == side.side]
    return known[0] if len(known) == 1 else None


def headed(noun: Token) -> bool:
    """Whether the noun belongs to the title of a person: `head of state`, `secretary of state`."""
    alone = noun.lemma_.lower() in {"state", "government"} and not any(True for _ in noun.lefts)
    title = noun.head.head.lemma_.lower()
    return alone and noun.head.lower_ == "of" and title in lexicon.lemmas("roles", "offices")


def armed(scene: Scene, token: Token, lemma: str) -> Figure | None:
    """`the rebels`: the only movement in arms that the article has called so, or has called a militia or a front."""
    if (
        lemma not in FIGHTERS
        or not is_definite(token)
        or any(c.dep_ in {"prep", "amod", "poss"} for c in token.children)
    ):
        return None
    bodies = [f for f in scene.cast.figures if f.kind is ActorKind.ORGANISATION and f.side == f.number and f.mentions]
    called = [f for f in bodies if (f.heads | f.traits) & FIGHTERS]
    kin = [f for f in bodies if f.heads & ARMED]
    found = called or kin
    return found[0] if len(found) == 1 else None
