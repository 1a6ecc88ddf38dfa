"""The worked example of docs/corpora.md gives what it says it gives."""

import doctest
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "corpora.md"


def test_the_guide_tells_what_the_code_answers(results, tmp_path, monkeypatch):
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "results").symlink_to(results)
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(GUIDE), module_relative=False)
    assert found.attempted > 10
    assert found.failed == 0
