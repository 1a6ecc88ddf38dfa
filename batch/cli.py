"""The command line. Results go to standard output, everything else to standard error.

Exit codes: 0 every line is handled, 2 unusable input, 130 interrupted. What only a run into a folder needs, Arrow among
it, is imported where such a run begins: one article does not wait for it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from batch.columns import mapping
from batch.digest import digest
from batch.engine import PARTS, Parts
from batch.progress import progress, rate
from batch.resume import begin, prepare
from batch.run import check_paths, run
from batch.spelling import spelled
from framing import __version__
from framing.codec import to_json
from framing.counting import counted
from framing.errors import HedgerowError, InputError, LanguageError, WriteError, told
from framing.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from batch.corpus import Order, Runner

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
    except LanguageError as error:
        click.echo(f"hedgerow: {error}; --any-language has it read all the same", err=True)
        return UNUSABLE
    except (HedgerowError, OSError) as error:
        click.echo(f"hedgerow: {told(error)}", err=True)
        return UNUSABLE
    return code if isinstance(code, int) else 0  # click returns the code of --help and --version


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
    """Print one Analysis of FILE, as text, HTML, Markdown, PDF, Word or e-mail; "-" is plain text on standard input."""
    settings = _settings(any_language)
    content, name = _read(file)
    document = parts.open_file(content, name, settings)
    if title is not None:
        document = replace(document, title=spelled(title))
    analysis = parts.load(settings).read(document, None)
    result = digest(analysis) if form == "text" else f"{to_json(analysis)}\n"
    _print(result)


@cli.command("run")
@click.argument("source", metavar="IN")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A file that ends in .jsonl, or a folder of Parquet."
)
@click.option("--column", "named", multiple=True, metavar="FIELD=NAME", help="Which column of IN holds a field.")
@click.option("--limit", type=click.IntRange(min=1), help="Read the first so many articles only.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes, each with its model.  [default: one per core]")
@click.option("--engine", "kind", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option("--address", help="Of a Ray cluster that runs; without it Ray is started on this machine.")
@language_option
@click.pass_context
def run_command(
    context: click.Context,
    source: str,
    out: Path,
    named: tuple[str, ...],
    limit: int | None,
    workers: int | None,
    kind: str,
    address: str | None,
    any_language: bool,
) -> None:
    """Read every article of IN.

    Into a file: IN has JSON lines {"id", "text", "title"}, and each becomes a line. Into a folder: IN is a file of
    JSON lines, CSV or Parquet, a folder of documents, or a pattern in quotation marks; each kind of record becomes a
    table. FIELD is id, text, title, source, author, url or published.

    A run that was stopped goes on where it was with the same command.
    """
    settings = _settings(any_language)
    if out.suffix == ".jsonl":
        _refuse_options(context, "named", "limit", "workers", "kind", "address")
        _run_lines(Path(source), out, settings, context.obj)
        return
    if out.suffix:
        raise click.UsageError(f"{out} ends in {out.suffix}; results are a file that ends in .jsonl, or a folder")
    if address is not None and kind != "ray":
        raise click.UsageError("--address is for --engine ray")
    from batch.corpus import Order
    from models.cores import cores

    columns = mapping([spelled(column) for column in named])
    order = Order(source, out, columns, settings, workers or cores(), limit)
    _run_folder(order, context.obj, _runner(kind, address))


def _refuse_options(context: click.Context, *names: str) -> None:
    for parameter in context.command.params:
        if parameter.name in names and context.get_parameter_source(parameter.name) is not ParameterSource.DEFAULT:
            raise click.UsageError(f"{parameter.opts[0]} is for a run into a folder; --out names a file")


def _run_lines(source: Path, out: Path, settings: Settings, parts: Parts) -> None:
    check_paths(source, out)
    plan = prepare(source, out)
    engine = parts.load(settings)
    begin(plan, engine.identity)
    with progress(plan.kept, plan.input.lines) as on_line:
        counts = run(plan, engine, settings, on_line=on_line)
    if not plan.input.lines:
        _say_empty(source, out)
        return
    _say(out, counts.read, counts.failed, counted(plan.kept, "line"), f'its lines with "failure" in {out} say')


def _run_folder(order: Order, parts: Parts, runner: Runner) -> None:
    from batch.corpus import run_corpus

    counts = run_corpus(order, parts.load_worker, runner, watch=rate)
    if counts.left_out:
        said = ", ".join(f"{count} {suffix}" for suffix, count in counts.left_out)
        click.echo(f"files of other kinds were left out: {said}", err=True)
    if not counts.read + counts.failed + counts.kept:
        _say_empty(order.source, order.out)
        return
    _say(order.out, counts.read, counts.failed, counted(counts.kept, "row"), f"the table {order.out / 'failures'} says")


def _say_empty(source: str | Path, out: Path) -> None:
    """Not unusable: a day without news is read to its end."""
    click.echo(f"{source} holds no article; {out} is written and has none either", err=True)


def _say(out: Path, read: int, failed: int, stood: str, where: str) -> None:
    """What a run has written; `where` names what says why articles could not be read."""
    why = f"; {where} why" if failed else ""
    found = f"{counted(read, 'article')}, {counted(failed, 'failure')} written"
    click.echo(f"{out}: {found}; {stood} stood already{why}", err=True)


def _runner(kind: str, address: str | None) -> Runner:
    if kind == "ray":
        from batch import on_ray

        return partial(on_ray.read_blocks, address=address)
    from batch import local

    return local.read_blocks


def _read(file: str) -> tuple[bytes, str]:
    """Content and name; the name's suffix says how to read the content."""
    if file == "-":
        return sys.stdin.buffer.read(), "stdin.txt"
    if Path(file).is_dir():
        raise InputError(f"{file} is a folder; 'run' reads all that lies in one")
    return Path(file).read_bytes(), Path(file).name


def _print(result: str) -> None:
    """A reader that has gone away is no error to be told; click ends the program."""
    try:
        click.echo(result.encode(), nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(f"standard output was not written: {told(error)}; make room there") from error


def _settings(any_language: bool) -> Settings:
    return replace(DEFAULTS, any_language=any_language)
