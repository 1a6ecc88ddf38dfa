"""Persons and groups by office: `the energy minister`, `Kenyan officials`."""

from framing import lexicon, syntax
from framing.actors import gender
from framing.actors.allegiance import spoken_of
from framing.actors.introductions import described_as, introduced_by
from framing.actors.references import kindred
from framing.actors.retaken import FIGHTERS, armed, person_described, portfolio, ruler
from framing.actors.scene import Scene, described, is_definite, place, several, wordset
from framing.actors.sides import affiliation, origin
from framing.actors.voices import PUBLIC_FIELDS, employed, employs, informed, local, opposing, past, public, state_run
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind, MentionForm

STATE_OFFICES = frozenset(
    """
    commissioner minister president premier chancellor ambassador lawmaker senator general governor secretary
    undersecretary legislator deputy mp envoy commander
    """.split()
)


LEGISLATORS = frozenset("lawmaker senator legislator deputy mp".split())  # a state has them of every party


FIRM_OFFICES = frozenset(
    """
    executive chairman chairwoman chair director manager spokesman spokeswoman spokesperson founder
    head chief ceo cfo coo
    """.split()
)


EXECUTIVES = frozenset("executive ceo cfo coo".split())
RANKS = frozenset("colonel captain brigadier major lieutenant commodore admiral sergeant judge".split())
STATE_PEOPLE = frozenset(
    """
    official officer prosecutor investigator soldier troop policeman policewoman detective judge magistrate coroner
    """.split()
)
PARTS = frozenset("unit arm wing branch division subsidiary".split())  # bodies that speak for a larger one


def by_office(scene: Scene, token: Token) -> Figure | None:
    """An unnamed official or a group: taken up again by its noun, or new with the side of its state."""
    lemma = described_as(token)
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ == "PERSON":
        return None
    plural = token.tag_ in {"NNS", "NNPS"} or lemma == "family"
    roles = lexicon.lemmas("roles", "offices", "groups") if plural else lexicon.lemmas("roles", "offices")
    if lemma not in roles or (token.dep_ == "nmod" and introduced_by(token) == token.head):
        return None  # "Secretary of State Helen Crane" is one name
    needed = scene.needs(token) or employs(token) or (lemma == "premier" and is_definite(token))
    tokens = syntax.core(token)
    side = affiliation(scene, token)
    again = person_described(scene, token, lemma, None, plural=plural) if side is None and is_definite(token) else None
    if again is None and side is None and needed and not past(token) and (employed(token) or public_office(token)):
        side = spoken_of(scene, token)
    borrowed = plural and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts)
    if (
        not needed
        and armed(scene, token, lemma) is None
        and (side is None or borrowed)
        and not (is_definite(token) and scene.cast.described([lemma]))
    ):
        return None
    figure = again or armed(scene, token, lemma) or person_described(scene, token, lemma, side, plural=plural)
    figure = figure or ruler(scene, token, side)
    proof = "title:taken up" if figure is not None else "title:first mention"
    if figure is None:
        if not needed and side is None:
            return None
        if side is not None and side.kind is ActorKind.ORGANISATION and lemma in FIGHTERS:
            side.traits.add(lemma)  # "rebels of the Arakan Brotherhood", then "the rebels"
        figure = scene.cast.add(
            described(token), ActorKind.GROUP if plural else ActorKind.PERSON,
            side=side.side if side is not None else None, words=wordset(" ".join(t.text for t in tokens)),
        )  # fmt: skip
        figure.unnamed, figure.plural = True, plural
        figure.gender = gender.related([token]) if not plural else None
        scene.cast.describe(figure, {lemma})
        figure.portfolios[lemma] = portfolio(token, lemma)
    form = MentionForm.TITLE if not plural else MentionForm.DESCRIPTION
    return scene.cast.note(figure, scene.passage, token, place(scene, tokens), form, proof)


def by_apposition(scene: Scene, token: Token) -> Figure | None:
    """`its interior minister, Bartosz Rudawicz,`: the description and the name are one actor."""
    if token.pos_ not in {"NOUN", "NUM", "PRON", "ADJ"}:
        return None
    lemma = described_as(token)
    one = partitive(token) if lemma == "one" else None
    if not (scene.needs(token) or one is not None or describes(lemma)):
        return None
    name = introduced_by(token) or (introduced_by(one) if one is not None else None)
    if name is None:
        return None
    figure = scene.resolve(name)
    if figure is None or figure.kind is ActorKind.PLACE:
        return None
    if token.pos_ in {"NOUN", "ADJ"}:
        describe(scene, figure, token)
    owner = scene.cast.of(scene.passage, syntax.child(token, "poss"))
    if lemma in {"party", "movement", "alliance"} and owner is not None and owner.kind is ActorKind.PERSON:
        scene.cast.settle(owner, figure)  # "Ibarra's party, Open Will"
    if one is not None:  # "one of them, A": A speaks for whom they all speak for
        group = scene.cast.of(scene.passage, one) or scene.resolve(one)
        if group is not None and group.side != group.number:
            scene.cast.settle(figure, scene.cast.side_of(group))
    return scene.cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.TITLE, "title:apposition"
    )


