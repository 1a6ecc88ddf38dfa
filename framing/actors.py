"""Who is spoken of: every name, title, metonym and needed description, gathered into actors with sides.

One pass in reading order, so that a pronoun or "the ministry" can look back. Each mention keeps the rule that
tied it to its actor; nothing here is random.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from framing import gazetteer, lexicon, metonyms, syntax
from framing.cast import BODIES, PEOPLE, Cast, Figure, Place
from framing.gazetteer import Hit
from framing.passages import Line, Passage
from framing.types import ActorKind, MentionForm, Span

HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
LONGEST_NAME = 9  # tokens of a description that serve as a name
SPEAKS_FOR = frozenset("speak lead head chair run command represent direct found own govern rule advise".split())
LINKS = frozenset({"of", "for", "at", "from", "with", "in", "inside"})
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof mr. mrs. ms. dr. gen. col. sen. rep. gov. capt. lt. sgt. maj. adm. captain commodore".split()
)
WOMEN = frozenset({"she", "her", "hers", "herself", "ms", "ms.", "mrs", "mrs.", "miss", "lady", "dame"})
MEN = frozenset({"he", "him", "his", "himself", "mr", "mr.", "sir", "lord"})
STATE_OFFICES = frozenset(
    "minister president premier chancellor ambassador lawmaker senator general governor secretary undersecretary legislator deputy mp envoy commander".split()
)
FIRM_OFFICES = frozenset(
    "executive chairman chairwoman chair director manager spokesman spokeswoman spokesperson founder head chief".split()
)
LOCALS = frozenset(
    "resident villager people person man woman farmer fisherman citizen native inhabitant student neighbour neighbor".split()
)
GENERIC = frozenset(
    "the a an this that these those its his her their our my some any both two three another other former new late".split()
)
ALL = frozenset(ActorKind) - {ActorKind.PLACE}


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One sentence with what the gazetteer found in its paragraph."""

    line: Line
    hits: dict[int, Hit]  # token index -> the hit that covers it
    wanted: frozenset[Place]

    @property
    def passage(self) -> Passage:
        return self.line.passage


def identify(lines: Sequence[Line], wanted: frozenset[Place]) -> Cast:
    """All actors of the article.

    Args:
        lines: the sentences in reading order.
        wanted: nouns that hold a claim, contest or silence; each of them gets an actor, by description if need be.
    """
    cast = Cast()
    found: dict[int, dict[int, Hit]] = {}
    for line in lines:
        hits = found.setdefault(line.passage.start, located(line.passage))
        scene = Scene(line, hits, wanted)
        for token in line.tokens:
            if token.pos_ != "PRON" or (line.passage.start, token.i) in wanted:
                resolve(cast, scene, token)
    return cast


def located(passage: Passage) -> dict[int, Hit]:
    covered: dict[int, Hit] = {}
    for hit in gazetteer.search(passage.doc.text):
        tokens = passage.doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if tokens is None or not plausible(hit, tokens[-1]):
            continue
        for token in tokens:
            covered[token.i] = hit
    return covered


def plausible(hit: Hit, last: Token) -> bool:
    """Whether an ambiguous form ("Jordan", "Turkey", "Victoria") really stands for its entry here."""
    if not hit.entry.ambiguous:
        return True
    if last.ent_type_ == "PERSON":
        return False
    if hit.entry.kind in {ActorKind.STATE, ActorKind.BLOC}:
        return last.ent_type_ in {"GPE", "NORP", "ORG", "LOC"} and last.text[0].isupper()
    return last.ent_type_ in {"ORG", "GPE", "NORP"} and last.pos_ == "PROPN"


def resolve(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """The figure that `token` heads a mention of, entered on first sight; None when it names nobody."""
    known = cast.of(scene.passage, token)
    if known is not None:
        return known
    if token.is_space or token.is_punct:
        return None
    figure = next((f for f in attempts(cast, scene, token) if f is not None), None)
    if figure is not None and token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}:
        subject = token.dep_ in syntax.SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        cast.trail.append((scene.line.id, figure.number, subject))
    return figure


