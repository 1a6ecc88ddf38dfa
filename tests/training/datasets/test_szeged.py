"""Hedge cues are read in place, by kind."""

import pytest

from training.datasets import szeged
from training.errors import TrainingError

FORM = (
    '<?xml version="1.0"?><Annotation><DocumentSet><Document><DocID type="X">{name}</DocID>'
    '<DocumentPart type="Text">{sentences}</DocumentPart></Document></DocumentSet></Annotation>'
)


def read(tmp_path, *sentences, name="Bridge_1"):
    path = tmp_path / "wiki.xml"
    marked = "".join(f'<Sentence id="S1.{n}">{sentence}</Sentence>' for n, sentence in enumerate(sentences))
    path.write_text(FORM.format(name=name, sentences=marked), encoding="utf-8")
    return szeged.read(path)


def cue(words, kind):
    return f'<ccue type="{kind}">{words}</ccue>'


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("speculation_modal_probable_", "possible"),
        ("speculation_hypo_doxastic _", "believed"),
        ("speculation_hypo_condition _", "conditional"),
        ("speculation_hypo_investigation _", "unconfirmed"),
    ],
)
def test_every_kind_of_cue_has_its_label_and_place(tmp_path, kind, label):
    (example,) = read(tmp_path, f"The bridge {cue('may', kind)} close &amp; {cue('open ', kind)}again.")
    assert example.text == "The bridge may close & open again."
    assert [(one.span.of(example.text), one.label) for one in example.hedges] == [("may", label), ("open", label)]
    assert example.document == "wiki:Bridge_1"


def test_a_plain_sentence_is_known_to_have_no_cue_and_an_empty_one_is_left_out(tmp_path):
    (example,) = read(tmp_path, "The bridge is open.", " ")
    assert (example.hedges, example.vague) == ((), None)


@pytest.mark.parametrize("sentence", ['<ccue type="guess">may</ccue>', "The <b bridge"])
def test_another_form_is_refused_by_name(tmp_path, sentence):
    with pytest.raises(TrainingError, match=r"wiki\.xml"):
        read(tmp_path, sentence)