def describe(scene: Scene, figure: Figure, noun: Token) -> None:
    """Keep what a noun says of a figure: what it can be called later, its nation, and for whom it speaks."""
    lemma = described_as(noun)
    scene.cast.describe(figure, {lemma})
    figure.portfolios.setdefault(lemma, portfolio(noun, lemma))
    figure.traits |= {c.lemma_.lower() for c in noun.lefts if c.dep_ in {"amod", "compound"}}
    nation = origin(scene, noun)
    figure.nation = figure.nation if figure.nation is not None or nation is None else nation.number
    scene.cast.fulfil(figure, kindred(lemma) | {lemma})
    voice = figure.kind is ActorKind.PERSON or lemma in PARTS or public(noun) or state_run(noun)
    if (voice and noun.pos_ in {"NOUN", "ADJ", "VERB"}) or noun.pos_ == "PROPN":
        known = len(figure.mentions) > 1 and noun.dep_ == "compound"  # "Chairman Gowdy", named before
        scene.cast.settle(figure, affiliation(scene, noun) or (None if known else implied(scene, noun)))


def describes(lemma: str) -> bool:
    """Whether the noun can stand for an actor."""
    groups = ("offices", "bodies", "media", "groups")
    return bool(kindred(lemma)) or any(lemma in lexicon.lemmas("roles", group) for group in groups)


def partitive(token: Token) -> Token | None:
    """The many of `one of them`."""
    return next(syntax.objects_of(token, "of"), None)


def public_office(noun: Token) -> bool:
    """`local officials`, `prosecutors`, `a senior official`: the state's people, unless a body is named."""
    if noun.lemma_.lower() not in STATE_OFFICES | STATE_PEOPLE:
        return False
    compounds = [c.lemma_.lower() for c in noun.lefts if c.dep_ == "compound"]
    rulers = several(noun) and noun.lemma_.lower() in lexicon.lemmas("roles", "rulers")
    if rulers or informed(noun):  # "both presidents": of one state each
        return False  # "officials familiar with the inquiry": of whichever side
    whose = [o for p in syntax.children(noun, "prep") if p.lower_ in {"of", "at", "from", "for"} for o in p.children]
    bodies = lexicon.lemmas("roles", "bodies")
    governs = noun.lemma_.lower() == "minister" and "shadow" not in compounds  # no other body has ministers
    return (governs or all(word in PUBLIC_FIELDS for word in compounds)) and not any(
        o.pos_ == "PROPN" or o.lemma_.lower() in bodies for o in whose
    )


def implied(scene: Scene, noun: Token) -> Figure | None:
    """`the energy minister, A`: an office named with `the` and no owner belongs to whoever is being spoken of."""
    lemma = noun.lemma_.lower()
    title = noun.dep_ == "compound"
    if past(noun):
        return None
    if employed(noun) or local(noun) or (title and (employed(noun.head) or lemma in STATE_PEOPLE | RANKS)):
        return spoken_of(scene, noun)
    if syntax.has(noun, "poss") or not (title or is_definite(noun)) or opposing(noun):
        return None
    if lemma in STATE_OFFICES - LEGISLATORS or (lemma in STATE_PEOPLE and noun.tag_ == "NN"):
        return spoken_of(scene, noun)
    if lemma in FIRM_OFFICES and not (title and any(c.dep_ == "compound" and c.pos_ == "NOUN" for c in noun.lefts)):
        return employer(scene, lemma)
    return None


def employer(scene: Scene, office: str) -> Figure | None:
    """Whose officer it is: the body that is being spoken of, but of executives a business, if one is."""
    bodies = frozenset({ActorKind.ORGANISATION})
    spoken_of = scene.cast.recent(scene.line.id, bodies)
    if office not in EXECUTIVES:
        return spoken_of
    return scene.cast.recent(scene.line.id, bodies, called=kindred("company") | {"company"}) or spoken_of