def attempts(cast: Cast, scene: Scene, token: Token) -> Iterator[Figure | None]:
    yield by_pronoun(cast, scene, token)
    yield by_gazetteer(cast, scene, token)
    if token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"} and not inner(token):
        yield by_apposition(cast, scene, token)
        yield by_person(cast, scene, token)
        yield by_body(cast, scene, token)
        yield by_organisation(cast, scene, token)
        yield by_office(cast, scene, token)
        yield by_place(cast, scene, token)
        yield by_demand(cast, scene, token)


def inner(token: Token) -> bool:
    """Whether the token is only a part of a longer name or phrase."""
    return token.dep_ in {"compound", "flat"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


# --- pronouns --------------------------------------------------------------------------------------------


def by_pronoun(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    word = token.lower_
    if token.pos_ not in {"PRON", "DET"}:
        return None
    at = scene.line.id
    figure = outer_speaker(cast, scene, token, word)
    if figure is not None:
        return cast.note(
            figure, scene.passage, token, place(scene, [token]), MentionForm.PRONOUN, f"pronoun:{word} as the speaker"
        )
    if word in HE:
        gender = "f" if word in WOMEN else "m"
        figure = cast.recent(at, PEOPLE, plural=False, gender=gender) or cast.recent(at, PEOPLE, gender=gender)
        if figure is not None:
            figure.gender = gender
    elif word in IT:
        figure = cast.recent(at, BODIES, plural=False) or cast.recent(at, frozenset({ActorKind.GROUP}))
    elif word in THEY:
        if token.dep_ == "poss" and any(
            len(syntax.conjuncts(t)) > 1 for t in scene.line.tokens if t.dep_ in syntax.SUBJECTS
        ):
            return None
        figure = cast.recent(at, frozenset({ActorKind.GROUP, ActorKind.PERSON}), plural=True) or cast.recent(at, BODIES)
    else:
        return None
    if figure is None:
        return None
    return cast.note(figure, scene.passage, token, place(scene, [token]), MentionForm.PRONOUN, f"pronoun:{word}")


def outer_speaker(cast: Cast, scene: Scene, token: Token, word: str) -> Figure | None:
    """`The ministry said it …`: inside reported words the pronoun takes up their speaker where it can."""
    known = lexicon.verbs()
    kinds = PEOPLE if word in HE else BODIES if word in IT else frozenset()
    for clause in token.ancestors:
        while clause.dep_ == "conj":
            clause = clause.head
        verb = clause.head
        if clause.dep_ == "ccomp" and verb.lemma_.lower() in known and verb.i != clause.i:
            speaker = syntax.doer(verb)
            figure = cast.of(scene.passage, speaker)
            if figure is not None and figure.kind in kinds and speaker is not None and speaker.i < token.i:
                return figure
    return None


# --- names -----------------------------------------------------------------------------------------------


def by_gazetteer(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    hit = scene.hits.get(token.i)
    if hit is None:
        return None
    tokens = [t for t in scene.line.tokens if scene.hits.get(t.i) is hit]
    if not tokens or token.i != head_of(tokens).i:
        return None
    entry = hit.entry
    span = Span(scene.passage.start + hit.start, scene.passage.start + hit.end)
    name = entry.name
    speaking = (scene.passage.start, token.i) in scene.wanted
    if entry.field == "capital" and not speaking and not metonyms.means_government(token):
        figure = named(cast, f"{span_text(scene, span)}", ActorKind.PLACE) or cast.add(
            span_text(scene, span), ActorKind.PLACE
        )
        return cast.note(figure, scene.passage, token, span, MentionForm.NAME, "gazetteer:capital as a place")
    side = None
    if entry.name != entry.side:
        top = named(cast, entry.side, None) or cast.add(entry.side, gazetteer.sides()[entry.side])
        side = top.side
    figure = named(cast, name, entry.kind) or cast.add(name, entry.kind, side=side, words=wordset(name))
    if entry.kind is ActorKind.PERSON:
        titled(figure, tokens[-1])
    elif entry.field == "bodies" or entry.kind is not ActorKind.STATE:
        figure.heads.add(span_text(scene, span).split()[-1].lower())
    return cast.note(figure, scene.passage, token, span, entry.form, f"gazetteer:{entry.field}")


def head_of(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    return next((t for t in reversed(tokens) if t.head.i not in inside or t.dep_ == "ROOT"), tokens[-1])


def named(cast: Cast, name: str, kind: ActorKind | None) -> Figure | None:
    fits = (
        f
        for f in cast.figures
        if f.name == name
        and (kind is None or f.kind is kind or (kind is not ActorKind.PLACE and f.kind is not ActorKind.PLACE))
    )
    return next(fits, None)


def by_person(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    tokens = entity(token, "PERSON") or (proper(token) if is_titled(token) else None)
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "near", "outside", "around"}:
        return None  # a town that the entity finder took for a person
    if tokens is None or any(t.i in scene.hits for t in tokens if t.pos_ == "PROPN" and t.i == token.i):
        return None
    if token.lemma_.lower() in lexicon.lemmas("roles", "bodies") and token.pos_ == "NOUN":
        return None
    titles = {t.lower_ for t in tokens} | {c.lower_ for c in token.lefts}
    offices = lexicon.lemmas("roles", "offices") | HONORIFICS
    tokens = [t for t in tokens if not (t.lower_ in offices and t.i < tokens[-1].i)] or tokens
    institution = tokens[-1].lemma_.lower() in lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
    if institution or not tokens[-1].text[0].isalpha() or token.i not in {t.i for t in tokens}:
        return None
    name = written(tokens)
    figure = person_called(cast, name) or organisation_called(cast, name)
    proof = "person:same name"
    if figure is None:
        figure = cast.add(name, ActorKind.PERSON, words=wordset(name))
        proof = "person:first mention"
    elif len(name) > len(figure.name) and figure.name in name:
        figure.name, figure.words = name, wordset(name)
    titled(figure, tokens[-1])
    if figure.gender is None and titles & (WOMEN | MEN):
        figure.gender = "f" if titles & WOMEN else "m"
    cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, proof)
    if figure.side == figure.number:
        cast.settle(figure, affiliation(cast, scene, token) or implied(cast, scene, token))
    return figure


def is_titled(token: Token) -> bool:
    """Whether an office stands beside a proper name, so that it is a person whatever the entity finder says."""
    offices = lexicon.lemmas("roles", "offices")
    if token.pos_ != "PROPN":
        return False
    beside = [*syntax.children(token, "appos"), *(c for c in token.lefts if c.dep_ == "compound")]
    if token.dep_ == "appos" and token.head.tag_ in {"NN", "NNP"}:
        beside.append(token.head)
    return any(t.lemma_.lower() in offices and t.tag_ not in {"NNS", "NNPS"} for t in beside)


def proper(token: Token) -> list[Token]:
    """The run of proper nouns that ends in the token."""
    start = token.i
    while (
        start > token.sent.start
        and token.doc[start - 1].pos_ == "PROPN"
        and token.doc[start - 1].dep_ in {"compound", "nmod", "flat"}
    ):
        start -= 1
    return list(token.doc[start : token.i + 1])


def implied(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """`the energy minister, A`: an office named with `the` and no owner belongs to whoever is being spoken of."""
    nouns = [*syntax.children(token, "appos"), *([token] if token.pos_ == "NOUN" else [])]
    titles = [c for c in token.lefts if c.dep_ == "compound" and c.lemma_.lower() in STATE_OFFICES]
    for noun in (*titles, *nouns):
        if noun not in titles and (not is_definite(noun) or syntax.has(noun, "poss")):
            continue
        lemma = noun.lemma_.lower()
        if lemma in STATE_OFFICES:
            return main_state(cast, scene.line.id)
        if lemma in FIRM_OFFICES:
            return cast.recent(scene.line.id, frozenset({ActorKind.ORGANISATION}))
    return None


def person_called(cast: Cast, name: str) -> Figure | None:
    """The person of that name, or the only one whose family name it is."""
    parts = name.split()
    people = [f for f in cast.figures if f.kind is ActorKind.PERSON and not f.unnamed]
    exact = [f for f in people if f.name == name]
    if exact:
        return exact[0]
    if len(parts) == 1:
        last = [f for f in people if f.name.split()[-1] == parts[0]]
        first = [f for f in people if f.name.split()[0] == parts[0]]
        return (last or first or [None])[-1]
    fits = [
        f
        for f in people
        if f.name.split()[-1] == parts[-1]
        and (len(f.name.split()) == 1 or set(f.name.split()) <= set(parts) or set(parts) <= set(f.name.split()))
    ]
    return fits[0] if fits else None


def titled(figure: Figure, last: Token) -> None:
    """Remember the office before or after the name, for "the minister" later on."""
    offices = lexicon.lemmas("roles", "offices")
    for t in [last, *last.lefts, *syntax.children(last, "appos")]:
        if t.lemma_.lower() in offices:
            figure.heads.add(t.lemma_.lower())


def by_organisation(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    tokens = entity(token, "ORG") or entity(token, "PRODUCT") or entity(token, "WORK_OF_ART")
    if (
        tokens is None
        and token.pos_ == "PROPN"
        and token.ent_type_ in {"", "FAC", "LAW", "EVENT", "LOC"}
        and acts_as_body(scene, token)
    ):
        tokens = [t for t in syntax.core(token) if t.pos_ == "PROPN"] or [token]
    if tokens is None and token.ent_type_ in {"GPE", "LOC", "NORP"} and (scene.passage.start, token.i) in scene.wanted:
        tokens = entity(token, token.ent_type_)
    if tokens is None or tokens[-1].text[0].islower() or token.i in scene.hits:
        return None
    tokens = [t for t in tokens if t.i not in scene.hits or t.i > tokens[0].i] or tokens
    name = written(tokens)
    figure = person_called(cast, name) if len(tokens) == 1 else None
    figure = figure or organisation_called(cast, name)
    if figure is None:
        media = any(
            t.lemma_.lower() in lexicon.lemmas("roles", "media")
            or t.lower_
            in {
                "news",
                "times",
                "daily",
                "radio",
                "television",
                "tv",
                "gazette",
                "herald",
                "tribune",
                "dispatch",
                "post",
                "journal",
                "standard",
                "chronicle",
                "observer",
                "courier",
            }
            for t in tokens
        )
        figure = cast.add(name, ActorKind.MEDIA if media else ActorKind.ORGANISATION, words=wordset(name))
    remember(figure, token)
    return cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, "organisation:name")


def remember(figure: Figure, token: Token) -> None:
    """Keep the nouns that describe a body, for "the group" later on."""
    figure.heads.add(token.lemma_.lower())
    for other in syntax.children(token, "appos", "nmod", "compound"):
        figure.heads.add(other.lemma_.lower())


def acts_as_body(scene: Scene, token: Token) -> bool:
    """A proper name that the entity finder missed: it speaks, is called a group or firm, or issued something."""
    if (scene.passage.start, token.i) in scene.wanted:
        return True
    roles = lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media") | lexicon.lemmas("roles", "groups")
    if any(c.lemma_.lower() in roles for c in syntax.children(token, "appos")):
        return True
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "by"
        and token.head.head.lemma_.lower() in lexicon.lemmas("roles", "documents")
    )


def organisation_called(cast: Cast, name: str) -> Figure | None:
    """Same name, acronym ("Rift Basin Institute", "RBI") or shortened name ("Zaria Crest")."""
    words = wordset(name)
    for figure in cast.figures:
        if figure.kind in {ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE, ActorKind.GROUP} and not (
            figure.kind is ActorKind.GROUP and figure.name == name
        ):
            continue
        if figure.name == name or figure.words == words:
            return figure
        if figure.unnamed:
            continue
        if (
            words
            and (words < figure.words or figure.words < words)
            and len(words & figure.words) >= 1
            and shared_start(figure.name, name)
        ):
            return figure
        if acronym(figure.name, name) or acronym(name, figure.name):
            return figure
    return None


def shared_start(one: str, other: str) -> bool:
    a, b = one.lower().removeprefix("the ").split(), other.lower().removeprefix("the ").split()
    return a[0] == b[0] or a[-1] == b[-1]


def acronym(name: str, short: str) -> bool:
    letters = "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())
    return len(short) >= 2 and short.isupper() and letters == short


def by_place(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    tokens = entity(token, "GPE") or entity(token, "LOC") or entity(token, "PERSON")
    if tokens is None or token.i in scene.hits or not tokens[-1].text[0].isupper():
        return None
    name = " ".join(t.text for t in tokens)
    kind = ActorKind.ORGANISATION if (scene.passage.start, token.i) in scene.wanted else ActorKind.PLACE
    figure = organisation_called(cast, name) or named(cast, name, ActorKind.PLACE) or cast.add(name, kind)
    if figure.kind is ActorKind.PLACE and kind is ActorKind.ORGANISATION:
        figure.kind, figure.side = kind, figure.number
    return cast.note(figure, scene.passage, token, place(scene, tokens), MentionForm.NAME, "place:name")


def entity(token: Token, label: str) -> list[Token] | None:
    """The named entity around `token` without article and possessive, if the token heads it."""
    if token.ent_type_ != label:
        return None
    start, end = token.i, token.i + 1
    doc = token.doc
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start - 1].ent_type_ == label:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == label:
        end += 1
    tokens = [t for t in doc[start:end] if not t.is_space]
    while tokens and (
        tokens[0].dep_ == "det" or tokens[0].lower_ in {"the", "a", "an"} or not tokens[0].text[0].isalnum()
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].dep_ == "case" or tokens[-1].lower_ in {"'s", "’s", "’", "'"}):
        tokens = tokens[:-1]
    if not tokens or head_of(tokens).i != token.i:
        return None
    return tokens


# --- titles, bodies, groups ------------------------------------------------------------------------------


def by_apposition(cast: Cast, scene: Scene, token: Token) -> Figure | None:
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
    needed = (scene.passage.start, token.i) in scene.wanted
    if other is None or not (needed or lemma == "one" or any(lemma in role for role in roles)):
        return None
    figure = resolve(cast, scene, other)
    if figure is None or figure.kind is ActorKind.PLACE:
        return None
    figure.heads.add(lemma)
    cast.settle(figure, affiliation(cast, scene, token) or implied(cast, scene, token))
    return cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.TITLE, "title:apposition"
    )


def by_body(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """A ministry, army, company …: with a state beside it that state's; bare, the last one of its kind."""
    lemma = body_word(token)
    if (
        lemma not in lexicon.lemmas("roles", "bodies") | lexicon.lemmas("roles", "media")
        or token.tag_ in {"NNS"}
        or token.pos_ not in {"NOUN", "PROPN"}
    ):
        return None
    brand = next(
        (
            t
            for t in syntax.core(token)
            if t.i in scene.hits and scene.hits[t.i].entry.kind is ActorKind.MEDIA and t.i < token.i
        ),
        None,
    )
    if brand is not None:  # "the Reuters news agency" is the agency itself
        hit = scene.hits[brand.i]
        figure = resolve(cast, scene, head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is hit]))
        if figure is not None:
            figure.heads |= {lemma, token.lemma_.lower()}
            return cast.note(
                figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.NAME, "media:named"
            )
    tokens = sorted({t.i: t for t in [*(entity(token, "ORG") or []), *syntax.core(token)]}.values(), key=lambda t: t.i)
    side = affiliation(cast, scene, token)
    words = wordset(" ".join(t.text for t in tokens if t.i not in scene.hits and t.dep_ not in {"poss", "case", "det"}))
    words |= {
        w
        for p in syntax.children(token, "prep")
        if p.lower_ == "of" and (o := syntax.child(p, "pobj")) is not None and o.i not in scene.hits
        for w in wordset(" ".join(t.text for t in syntax.core(o)))
    }
    capital = any(t.pos_ == "PROPN" and t.i not in scene.hits for t in tokens)
    if side is not None and lemma in lexicon.lemmas("roles", "states") and words <= {lemma} and side.side is not None:
        return cast.note(
            cast.figures[side.side],
            scene.passage,
            token,
            place(scene, tokens),
            MentionForm.DESCRIPTION,
            f"government:{lemma}",
        )
    if side is None and not capital and lemma in {"government", "state", "country", "nation"} and is_definite(token):
        side = main_state(cast, scene.line.id)
        if side is not None:
            return cast.note(
                side, scene.passage, token, place(scene, tokens), MentionForm.DESCRIPTION, "government:nearest state"
            )
    bare = words <= set(lemma.split()) and side is None
    figure = body_called(cast, lemma, words, side, bare=bare)
    if figure is None and not ((scene.passage.start, token.i) in scene.wanted or capital or side is not None):
        return None
    if figure is None and bare and is_definite(token):
        figure = any_body(cast, scene.line.id, lemma)
    proof = "body:description"
    if figure is None:
        public = lemma in lexicon.lemmas("roles", "public")
        if side is None and public and not (capital and not is_definite(token)):
            side = main_state(cast, scene.line.id)
        top = side.side if side is not None and (public or side.kind is not ActorKind.STATE) else None
        kind = ActorKind.MEDIA if lemma in lexicon.lemmas("roles", "media") else ActorKind.ORGANISATION
        name = written(drop_article(tokens))
        figure = cast.add(name, kind, side=top, words=words)
        figure.unnamed = not capital
        proof = "body:first mention"
    figure.heads.add(lemma)
    remember(figure, token)
    form = MentionForm.NAME if capital else MentionForm.DESCRIPTION
    return cast.note(
        figure, scene.passage, token, place(scene, drop_article(tokens) if capital else tokens), form, proof
    )


