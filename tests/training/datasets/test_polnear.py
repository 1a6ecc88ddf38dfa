"""Attributions are cut to sentences and keep their parts together."""

import pytest

from training.datasets import polnear
from training.errors import TrainingError

TEXT = "Fares will rise, Ann Lee said on Monday. “It hurts. It must stop,” said riders.\nNobody asked the mayor."


def span_line(name, role, *words):
    places = [(TEXT.index(part), TEXT.index(part) + len(part)) for part in words]
    return f"{name}\t{role} {';'.join(f'{start} {end}' for start, end in places)}\t{' '.join(words)}"


LINES = [
    span_line("T1", "Source", "Ann Lee"),
    span_line("T2", "Cue", "said on"),
    span_line("T3", "Content", "Fares will", "rise"),
    "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3",
    span_line("T4", "Cue", "said riders"),
    span_line("T5", "Content", "“It hurts. It must stop,”"),
    "E2\tAttribution-no-source:T9 Cue:T4 Content2:T5",
    span_line("T6", "Discuss", "Nobody"),
]


def write(folder, annotators):
    for part in ("text", "attributions"):
        (folder / part).mkdir()
    (folder / "text" / "rag_2016-01-02_fares.txt").write_text(TEXT, encoding="utf-8")
    for name, lines in annotators.items():
        path = folder / "attributions" / f"rag_2016-01-02_fares_{name}.ann"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def words(example, spans):
    return [span.of(example.text) for span in spans]


def test_an_attribution_is_cut_to_the_sentence_of_its_cue(tmp_path):
    examples = polnear.read(write(tmp_path, {"aa": LINES}))
    assert [example.text for example in examples] == [
        "Fares will rise, Ann Lee said on Monday.",
        "“It hurts.",
        "It must stop,” said riders.",
        "Nobody asked the mayor.",
    ]
    (whole,), (begun,), (ended,), none = (example.attributions for example in examples)
    assert words(examples[0], whole.source) == ["Ann Lee"]
    assert words(examples[0], whole.content) == ["Fares will", "rise"]
    assert (begun.cue, begun.source, words(examples[1], begun.content)) == ((), (), ["“It hurts."])
    assert words(examples[2], ended.cue) == ["said riders"]
    assert words(examples[2], ended.content) == ["It must stop,”"]
    assert none == ()
    assert {example.document for example in examples} == {"rag_2016-01-02_fares"}


def test_one_annotator_is_read(tmp_path):
    examples = polnear.read(write(tmp_path, {"bb": LINES, "aa": LINES[:4]}))
    assert [len(example.attributions) for example in examples] == [1, 0, 0, 0]


def test_a_quoted_text_may_run_over_lines(tmp_path):
    lines = [LINES[0] + "\n\nT shirts sell. Each one", *LINES[1:4]]
    assert len(polnear.read(write(tmp_path, {"aa": lines}))[0].attributions) == 1


def test_another_form_is_refused_with_its_line(tmp_path):
    with pytest.raises(TrainingError, match="line 2"):
        polnear.read(write(tmp_path, {"aa": [LINES[0], "T2\tCue 5\tsaid"]}))
    (tmp_path / "none").mkdir()
    with pytest.raises(TrainingError, match=r"\*\.ann: missing; name the data folder"):
        polnear.read(tmp_path / "none")
