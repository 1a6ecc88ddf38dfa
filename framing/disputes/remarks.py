"""Contesting in a comment on what the sentence has just said: `…, a figure that the ministry disputes`.

The parser hangs such comments anywhere and takes their verb for a noun, so they are read in the order of words: a
comma, an indefinite noun that names words or a deed, then a relative clause or participle that contests.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from framing import lexicon, syntax
from framing.attribution.edges import contest_of
from framing.disputes.dispute import Dispute, dispute
from framing.lexicon import ContestWord
from framing.passages import Line
from framing.tokens import Token
from framing.types import Span

FAR = 16  # words between the noun and the verb that contests it
STOPS = frozenset({";", ":", ".", "“", "”", '"'})


def by_remark(line: Line) -> Iterator[Dispute]:
    """`…, a step that the board rejects`, `…, a charge denied by Lima`, `…, an account she called a lie`."""
    for noun in line.tokens:
        verb = contesting(line, noun) if opens(noun) else None
        holder = contester(noun, verb) if verb is not None else None
        if verb is None or holder is None:
            continue
        said = verdict(line, verb)
        parts = [*auxiliaries(verb), verb, *syntax.children(verb, "prt")]
        word, evidence = said if said is not None else (contest_of(verb), line.passage.place(parts))
        if word is not None:
            yield replace(dispute(line, evidence, holder, word, noun, f"remark:{word.id}"), remark=True)


def opens(noun: Token | None) -> bool:
    """`, a figure`: an indefinite noun for words or deeds, right after a comma or dash."""
    if noun is None or noun.pos_ != "NOUN":
        return False
    lemma = noun.lemma_.lower()
    if lemma not in lexicon.nouns() and lemma not in lexicon.lemmas("contests", "deeds"):
        return False
    first = next((t for t in noun.doc[max(0, noun.i - 3) : noun.i] if t.lower_ in {"a", "an", "one"}), None)
    return first is not None and first.i > noun.sent.start and first.nbor(-1).text in {",", "–", "—", "-"}


def contesting(line: Line, noun: Token) -> Token | None:
    """The first verb behind the noun, if it contests: after `that`, or right behind as a participle with `by`."""
    rest = [t for t in noun.doc[noun.i + 1 : min(noun.i + 1 + FAR, line.tokens.end)] if not t.is_space]
    if len(rest) > 1 and rest[0].tag_ in {"VBN", "VBD"} and rest[1].lower_ == "by":
        return rest[0] if contest_of(rest[0]) is not None else None
    if not rest or (rest[0].lower_ not in {"that", "which"} and rest[0].pos_ not in {"DET", "PROPN", "PRON"}):
        return None
    for token in rest[1:]:
        if token.text in STOPS:
            return None
        if token.tag_ != "NN" and (contest_of(token) is not None or verdict(line, token) is not None):
            return token if not syntax.negated(token) else None
        if token.pos_ == "VERB" and token.dep_ != "amod":
            return None
    return None


def verdict(line: Line, verb: Token) -> tuple[ContestWord, Span] | None:
    """`called exaggerated`, `said was untrue`: the set phrase that starts with the verb, or behind one of speech."""
    says = verb.lemma_.lower() in lexicon.verbs() and verb.i + 1 < line.tokens.end
    for rule in lexicon.contest_phrases():
        if rule.stands != "names" and not (says and rule.stands == "said"):
            continue
        at = (verb if rule.stands == "names" else verb.nbor()).idx - line.tokens.start_char
        match = rule.pattern.match(line.text, at)
        if match is not None:
            return rule.word, Span(line.start + match.start(), line.start + match.end())
    return None


def contester(noun: Token, verb: Token) -> Token | None:
    """Whoever stands behind `by`, else the first noun behind the opener."""
    rest = noun.doc[verb.i + 1 : min(verb.i + 8, noun.doc[-1].i + 1)]
    if verb.i > noun.i + 1 and not any(t.lemma_ == "be" for t in auxiliaries(verb)):
        return first_noun(noun.doc[noun.i + 1 : verb.i])
    by = next((t for t in rest if t.lower_ == "by"), None)
    return first_noun(noun.doc[by.i + 1 :]) if by is not None else None


def first_noun(tokens: Iterable[Token]) -> Token | None:
    """The head of the first noun phrase, in the order of words."""
    found: Token | None = None
    for token in tokens:
        if token.pos_ == "PRON" and token.lower_ not in syntax.RELATIVE:
            return token
        if token.pos_ in {"NOUN", "PROPN"}:
            found = token
        elif found is not None and token.tag_ == "POS":
            found = None
        elif found is not None:
            break
    return found


def auxiliaries(verb: Token) -> list[Token]:
    """`has been` before the verb, whatever the parser hung them on."""
    found: list[Token] = []
    for token in reversed(list(verb.doc[max(0, verb.i - 4) : verb.i])):
        if token.pos_ != "AUX" and token.lemma_.lower() not in {"have", "be"}:
            break
        found.append(token)
    return found[::-1]
