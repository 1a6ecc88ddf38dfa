"""Organisations by name, their short forms and acronyms merged."""

from framing import lexicon, syntax
from framing.actors.kinds import is_name, verdict
from framing.actors.known import organisation_called, person_called
from framing.actors.references import kindred
from framing.actors.retaken import headed
from framing.actors.scene import Scene, entity, place, wordset, written
from framing.actors.voices import public, state_run
from framing.cast import Cast, Figure
from framing.tokens import Token
from framing.types import ActorKind, MentionForm

TOLD_BY_NAME = {  # what a body is, by a word of its name
    "bank": frozenset("banco banque banca bank bankası".split()),
    "airline": frozenset("air airlines airways aviation".split()),
    "newspaper": lexicon.lemmas("roles", "mastheads") - frozenset("news radio television tv mail observer".split()),
}


def by_organisation(scene: Scene, token: Token) -> Figure | None:
    kind, tokens = verdict(scene, token)
    if headed(token) or kind is ActorKind.PERSON or (kind is ActorKind.PLACE and not scene.needs(token)):
        return None
    tokens = tokens or entity(token, "ORG") or entity(token, "PRODUCT") or entity(token, "WORK_OF_ART")
    if (
        tokens is None
        and token.pos_ == "PROPN"
        and token.ent_type_ in {"", "FAC", "LAW", "EVENT", "LOC"}
        and acts_as_body(scene, token)
    ):
        tokens = [t for t in syntax.core(token) if t.pos_ == "PROPN"] or [token]
    if tokens is None and misread(scene, token):
        tokens = [token]
    if tokens is None and token.ent_type_ in {"GPE", "LOC", "NORP"} and scene.needs(token):
        tokens = entity(token, token.ent_type_)
    if tokens is None or tokens[-1].text[0].islower() or token.i in scene.hits or opens(scene, token):
        return None
    name = scene.cast.short.get(written(tokens), written(tokens))
    figure = person_called(scene.cast, name) if len(tokens) == 1 else None
    figure = figure or organisation_called(scene.cast, name)
    if figure is None:
        media = any(t.lemma_.lower() in lexicon.lemmas("roles", "media", "mastheads") for t in tokens)
        medium = media or kind is ActorKind.MEDIA
        figure = scene.cast.add(name, ActorKind.MEDIA if medium else ActorKind.ORGANISATION, words=wordset(name))
    remember(scene.cast, figure, token)
    for noun in syntax.children(token, "appos"):
        if state_run(noun):
            scene.cast.settle(figure, scene.cast.state(scene.line.id))
    return scene.cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, "organisation:name")


def opens(scene: Scene, token: Token) -> bool:
    """`Miner rejects claims`: a common noun that has its capital from the beginning of the headline."""
    headline = scene.line.end <= scene.cast.headline
    return headline and token.i == scene.line.tokens.start and bool(kindred(token.lower_))


def misread(scene: Scene, token: Token) -> bool:
    """A short name that the parser takes for a common noun: `Corvin, which runs the mine, said`."""
    if token.pos_ != "NOUN" or not token.text.istitle() or not is_name([token]):
        return False
    known = organisation_called(scene.cast, token.text)
    return known is not None and known.name.split()[0] == token.text


def remember(cast: Cast, figure: Figure, token: Token) -> None:
    """Keep the nouns that describe a body, for "the group" later on."""
    named = figure.words if not public(token) else frozenset()  # the civil aviation authority is no airline
    told = {noun for noun, names in TOLD_BY_NAME.items() if named & names}
    beside = (token, *syntax.children(token, "appos", "nmod", "compound"))
    cast.describe(figure, told.union(other.lemma_.lower() for other in beside))


def acts_as_body(scene: Scene, token: Token) -> bool:
    """A proper name that the entity finder missed: it speaks, is called a group or firm, or issued something."""
    if scene.needs(token):
        return True
    roles = lexicon.lemmas("roles", "bodies", "media", "groups")
    if any(c.lemma_.lower() in roles for c in syntax.children(token, "appos")):
        return True
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "by"
        and token.head.head.lemma_.lower() in lexicon.lemmas("roles", "documents")
    )