def body_word(token: Token) -> str:
    """The noun of a body; a "news agency" is a medium, not an authority."""
    lemma = token.lemma_.lower()
    before = next((c.lemma_.lower() for c in token.lefts if c.dep_ == "compound"), "")
    return f"{before} {lemma}" if f"{before} {lemma}" in lexicon.lemmas("roles", "media") else lemma


def body_called(cast: Cast, lemma: str, words: frozenset[str], side: Figure | None, *, bare: bool) -> Figure | None:
    """The body known by that noun whose name and side do not speak against it; the latest one wins."""
    for figure in reversed(cast.figures):
        if figure.kind in {ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE} or lemma not in figure.heads:
            continue
        if side is not None and figure.side != side.side:
            continue
        if (
            bare
            or words - {lemma} <= figure.words | figure.heads
            or (figure.words and figure.words - {lemma} <= words and len(figure.words) > 1)
        ):
            return figure
    return None


def any_body(cast: Cast, sentence: int, lemma: str) -> Figure | None:
    """`the company`, `the newspaper`, `the group` for an organisation that was named without that noun."""
    if lemma in lexicon.lemmas("roles", "media"):
        return cast.recent(sentence, frozenset({ActorKind.MEDIA}))
    if lemma in lexicon.lemmas("roles", "public") | {"party", "court"}:
        return None
    kinds = frozenset({ActorKind.ORGANISATION})
    fitting = [f for _, n, _ in reversed(cast.trail) if (f := cast.figures[n]).kind in kinds and f.side == f.number]
    return fitting[0] if fitting else None


