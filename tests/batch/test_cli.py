"""`analyse`, the exit codes, and that only results reach standard output."""

import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from batch.cli import main
from batch.digest import digest
from framing import __version__
from framing.codec import from_json
from tests import builders
from tests.batch.engines import parts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def article(tmp_path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes("Tasmar denied it. 🙂".encode())
    return path


def test_a_file_is_printed_as_json(article, capfdbinary):
    assert main(["analyse", str(article)], parts=parts()) == 0
    printed = capfdbinary.readouterr()
    assert printed.err == b""
    assert printed.out.endswith(b"}\n")
    assert from_json(printed.out.decode()).article.text == "Tasmar denied it. 🙂"


def test_standard_input_is_a_file_too(monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("é\r\n.".encode())))
    assert main(["analyse", "-", "--title", "A title"], parts=parts()) == 0
    read = from_json(capfdbinary.readouterr().out.decode()).article
    assert (read.text, read.title) == ("é\r\n.", "A title")


def test_a_file_is_printed_as_text(article, capfdbinary):
    engine = parts(read=lambda *_: builders.analysis())
    assert main(["analyse", str(article), "--format", "text"], parts=engine) == 0
    assert capfdbinary.readouterr().out.decode() == digest(builders.analysis())


def test_the_option_reaches_the_engine(article):
    seen = []
    engine = parts()
    main(["analyse", str(article), "--any-language"], parts=type(engine)(
        lambda settings: seen.append(settings) or engine.load(settings), engine.load_worker, engine.open_file
    ))  # fmt: skip
    assert [settings.any_language for settings in seen] == [True]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["analyse", "missing.txt"], "missing.txt: No such file or directory"),
        (["analyse", "."], ". is a folder; 'run' reads all"),
        (["analyse", "empty.txt"], "there is no word in this text"),
        (["analyse", "german.txt"], "looks German; --any-language has it read all the same"),
        (["analyse"], "Missing argument 'FILE'"),
        (["analyse", "german.txt", "--format", "xml"], "'xml' is not one of 'json', 'text'"),
        (["run", "german.txt"], "Missing option '--out'"),
        (["run", "german.txt", "--out", "out.jsonl"], "--out must be a folder for .txt"),
        (["read"], "No such command 'read'"),
    ],
)
def test_unusable_input_is_a_message_and_exit_code_2(arguments, message, tmp_path, monkeypatch, capfd):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "german.txt").write_text("Guten Tag.")
    monkeypatch.chdir(tmp_path)
    assert main(arguments, parts=parts()) == 2
    printed = capfd.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_nothing_is_loaded_for_a_file_that_cannot_be_opened(tmp_path):
    loaded = []
    main(["analyse", str(tmp_path / "missing")], parts=parts(on_load=lambda: loaded.append(1)))
    assert loaded == []


def test_an_interruption_is_quiet(article, capfd):
    def interrupt():
        raise KeyboardInterrupt

    assert main(["analyse", str(article)], parts=parts(on_load=interrupt)) == 130
    printed = capfd.readouterr()
    assert (printed.out, printed.err.strip()) == ("", "")


def test_the_digest_quotes_every_mark():
    text = digest(builders.analysis())
    for quote in (
        "Lakeland: claim, partly quoted, possible, hedged, contested",
        "“could fail … not soon”",
        "the article: assert, the article’s own words, certain, hedged",
        "“about” approximate, of the author",
        "Denial by Tasmar, against Lakeland",
        "“denied the claim”",
        "Norvia: “declined to comment”",
    ):
        assert quote in text


def test_the_digest_keeps_control_characters_from_the_terminal():
    record = builders.analysis()
    hostile = type(record.article)(id="", text=record.article.text, title="a\x1b[2J\u202eb\nc")
    assert digest(type(record)(**{
        name: hostile if name == "article" else getattr(record, name) for name in record.__slots__
    })).splitlines()[0] == "a [2J b c"  # fmt: skip


# The real command


def command(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        **more,
    )


def test_the_version_is_printed_without_loading_anything():
    script = (
        "import sys; from batch.cli import main; code = main(['--version']); "
        "heavy = {'torch', 'spacy', 'transformers', 'pyarrow'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = command("-c", script)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == f"hedgerow {__version__}\n".encode()


def test_the_module_is_the_command():
    done = command("-m", "batch", "--version")
    assert (done.returncode, done.stdout) == (0, f"hedgerow {__version__}\n".encode())
    done = command("-m", "batch", "analyse", "missing.txt")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        b"",
        b"hedgerow: missing.txt: No such file or directory\n",
    )


def test_a_closed_pipe_leaves_no_traceback(article):
    script = (
        "import sys; from tests.batch.engines import parts; from batch.cli import main; "
        f"sys.exit(main(['analyse', {str(article)!r}], parts=parts()))"
    )
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) != 0
