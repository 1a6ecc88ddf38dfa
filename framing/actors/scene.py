"""The sentence being read, and how its words become names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing import syntax
from framing.cast import Cast, Figure, Place, Role
from framing.gazetteer import Hit
from framing.passages import Line, Passage
from framing.tokens import Token
from framing.types import Span

GENERIC = frozenset(
    """
    the a an this that these those its his her their our my some any both two three another other
    former new late
    """.split()
)


LONGEST_NAME = 9  # tokens of a description that serve as a name


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One sentence, what the gazetteer found in its paragraph, and the cast so far."""

    cast: Cast
    line: Line
    hits: dict[int, Hit]  # token index -> the hit that covers it
    wanted: frozenset[Place]  # nouns that need an actor
    resolver: Callable[["Scene", Token], Figure | None]

    @property
    def passage(self) -> Passage:
        return self.line.passage

    def resolve(self, token: Token) -> Figure | None:
        """The figure that `token` heads a mention of, entered on first sight; None when it names nobody."""
        return self.resolver(self, token)

    def needs(self, token: Token) -> bool:
        """Whether the token holds a claim, a contest or a silence."""
        return (self.passage.start, token.i) in self.wanted


def role(token: Token) -> Role:
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
    if agent and token.head.head.dep_ in {"acl", "relcl"}:
        return Role.NAMED  # "the claims, published by Open Crossing, were false, it said"
    if token.dep_ not in syntax.SUBJECTS and not agent:
        return Role.NAMED
    verb = token.head
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return Role.MAIN_SUBJECT if verb.dep_ == "ROOT" else Role.SUBJECT


def is_definite(token: Token) -> bool:
    """`the minister`, `its minister`, `the vice-minister` (whose article the parser hangs on `vice`)."""
    parts = [token]
    while parts[-1].i >= 2 and parts[-1].nbor(-1).text == "-":
        parts.append(parts[-1].nbor(-2))
    return any(syntax.has(t, "det", "the", "this", "that") or syntax.has(t, "poss") for t in parts)


def several(token: Token) -> bool:
    """`both presidents`, `the two ministers`."""
    return any(c.lower_ in {"both", "two", "three", "several"} for c in token.lefts)


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
            if t.i > token.i
            and (
                t.is_punct
                or t.lower_ == "that"
                or beside(t)
                or t.tag_ in {"WP", "WDT"}
                or t.pos_ in {"VERB", "AUX", "CCONJ"}
            )
        ),
        len(tokens),
    )
    while stop > 1 and tokens[stop - 1].pos_ == "ADP":
        stop -= 1
    return written(tokens[:stop])


def beside(word: Token) -> bool:
    """`Mayor under fire over floods`: a preposition that tells what befalls somebody, not who it is."""
    return word.pos_ == "ADP" and word.dep_ == "prep" and word.lower_ not in syntax.PHRASE_PREPOSITIONS


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
    return scene.passage.text[span.start - scene.passage.start : span.end - scene.passage.start]


def head_of(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    return next((t for t in reversed(tokens) if t.head.i not in inside or t.dep_ == "ROOT"), tokens[-1])


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
    while (comma := next((t.i for t in doc[start:end] if t.text == ","), None)) is not None:
        start, end = (comma + 1, end) if comma < token.i else (start, comma)  # "of Arequipa, José Quispe" are two
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
