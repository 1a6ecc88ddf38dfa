"""The plain words that rules look at say what the parser's say, and cheap tests let every sentence of a rule pass."""

from collections.abc import Iterable
from typing import Any

import pytest
from spacy.tokens import Doc

from framing import lexicon
from framing.quoting import quotations
from framing.register import NAMELESS, Register, handles
from framing.tokens import Parse, unpack
from samples import all_samples
from tests.framing import engine

# Garbled, nested, hung on one thread, empty of words: what the parser makes of them is not projective or deep.
ODD = (
    "“No,” said A, whom B (so C says) had asked, “it is not U.S. policy.”  \n Never…",
    "A hearing is scheduled on the issue today, which nobody, as far as we know, had asked for, in Lima.",
    "What did the ministry that the report named say, and who, he asked, denied what it had said it would deny?",
    "the " * 40 + "end of " * 60 + "it",
    "!!! ?? – - ' \" 3,400 $5m",
)
SAME = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ text_with_ws "
    "is_space is_punct is_quote is_alpha is_digit like_num"
).split()
TIED = "children lefts rights subtree ancestors conjuncts".split()


@pytest.fixture(scope="module")
def parsed() -> list[tuple[Doc, Parse]]:
    paragraphs = [part for sample in all_samples() for part in sample.text.split("\n\n") if part.strip()]
    docs = engine.parser().parse([*paragraphs, *ODD])
    return [(doc, unpack(doc, doc.text)) for doc in docs]


def places(tokens: Iterable[Any]) -> list[int]:
    return [token.i for token in tokens]


def test_every_word_says_what_the_parser_says(parsed: list[tuple[Doc, Parse]]) -> None:
    for doc, parse in parsed:
        assert len(doc) == len(parse) > 0
        for theirs, ours in zip(doc, parse, strict=True):
            assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
            assert [places(getattr(ours, name)) for name in TIED] == [places(getattr(theirs, name)) for name in TIED]
            assert places((ours.head, ours.left_edge, ours.right_edge)) == places(
                (theirs.head, theirs.left_edge, theirs.right_edge)
            )
            assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_every_stretch_is_what_the_parser_cuts(parsed: list[tuple[Doc, Parse]]) -> None:
    for doc, parse in parsed:
        for name in ("sents", "ents"):
            theirs, ours = list(getattr(doc, name)), getattr(parse, name)
            assert [(s.start, s.end, s.text, s.start_char, s.end_char) for s in ours] == [
                (s.start, s.end, s.text, s.start_char, s.end_char) for s in theirs
            ]
        for start in range(-3, len(doc) + 2, 3):
            cut, whole = parse[start : start + 5], doc[start : start + 5]
            assert (places(cut), cut.text) == (places(whole), whole.text)


def test_code_points_lead_to_the_parsers_tokens(parsed: list[tuple[Doc, Parse]]) -> None:
    for doc, parse in parsed:
        for start in range(-1, len(doc.text) + 2, 5):
            for end in range(start, start + 25, 4):
                wide, exact = doc.char_span(start, end, alignment_mode="expand"), doc.char_span(start, end)
                ours = (parse.touching(start, end), parse.exactly(start, end))
                for found, wanted in zip(ours, (wide, exact), strict=True):
                    assert (found is None) == (wanted is None)
                    assert places(found or ()) == places(wanted or ())


def test_a_thread_of_a_thousand_words_is_walked_down() -> None:
    [doc] = engine.parser().parse(["of " * 1_500])
    assert sorted(places(unpack(doc, doc.text).sents[0][0].sent[0].subtree))


def test_quotations_are_kept_with_the_paragraph(parsed: list[tuple[Doc, Parse]]) -> None:
    assert any(parse.quotations for _, parse in parsed)
    assert all(parse.quotations == tuple(quotations(doc.text)) for doc, parse in parsed)


@pytest.mark.parametrize(
    ("test", "rules"),
    [
        (lexicon.any_hedge, lexicon.hedges),
        (lexicon.any_silence, lexicon.silences),
        (lexicon.any_contest_phrase, lexicon.contest_phrases),
    ],
)
def test_the_one_look_lets_whatever_a_rule_finds_pass(test: Any, rules: Any) -> None:
    tables = (lexicon.table(name) for name in ("hedges", "silences", "contests"))
    rows = [row for table in tables for part in table.values() if isinstance(part, list) for row in part]
    sentences = [s for row in rows for key in ("hits", "misses") for s in row.get(key, ())]
    found = {s for s in sentences for rule in rules() if rule.pattern.search(s)}
    assert found == {s for s in sentences if test().search(s)} != set(sentences)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rift Basin Institute", "RBI"),
        ("Zaria Crest", "Crest"),
        ("Bashar al-Assad", "Assad"),
        ("Anglo-Swiss Mining Group", "ASMG"),
    ],
)
def test_names_that_may_mean_one_figure_are_found_by_each_other(one: str, other: str) -> None:
    for known, asked in ((one, other), (other, one)):
        register = Register()
        register.enter(0, handles("Nobody Else", frozenset({"nobody", "else"})))
        register.enter(1, handles(known, frozenset(known.lower().split())))
        assert register.find(handles(asked, frozenset(asked.lower().split()))) == [1]


def test_a_name_without_a_word_of_its_own_finds_its_like() -> None:
    register = Register()
    register.enter(3, handles("The New", frozenset()))
    assert register.find([NAMELESS]) == [3]
    assert register.find(handles("Larkin", frozenset({"larkin"}))) == []
