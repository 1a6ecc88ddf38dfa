"""The command line. Results go to standard output, everything else to standard error.

Exit codes: 0 every line is handled, 2 unusable input, 130 interrupted.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from batch.digest import digest
from batch.engine import PARTS, Parts
from batch.progress import progress
from batch.resume import begin, prepare
from batch.run import check_paths, run
from framing import __version__
from framing.codec import to_json
from framing.errors import HedgerowError
from framing.settings import DEFAULTS, Settings

UNUSABLE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None, *, parts: Parts = PARTS) -> int:
    """Run a command; the one place where errors become messages."""
    try:
        code = cli.main(
            None if arguments is None else list(arguments),
            prog_name="python -m batch",
            standalone_mode=False,
            obj=parts,
        )
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (HedgerowError, OSError) as error:
        click.echo(f"hedgerow: {_message(error)}", err=True)
        return UNUSABLE
    return code if isinstance(code, int) else 0  # click returns the code of --help and --version


def _message(error: HedgerowError | OSError) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    return str(error)


language_option = click.option("--any-language", is_flag=True, help="Read text that does not look English.")


@click.group()
@click.version_option(__version__, prog_name="hedgerow", message="%(prog)s %(version)s")
def cli() -> None:
    """Read news articles: who claims what, how sure they are, who disputes it."""


@cli.command("analyse")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="json", show_default=True)
@click.option("--title", help="The article's title, where the file does not give it.")
@language_option
@click.pass_obj
def analyse(parts: Parts, file: str, form: str, title: str | None, any_language: bool) -> None:
    """Print one Analysis of FILE (.txt, .md, .html); "-" is plain text on standard input."""
    settings = _settings(any_language)
    content, name = _read(file)
    document = parts.open_file(content, name, settings)
    if title is not None:
        document = replace(document, title=title)
    analysis = parts.load(settings).read(document, None)
    result = digest(analysis) if form == "text" else f"{to_json(analysis)}\n"
    click.echo(result.encode(), nl=False)


@cli.command("run")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A file that ends in .jsonl.")
@language_option
@click.pass_obj
def run_command(parts: Parts, source: Path, out: Path, any_language: bool) -> None:
    """Read every line of IN, a file of JSON lines {"id", "text", "title"}, and write one line each.

    A run that was stopped goes on where it was with the same command.
    """
    settings = _settings(any_language)
    check_paths(source, out)
    plan = prepare(source, out)
    engine = parts.load(settings)
    begin(plan, engine.identity)
    with progress(plan.kept, plan.input.lines) as on_line:
        counts = run(plan, engine, settings, on_line=on_line)
    click.echo(
        f"{out}: {counts.read} articles, {counts.failed} failures written; {plan.kept} lines stood already",
        err=True,
    )


def _read(file: str) -> tuple[bytes, str]:
    """Content and name; the name's suffix says how to read the content."""
    if file == "-":
        return sys.stdin.buffer.read(), "stdin.txt"
    return Path(file).read_bytes(), Path(file).name


def _settings(any_language: bool) -> Settings:
    return replace(DEFAULTS, any_language=any_language)
