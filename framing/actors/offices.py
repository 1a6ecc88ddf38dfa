"""Persons and groups by office: `the energy minister`, `Kenyan officials`."""

from spacy.tokens import Token

from framing import lexicon, syntax
from framing.actors.scene import Scene, described, is_definite, place, wordset
from framing.actors.sides import SINGULAR, affiliation
from framing.cast import Figure
from framing.types import ActorKind, MentionForm

STATE_OFFICES = frozenset(
    """
    minister president premier chancellor ambassador lawmaker senator general governor secretary
    undersecretary legislator deputy mp envoy commander
    """.split()
)


FIRM_OFFICES = frozenset(
    """
    executive chairman chairwoman chair director manager spokesman spokeswoman spokesperson founder
    head chief
    """.split()
)


RANKS = frozenset("colonel captain brigadier major lieutenant commodore admiral sergeant judge".split())
STATE_PEOPLE = frozenset("official prosecutor investigator soldier troop policeman policewoman detective".split())
PUBLIC_FIELDS = frozenset(
    """
    government ministry security defence defense health intelligence military police border customs court state army
    """.split()
)


def by_office(scene: Scene, token: Token) -> Figure | None:
    """An unnamed official or a group: taken up again by its noun, or new with the side of its state."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ == "PERSON":
        return None
    plural = token.tag_ in {"NNS", "NNPS"}
    roles = lexicon.lemmas("roles", "groups" if plural else "offices")
    if lemma not in roles:
        return None
    needed = scene.needs(token)
    tokens = syntax.core(token)
    side = affiliation(scene, token)
    if side is None and needed and (employed(token) or public_office(token)):
        side = scene.cast.state(scene.line.id)
    borrowed = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts)
    if (
        not needed
        and (side is None or borrowed)
        and not (is_definite(token) and any(lemma in f.heads for f in scene.cast.figures))
    ):
        return None
    figure = person_described(scene, token, lemma, side, plural=plural)
    proof = "title:taken up" if figure is not None else "title:first mention"
    if figure is None:
        if not needed and side is None:
            return None
        figure = scene.cast.add(
            described(token), ActorKind.GROUP if plural else ActorKind.PERSON,
            side=side.side if side is not None else None, words=wordset(" ".join(t.text for t in tokens)),
        )  # fmt: skip
        figure.unnamed, figure.plural = True, plural
        figure.heads.add(lemma)
    form = MentionForm.TITLE if not plural else MentionForm.DESCRIPTION
    return scene.cast.note(figure, scene.passage, token, place(scene, tokens), form, proof)


def person_described(scene: Scene, token: Token, lemma: str, side: Figure | None, *, plural: bool) -> Figure | None:
    definite = (
        is_definite(token)
        or syntax.has(token, "poss")
        or (side is not None and not syntax.has(token, "det", "a", "an"))
    )
    if not definite:
        return None
    wanted_kinds = {ActorKind.GROUP} if plural else {ActorKind.PERSON}
    for figure in reversed(scene.cast.figures):
        if figure.kind in wanted_kinds and lemma in figure.heads and (side is None or figure.side == side.side):
            if side is not None and not figure.unnamed and lemma not in lexicon.lemmas("roles", "rulers"):
                continue
            return figure
    return None


def by_apposition(scene: Scene, token: Token) -> Figure | None:
    """`its interior minister, Bartosz Rudawicz,`: the description and the name are one actor."""
    if token.pos_ not in {"NOUN", "NUM", "PRON", "PROPN", "ADJ"} or token.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return None
    parts = [
        token,
        *(
            o
            for p in syntax.children(token, "prep")
            if token.lower_ == "one" and (o := syntax.child(p, "pobj")) is not None
        ),
    ]
    names = (c for part in parts for c in syntax.children(part, "appos"))
    other = next((c for c in names if c.ent_type_ in {"PERSON", "ORG"} or c.pos_ == "PROPN"), None)
    lemma = token.lemma_.lower()
    roles = [lexicon.lemmas("roles", group) for group in ("offices", "bodies", "media", "groups")]
    needed = scene.needs(token)
    if other is None or not (needed or lemma == "one" or any(lemma in role for role in roles)):
        return None
    figure = scene.resolve(other)
    if figure is None or figure.kind is ActorKind.PLACE:
        return None
    figure.heads.add(lemma)
    if token.pos_ == "NOUN":  # "one of them, A" says nothing of A's side
        scene.cast.settle(figure, affiliation(scene, token) or implied(scene, token))
    return scene.cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.TITLE, "title:apposition"
    )


def public_office(noun: Token) -> bool:
    """`local officials`, `prosecutors`, `a senior official`: the state's people, unless a body is named."""
    if noun.lemma_.lower() not in STATE_OFFICES | STATE_PEOPLE:
        return False
    compounds = [c.lemma_.lower() for c in noun.lefts if c.dep_ == "compound"]
    return all(word in PUBLIC_FIELDS for word in compounds) and not any(
        p.lower_ in {"of", "at", "from", "for"} for p in syntax.children(noun, "prep")
    )


def employed(noun: Token) -> bool:
    """`a foreign ministry spokeswoman`, `an army officer`: the body in the title is the state's."""
    return any(c.dep_ == "compound" and c.lemma_.lower() in SINGULAR | {"government"} for c in noun.lefts)


def implied(scene: Scene, token: Token) -> Figure | None:
    """`the energy minister, A`: an office named with `the` and no owner belongs to whoever is being spoken of."""
    nouns = [*syntax.children(token, "appos"), *([token] if token.pos_ == "NOUN" else [])]
    titles = [c for c in token.lefts if c.dep_ == "compound" and c.lemma_.lower() in STATE_OFFICES]
    ranks = [c for c in token.lefts if c.dep_ == "compound" and c.lemma_.lower() in STATE_PEOPLE | RANKS]
    if ranks or any(employed(noun) for noun in nouns):
        return scene.cast.state(scene.line.id)
    for noun in (*titles, *nouns):
        if noun not in titles and (not is_definite(noun) or syntax.has(noun, "poss")):
            continue
        lemma = noun.lemma_.lower()
        if lemma in STATE_OFFICES:
            return scene.cast.state(scene.line.id)
        if lemma in FIRM_OFFICES:
            return scene.cast.recent(scene.line.id, frozenset({ActorKind.ORGANISATION}))
    return None
