"""Who stands for office: a candidate speaks for himself or herself, whatever office he or she once held."""

import re
from collections.abc import Iterable, Iterator

from framing import syntax
from framing.actors.introductions import introduced_by
from framing.passages import Passage
from framing.tokens import Token

STANDING = frozenset("candidate nominee contender frontrunner runner hopeful challenger".split())
KINDS = frozenset("pressure military bombing air smear drug ad advertising media vaccination lobbying".split())
ELECTORAL = re.compile(
    r"\b(?:elect\w*|vot(?:e[rs]?|ing)|polls?|primar(?:y|ies)|ballots?|caucus\w*|candidates?|nomin\w+|runoff)\b", re.I
)
PLACES = frozenset({"GPE", "NORP", "LOC", "DATE"})


def candidates(passages: Iterable[Passage]) -> frozenset[str]:
    """The last names of those whom the article calls candidates, or of whose campaign it tells.

    "A's campaign" may be a war's; it counts where the article speaks of an election.
    """
    read = list(passages)
    electoral = any(ELECTORAL.search(passage.text) for passage in read)
    found = (name for passage in read for token in passage.doc for name in standing(token))
    return frozenset(name.text for name in found if electoral or name.dep_ != "poss")


def standing(noun: Token) -> Iterator[Token]:
    """`the Labour candidate, A`, `A, the front-runner`, `the A campaign`, `A's campaign`."""
    lemma = noun.lemma_.lower()
    if lemma in STANDING and noun.pos_ == "NOUN":
        name = introduced_by(noun)
        if name is not None:
            yield name
    if lemma == "campaign" and noun.pos_ in {"NOUN", "PROPN"} and not waged(noun):
        owners = syntax.children(noun, "compound", "poss", "nmod")
        yield from (c for c in owners if c.pos_ == "PROPN" and c.ent_type_ not in PLACES)


def waged(campaign: Token) -> bool:
    """`A's campaign against B`, `a bombing campaign`: no candidate's."""
    against = any(c.lower_ in {"against", "in", "on", "of", "to"} for c in syntax.children(campaign, "prep"))
    return against or any(c.lower_ in KINDS for c in campaign.lefts)
