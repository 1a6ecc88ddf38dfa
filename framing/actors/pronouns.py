"""He, she, it and they, where they hold something."""

from framing import lexicon, syntax
from framing.actors import gender
from framing.actors.scene import Scene, is_definite, place
from framing.cast import BODIES, PEOPLE, Figure
from framing.tokens import Token
from framing.types import ActorKind, MentionForm

IT = frozenset({"it", "its", "itself"})


THEY = frozenset({"they", "them", "their", "theirs", "themselves"})


def by_pronoun(scene: Scene, token: Token) -> Figure | None:
    word = token.lower_
    if token.pos_ not in {"PRON", "DET"}:
        return None
    at = scene.line.id
    figure = accused_one(scene, token, word) or outer_speaker(scene, token, word)
    if figure is not None:
        return scene.cast.note(
            figure, scene.passage, token, place(scene, [token]), MentionForm.PRONOUN, f"pronoun:{word} as the speaker"
        )
    meant = gender.meant_by(word)
    if meant is not None:
        figure = (
            scene.cast.recent(at, PEOPLE, plural=False, gender=meant)
            or scene.cast.recent(at, PEOPLE, gender=meant)
            or mistaken(scene, meant)
        )
        if figure is not None:
            figure.guessed = meant
    elif word in IT:
        figure = scene.cast.recent(at, BODIES, plural=False) or scene.cast.recent(at, frozenset({ActorKind.GROUP}))
    elif word in THEY:
        if token.dep_ == "poss" and any(
            len(syntax.conjuncts(t)) > 1 for t in scene.line.tokens if t.dep_ in syntax.SUBJECTS
        ):
            return None
        figure = scene.cast.recent(
            at, frozenset({ActorKind.GROUP, ActorKind.PERSON}), plural=True
        ) or scene.cast.recent(at, BODIES)
    elif word == "whose":  # "Larkin, whose office in Lima said so"
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        return scene.cast.share(scene.passage, token, scene.resolve(clause.head)) if clause is not None else None
    else:
        return None
    if figure is None:
        return None
    return scene.cast.note(figure, scene.passage, token, place(scene, [token]), MentionForm.PRONOUN, f"pronoun:{word}")


def by_age(scene: Scene, token: Token) -> Figure | None:
    """`the 27-year-old`, where no noun follows: whoever is spoken of."""
    if not syntax.aged(token) or not is_definite(token) or token.dep_ in {"amod", "compound"}:
        return None
    figure = scene.cast.recent(scene.line.id, PEOPLE, plural=False)
    if figure is None:
        return None
    span = place(scene, syntax.core(token))
    return scene.cast.note(figure, scene.passage, token, span, MentionForm.DESCRIPTION, "description:by age")


def mistaken(scene: Scene, meant: str) -> Figure | None:
    """`Ruben Castel is on trial. He …`: where nobody else can be meant, the one taken for a firm is a person."""
    figure = scene.cast.recent(scene.line.id, frozenset({ActorKind.ORGANISATION}), reach=2)
    proofs = {m.proof for m in figure.mentions.values()} if figure is not None else set()
    if figure is None or figure.side != figure.number or proofs != {"organisation:name"}:
        return None
    told = gender.named(figure.name)
    if told not in {None, meant}:
        return None
    figure.kind, figure.gender = ActorKind.PERSON, told
    return figure


def accused_one(scene: Scene, token: Token, word: str) -> Figure | None:
    """`A accused B of theft, a charge it denies`: whoever denies is not the accuser but the accused."""
    denial = token.head
    if token.dep_ != "nsubj" or denial.dep_ != "relcl" or denial.lemma_.lower() not in lexicon.contest_words("verbs"):
        return None
    meant = gender.meant_by(word)
    kinds = PEOPLE if meant is not None else BODIES if word in IT else frozenset()
    for verb in denial.ancestors:
        target = syntax.child(verb, "dobj", "nsubjpass") if verb.pos_ == "VERB" else None
        figure = scene.cast.of(scene.passage, target)
        if figure is not None and figure.kind in kinds and figure.may_be(meant):
            return figure
    return None


def outer_speaker(scene: Scene, token: Token, word: str) -> Figure | None:
    """`The ministry said it …`: inside reported words the pronoun takes up their speaker where it can."""
    known = lexicon.verbs()
    meant = gender.meant_by(word)
    kinds = PEOPLE if meant is not None else BODIES if word in IT else frozenset()
    for clause in token.ancestors:
        while clause.dep_ == "conj":
            clause = clause.head
        verb = clause.head
        if clause.dep_ == "ccomp" and verb.lemma_.lower() in known and verb.i != clause.i:
            speaker = syntax.doer(verb)
            figure = scene.cast.of(scene.passage, speaker)
            fits = figure is not None and figure.kind in kinds and figure.may_be(meant)
            if fits and speaker is not None and speaker.i < token.i:
                return figure
    return None
