"""What the gazetteer knows: states, blocs, media, office holders; and places."""

from framing import gazetteer, lexicon, metonyms
from framing.actors import gender
from framing.actors.introductions import introducing
from framing.actors.kinds import verdict
from framing.actors.known import acronym, named, organisation_called, person_called
from framing.actors.people import introduced
from framing.actors.scene import Scene, entity, head_of, place, span_text, wordset, written
from framing.actors.voices import past
from framing.cast import Figure
from framing.gazetteer import Entry
from framing.register import initials
from framing.tokens import Token
from framing.types import ActorKind, MentionForm, Span


def by_gazetteer(scene: Scene, token: Token) -> Figure | None:
    hit = scene.hits.get(token.i)
    if hit is None:
        return None
    tokens = [t for t in scene.line.tokens if scene.hits.get(t.i) is hit]
    if not tokens or token.i != head_of(tokens).i:
        return None
    entry = hit.entry
    span = Span(scene.passage.start + hit.start, scene.passage.start + hit.end)
    name = entry.name
    speaking = scene.needs(token)  # also after "in": "met with scepticism in Lima"
    based = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] == ["-", "based"]
    if entry.kind is ActorKind.PLACE and scene.needs(token):
        host = named(scene.cast, entry.side, None) or scene.cast.add(entry.side, gazetteer.sides()[entry.side])
        body = named(scene.cast, name, ActorKind.ORGANISATION)
        if body is None or body.kind is ActorKind.PLACE:
            body = scene.cast.add(name, ActorKind.ORGANISATION, side=host.side)  # "Texas said it would sue"
        return scene.cast.note(body, scene.passage, token, span, MentionForm.METONYM, "gazetteer:region as a body")
    if entry.kind is ActorKind.PLACE:
        figure = named(scene.cast, name, ActorKind.PLACE) or scene.cast.add(name, ActorKind.PLACE)
        return scene.cast.note(figure, scene.passage, token, span, MentionForm.NAME, "gazetteer:regions")
    if entry.field == "capital" and (based or not (speaking or metonyms.means_government(token))):
        figure = named(scene.cast, f"{span_text(scene, span)}", ActorKind.PLACE) or scene.cast.add(
            span_text(scene, span), ActorKind.PLACE
        )
        if token.i == scene.line.tokens[0].i + 1 and token.nbor(-1).lower_ == "in":
            scene.cast.stage = (scene.line.id, entry.side)  # "In Wellington, the opposition urged the government"
        return scene.cast.note(figure, scene.passage, token, span, MentionForm.NAME, "gazetteer:capital as a place")
    side = None
    if entry.name != entry.side and not private(scene, entry, token):
        top = named(scene.cast, entry.side, None) or scene.cast.add(entry.side, gazetteer.sides()[entry.side])
        side = top.side
    if entry.field == "by_surname":
        known = bearer(scene, entry, tokens, side)
    else:
        known = named(scene.cast, name, entry.kind) or called_before(scene, name, entry.kind, side)
    if known is None and entry.field == "bodies":
        known = spelled(scene, name, side)
    figure = known or scene.cast.add(name, entry.kind, side=side, words=wordset(name))
    if entry.field == "politicians":
        scene.cast.part(figure)
    if entry.kind is ActorKind.PERSON:
        introduced(scene, figure, token)
        gender.learn(figure, token, {c.lower_ for c in token.lefts})
    elif entry.field == "bodies" or entry.kind is not ActorKind.STATE:
        scene.cast.describe(figure, {span_text(scene, span).split()[-1].lower()})
    return scene.cast.note(figure, scene.passage, token, span, entry.form, f"gazetteer:{entry.field}")


def spelled(scene: Scene, name: str, side: int | None) -> Figure | None:
    """A known body of the same side by its acronym or in full: `the Israel Defense Forces`, then `the IDF`."""
    known = scene.cast.alike({name, initials(name)})
    bodies = (f for f in known if f.kind is ActorKind.ORGANISATION and side is not None and f.side == side)
    return next((f for f in bodies if acronym(f.name, name) or acronym(name, f.name)), None)


def private(scene: Scene, entry: Entry, token: Token) -> bool:
    """Whether a known person speaks for no state: a politician, a candidate, whoever held an office before."""
    if entry.kind is not ActorKind.PERSON:
        return False
    standing = entry.field == "politicians" or entry.name.split()[-1] in scene.cast.candidates
    return standing or any(past(noun) for noun in introducing(token))


def called_before(scene: Scene, name: str, kind: ActorKind, side: int | None) -> Figure | None:
    """A known office holder whom the headline called by the family name alone: it is told here who that was."""
    figure = person_called(scene.cast, name, gender.named(name)) if kind is ActorKind.PERSON else None
    if figure is None or len(figure.name) > len(name):
        return None
    return recognised(scene, figure, name, side)


def bearer(scene: Scene, entry: Entry, tokens: list[Token], side: int | None) -> Figure | None:
    """Whom a leader's surname means: the leader where the article has named him, else whoever there bears it.

    `President Trump` is the leader also beside Ivana Trump.
    """
    known = gazetteer.bearers(entry.side, written(tokens))
    leader = next((f for f in scene.cast.alike(known) if f.kind is ActorKind.PERSON and f.name in known), None)
    before = tokens[0].nbor(-1) if tokens[0].i > tokens[0].sent.start else None
    rules = before is not None and before.lemma_.lower() in lexicon.lemmas("roles", "rulers")
    figure = leader or (None if rules else person_called(scene.cast, written(tokens)))
    if figure is not None and figure.name == written(tokens):
        return recognised(scene, figure, entry.name, side)
    return figure


def recognised(scene: Scene, figure: Figure, name: str, side: int | None) -> Figure:
    """The figure, whose full name and side are known now."""
    scene.cast.rename(figure, name, wordset(name))
    scene.cast.settle(figure, scene.cast.figures[side] if side is not None else None)
    return figure


def by_place(scene: Scene, token: Token) -> Figure | None:
    judged, tokens = verdict(scene, token)
    if judged not in {None, ActorKind.PLACE}:
        return None
    tokens = tokens or entity(token, "GPE") or entity(token, "LOC") or entity(token, "PERSON")
    if tokens is None or token.i in scene.hits or not tokens[-1].text[0].isupper():
        return None
    name = " ".join(t.text for t in tokens)
    kind = ActorKind.ORGANISATION if scene.needs(token) else ActorKind.PLACE
    figure = (
        organisation_called(scene.cast, name) or named(scene.cast, name, ActorKind.PLACE) or scene.cast.add(name, kind)
    )
    if figure.kind is ActorKind.PLACE and kind is ActorKind.ORGANISATION:
        figure.kind, figure.side = kind, figure.number
    return scene.cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, "place:name")
