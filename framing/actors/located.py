"""Where the known names stand: what the gazetteer finds in a paragraph, kept only where it means its entry."""

from collections.abc import Iterable, Mapping

from framing import gazetteer, lexicon, syntax
from framing.actors.gender import WOMEN
from framing.actors.people import HONORIFICS
from framing.gazetteer import Hit
from framing.passages import Passage
from framing.tokens import Token, Tokens
from framing.types import ActorKind

DASHES = frozenset("-–")
REIGNS = frozenset("administration government regime cabinet presidency".split())


def located(
    passage: Passage, known: Iterable[Hit], defined: Mapping[str, str], proven: frozenset[str]
) -> dict[int, Hit]:
    """The known forms of the passage by token; a state that the article names beyond doubt lends no other its name.

    Args:
        known: what the gazetteer finds in the passage, in order.
        defined: short names that the article itself introduces.
        proven: the states and blocs that it names beyond doubt.
    """
    covered: dict[int, Hit] = {}
    before: Hit | None = None
    for hit in known:
        owner, before = before, hit
        if owner is not None and another_states(owner, hit, passage.text):
            continue
        tokens = passage.doc.touching(hit.start, hit.end)
        if tokens is None or not plausible(hit, tokens[-1], proven):
            continue
        if tokens.text in defined and hit.entry.name.split()[0] not in passage.text:
            continue  # the article's own short name, not the known one
        for token in tokens:
            covered[token.i] = hit
    return covered | halves(passage, covered, proven)


def another_states(owner: Hit, hit: Hit, text: str) -> bool:
    """`Peru's Congress`, `the Philippine Senate`: the body of the state before it; `Atlanta, Georgia`: its region."""
    between = text[owner.end : hit.start]
    doubtful = hit.entry.ambiguous and hit.entry.kind is not ActorKind.PERSON
    if owner.entry.kind is ActorKind.PLACE and between == ", " and doubtful:
        return hit.entry.side != owner.entry.side
    beside = owner.entry.kind is ActorKind.STATE and between in {" ", "'s ", "’s ", "' ", "’ "}
    return beside and hit.entry.field == "bodies" and hit.entry.side != owner.entry.side


def halves(passage: Passage, covered: Mapping[int, Hit], proven: frozenset[str]) -> dict[int, Hit]:
    """`the North`, `the South`, where the article names the Korea that is meant."""
    found: dict[int, Hit] = {}
    for token in passage.doc[1:]:
        entry = gazetteer.koreas().get(token.text)
        if entry is None:
            continue
        alone = token.nbor(-1).lower_ == "the" and token.i not in covered and token.dep_ not in {"compound", "amod"}
        if entry.side in proven and alone and not syntax.has(token, "prep", "of"):
            found[token.i] = Hit(token.idx, token.idx + len(token), entry)
    return found


def plausible(hit: Hit, last: Token, proven: frozenset[str]) -> bool:
    """Whether the form stands for its entry here: not in "Jack London", and "Jordan", "Turkey" only where they may."""
    if hit.entry.field == "by_surname":
        return alone(hit, last)
    if part_of_name(hit, last):
        return False
    if not hit.entry.ambiguous or (hit.entry.kind is ActorKind.STATE and hit.entry.side in proven):
        return True
    if last.ent_type_ == "PERSON":
        return False
    if hit.entry.kind in {ActorKind.STATE, ActorKind.BLOC}:
        return last.ent_type_ in {"GPE", "NORP", "ORG", "LOC"} and last.text[0].isupper()
    return last.ent_type_ in {"ORG", "GPE", "NORP"} and last.pos_ == "PROPN"


def alone(hit: Hit, last: Token) -> bool:
    """Whether a leader's surname names a person by itself: not in `Melania Trump`, `Trump Tower`, `pro-Trump`."""
    name = last.doc.exactly(hit.start, hit.end)
    if name is None:
        return False  # "Xi'an"
    before = last.doc[name.start - 1] if name.start > last.sent.start else None
    after = last.doc[last.i + 1] if last.i + 1 < last.sent.end else None
    if any(t is not None and t.text in DASHES for t in (before, after)) or (before is not None and given(before)):
        return False
    if after is not None and after.lower_ in REIGNS:
        return True
    contests = last.head.tag_ in {"NNS", "NNPS"} and last.head.lemma_.lower() in lexicon.contest_words("verbs")
    if last.dep_ in {"compound", "amod", "nmod"} and last.head.i > last.i and not contests:
        return False  # but "Macron rejects reports", with the verb taken for a noun
    entity = next((e for e in last.doc.ents if e.start <= last.i < e.end), None)
    others = [t for t in entity or () if t.pos_ == "PROPN" and not name.start <= t.i <= last.i]
    return not others or last.ent_type_ == "PERSON"  # alone it may be taken for anything; not "Bankers Against Trump"


def given(before: Token) -> bool:
    """Whether the word before a surname makes it another's: `Melania`, `Mrs`; not `Mr`, `President`, `PM`."""
    if before.pos_ != "PROPN" or before.ent_type_ not in {"", "PERSON"}:
        return False
    title = before.lower_.rstrip(".")
    if title in (lexicon.lemmas("roles", "offices") | HONORIFICS) - WOMEN - {"dr"}:
        return False
    return not (len(title) > 1 and title.isalpha() and before.text.isupper())


def part_of_name(hit: Hit, last: Token) -> bool:
    """Whether the form is a piece of a longer name of a person, firm or club that is no public body."""
    if hit.entry.field == "demonyms" or last.ent_type_ not in {"PERSON", "ORG", "FAC", "EVENT"}:
        return False
    entity = next((e for e in last.doc.ents if e.start <= last.i < e.end), None)
    if entity is not None and (hit.entry.field == "bodies" or hit.entry.kind in {ActorKind.PERSON, ActorKind.MEDIA}):
        return longer(hit, last, entity)
    if entity is not None and any(t.text == "," for t in entity):
        return False  # "the mayor of Arequipa, José Quispe": two names in one
    if entity is None or len(entity.text.removeprefix("the ").removeprefix("The ")) <= hit.end - hit.start + 2:
        return False
    region = hit.entry.field == "regions"
    return region or last.ent_type_ == "PERSON" or entity[-1].lemma_.lower() not in lexicon.lemmas("roles", "public")


def longer(hit: Hit, last: Token, entity: Tokens) -> bool:
    """`the Unity Congress` is not the Congress, `Luis Arce Medina` not Luis Arce."""
    after = last.nbor(1) if last.i + 1 < entity.end else None
    if hit.entry.kind is ActorKind.PERSON:
        return after is not None and after.pos_ == "PROPN"
    if hit.entry.kind is ActorKind.MEDIA:  # "The National" in "The National Transport Safety Committee"
        return entity[-1].lemma_.lower() in lexicon.lemmas("roles", "public")
    first = last.i - len(last.doc.text[hit.start : hit.end].split()) + 1
    before = last.doc[first - 1] if entity.start < first else None
    if before is None or before.pos_ != "PROPN":
        return False
    return not any(
        form == before.text for form, entry in gazetteer.forms().get(before.text, ()) if entry.side == hit.entry.side
    )
