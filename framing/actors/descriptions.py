"""Whoever else holds a claim, by description: `two of the officials`, `residents`, `the report`."""

from framing import lexicon, syntax
from framing.actors.offices import describes, partitive
from framing.actors.scene import Scene, described, is_definite, place
from framing.actors.sides import affiliation, origin
from framing.cast import Figure
from framing.tokens import Token
from framing.types import ActorKind, MentionForm

ISSUING = frozenset("publish issue release present unveil file write produce compile post send".split())


def note_issuer(scene: Scene, token: Token) -> None:
    """`a report by the ombudsman`: remember who speaks when "the report" does."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or lemma not in lexicon.lemmas("roles", "documents"):
        return
    issuer = syntax.owner(token) or publisher(token)
    figure = scene.resolve(issuer) if issuer is not None else None
    if figure is not None and figure.kind is not ActorKind.PLACE:
        scene.cast.issuers[lemma] = figure.number
        for paper in scene.cast.described([lemma]):  # "A study blames the mines. The study, by the institute, …"
            if paper.unnamed:
                scene.cast.settle(paper, figure)


def publisher(paper: Token) -> Token | None:
    """`Amnesty published a report`, `in a report on Friday, the bank said`: who issues it, by the verb around it."""
    inside = paper.dep_ == "pobj" and paper.head.lower_ in {"in", "via"}
    verb = paper.head.head if inside else paper.head
    kind = lexicon.verbs() if inside else ISSUING
    if (paper.dep_ != "dobj" and not inside) or verb.lemma_.lower() not in kind or syntax.passive(verb):
        return None
    return syntax.subject(verb)


def by_demand(scene: Scene, token: Token) -> Figure | None:
    """Whoever else holds a claim, by description: `two of the officials`, `residents`, `the report`."""
    if (scene.passage.start, token.i) not in scene.wanted:
        return None
    lemma = token.lemma_.lower()
    thing = not any(lemma in lexicon.lemmas("roles", group) for group in ("offices", "groups", "bodies"))
    if lemma in lexicon.lemmas("roles", "documents") or (thing and syntax.has(token, "poss")):
        issuer = syntax.owner(token)
        figure = scene.resolve(issuer) if issuer is not None else None
        if figure is None:
            figure = scene.cast.issuer(lemma, definite=is_definite(token))
        if figure is not None:
            scene.cast.issuers[lemma] = figure.number
            return scene.cast.note(
                figure,
                scene.passage,
                token,
                place(scene, syntax.core(token)),
                MentionForm.DESCRIPTION,
                f"document:{lemma}",
            )
    misread = next((c for c in token.lefts if c.dep_ == "compound" and c.i in scene.hits), None)
    if misread is not None and not describes(lemma):
        return scene.cast.share(scene.passage, token, scene.resolve(misread))  # "was denied by Lima hours later"
    many = partitive(token)
    if many is not None and (
        token.pos_ in {"NUM", "DET", "PRON"} or lemma in {"one", "some", "many", "member", "number", "group"}
    ):
        side = scene.resolve(many) or affiliation(scene, many)
    else:
        side = affiliation(scene, token)
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {
        "some",
        "many",
        "several",
        "others",
        "two",
        "three",
        "both",
        "most",
    }
    name = described(token)
    known = [*scene.cast.alike([name]), *scene.cast.described([lemma])]
    figure = next(
        (
            f
            for f in sorted(known, key=lambda f: -f.number)
            if f.unnamed and f.plural == plural and (f.name == name or (is_definite(token) and lemma in f.heads))
        ),
        None,
    )
    if figure is None:
        person = (
            not plural
            and (token.pos_ in {"NOUN", "PRON"} or syntax.aged(token))
            and lemma not in lexicon.lemmas("roles", "documents")
        )
        figure = scene.cast.add(
            name, ActorKind.PERSON if person else ActorKind.GROUP, side=side.side if side is not None else None
        )
        figure.unnamed, figure.plural = True, plural
        nation = origin(scene, token)
        figure.nation = nation.number if nation is not None else None
        scene.cast.describe(figure, {lemma})
    return scene.cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.DESCRIPTION, "description:holder"
    )