def by_office(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """An unnamed official or a group: taken up again by its noun, or new with the side of its state."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ == "PERSON":
        return None
    plural = token.tag_ in {"NNS", "NNPS"}
    roles = lexicon.lemmas("roles", "groups" if plural else "offices")
    if lemma not in roles:
        return None
    needed = (scene.passage.start, token.i) in scene.wanted
    tokens = syntax.core(token)
    side = affiliation(cast, scene, token)
    borrowed = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts)
    if (
        not needed
        and (side is None or borrowed)
        and not (is_definite(token) and any(lemma in f.heads for f in cast.figures))
    ):
        return None
    figure = person_described(cast, scene, token, lemma, side, plural=plural)
    proof = "title:taken up" if figure is not None else "title:first mention"
    if figure is None:
        if not needed and side is None:
            return None
        figure = cast.add(
            described(token), ActorKind.GROUP if plural else ActorKind.PERSON,
            side=side.side if side is not None else None, words=wordset(" ".join(t.text for t in tokens)),
        )  # fmt: skip
        figure.unnamed, figure.plural = True, plural
        figure.heads.add(lemma)
    form = MentionForm.TITLE if not plural else MentionForm.DESCRIPTION
    return cast.note(figure, scene.passage, token, place(scene, tokens), form, proof)


def person_described(
    cast: Cast, scene: Scene, token: Token, lemma: str, side: Figure | None, *, plural: bool
) -> Figure | None:
    definite = (
        is_definite(token)
        or syntax.has(token, "poss")
        or (side is not None and not syntax.has(token, "det", "a", "an"))
    )
    if not definite:
        return None
    wanted_kinds = {ActorKind.GROUP} if plural else {ActorKind.PERSON}
    for figure in reversed(cast.figures):
        if figure.kind in wanted_kinds and lemma in figure.heads and (side is None or figure.side == side.side):
            if side is not None and not figure.unnamed and lemma not in lexicon.lemmas("roles", "rulers"):
                continue
            return figure
    return None


def by_demand(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """Whoever else holds a claim, by description: `two of the officials`, `residents`, `the report`."""
    if (scene.passage.start, token.i) not in scene.wanted:
        return None
    lemma = token.lemma_.lower()
    thing = not any(lemma in lexicon.lemmas("roles", group) for group in ("offices", "groups", "bodies"))
    if lemma in lexicon.lemmas("roles", "documents") or (thing and syntax.has(token, "poss")):
        issuer = syntax.owner(token)
        figure = resolve(cast, scene, issuer) if issuer is not None else None
        if figure is None and lemma in cast.issuers:
            figure = cast.figures[cast.issuers[lemma]]
        if figure is not None:
            cast.issuers[lemma] = figure.number
            return cast.note(
                figure,
                scene.passage,
                token,
                place(scene, syntax.core(token)),
                MentionForm.DESCRIPTION,
                f"document:{lemma}",
            )
    partitive = next(
        (o for p in syntax.children(token, "prep") if p.lower_ == "of" and (o := syntax.child(p, "pobj")) is not None),
        None,
    )
    if partitive is not None and (
        token.pos_ in {"NUM", "DET", "PRON"} or lemma in {"one", "some", "many", "member", "number", "group"}
    ):
        whole = resolve(cast, scene, partitive)
        side = whole
    else:
        side = affiliation(cast, scene, token)
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
    figure = next(
        (
            f
            for f in reversed(cast.figures)
            if f.unnamed and f.plural == plural and (f.name == name or (is_definite(token) and lemma in f.heads))
        ),
        None,
    )
    if figure is None:
        person = not plural and token.pos_ in {"NOUN", "PRON"} and lemma not in lexicon.lemmas("roles", "documents")
        figure = cast.add(
            name, ActorKind.PERSON if person else ActorKind.GROUP, side=side.side if side is not None else None
        )
        figure.unnamed, figure.plural = True, plural
        figure.heads.add(lemma)
    return cast.note(
        figure, scene.passage, token, place(scene, syntax.core(token)), MentionForm.DESCRIPTION, "description:holder"
    )


# --- sides -----------------------------------------------------------------------------------------------


def affiliation(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """The actor that the noun speaks for: `Kenyan`, `China's`, `of the ministry`, `who speaks for the firm`."""
    if token.lemma_.lower() in {"predecessor", "successor", "rival"} or any(
        c.lower_ in {"former", "ex", "retired", "then"} or c.lower_.startswith("ex-") for c in token.lefts
    ):
        return None
    if any(c.lower_ in {"state", "state-run", "state-owned"} and c.dep_ in {"compound", "amod"} for c in token.lefts):
        return main_state(cast, scene.line.id)
    for source in sources(scene, token):
        if source.i == token.i:
            continue
        figure = resolve(cast, scene, source)
        if figure is None and source.i in scene.hits:
            figure = by_gazetteer(
                cast, scene, head_of([t for t in scene.line.tokens if scene.hits.get(t.i) is scene.hits[source.i]])
            )
        if figure is not None and figure.kind is ActorKind.PLACE:
            figure = host(cast, scene, source)
        if figure is not None:
            return figure
    return None


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
    return public and thing.i in scene.hits or (preposition.lower_ == "from" and thing.i in scene.hits)


def host(cast: Cast, scene: Scene, token: Token) -> Figure | None:
    """The state of a capital that was read as a place."""
    hit = scene.hits.get(token.i)
    if hit is None or hit.entry.field != "capital":
        return None
    return named(cast, hit.entry.side, None) or cast.add(hit.entry.side, gazetteer.sides()[hit.entry.side])


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


def main_state(cast: Cast, sentence: int) -> Figure | None:
    """The state nearest in the text that acts, else the one named most often so far."""
    kinds = {ActorKind.STATE}
    acting = [cast.side_of(cast.figures[n]) for at, n, subject in cast.trail if at >= sentence - 1 and subject]
    near = [s for s in acting if s is not None and s.kind in kinds]
    if near:
        return near[-1]
    sides = [s for _, n, _ in cast.trail if (s := cast.side_of(cast.figures[n])) is not None and s.kind in kinds]
    return max(sides, key=lambda s: (sum(x.number == s.number for x in sides), -s.number)) if sides else None


# --- small things ----------------------------------------------------------------------------------------


def is_definite(token: Token) -> bool:
    return syntax.has(token, "det", "the", "this", "that") or syntax.has(token, "poss")


def drop_article(tokens: Sequence[Token]) -> list[Token]:
    kept = list(tokens)
    while len(kept) > 1 and kept[0].dep_ in {"det", "preconj", "predet", "cc"}:
        kept = kept[1:]
    return kept


def described(token: Token) -> str:
    """A description as a name: the noun phrase without its article, up to the first comma or clause."""
    first = drop_article(syntax.core(token))[0].i
    last = max(t.i for t in token.subtree)
    tokens = list(token.doc[first : min(last + 1, first + LONGEST_NAME)])
    stop = next(
        (
            k
            for k, t in enumerate(tokens)
            if t.i > token.i and (t.is_punct or t.tag_ in {"WP", "WDT"} or t.pos_ in {"VERB", "AUX", "CCONJ"})
        ),
        len(tokens),
    )
    return written(tokens[:stop])


def written(tokens: Sequence[Token]) -> str:
    """The words as they stand, from the first to the last."""
    return " ".join("".join(t.text_with_ws for t in tokens).split())


def wordset(name: str) -> frozenset[str]:
    return frozenset(
        w
        for w in name.lower().replace("’s", "").replace("'s", "").split()
        if w not in GENERIC and w[0].isalnum() and w not in {"of", "for", "and"}
    )


def place(scene: Scene, tokens: Sequence[Token]) -> Span:
    return scene.passage.place(tokens)


def span_text(scene: Scene, span: Span) -> str:
    return scene.passage.doc.text[span.start - scene.passage.start : span.end - scene.passage.start]
