"""A corpus that this project writes itself, so that it is known what stands in it (`samples.planned`).

`python -m samples.make_corpus OUT` writes `articles.jsonl`, which `python -m batch run` reads, and `results/`, the
records as a reader without a fault would write them.
"""

import json
import sys
from pathlib import Path

import click

from framing.errors import HedgerowError, InputError, told
from framing.writing import write_text
from samples.planned import Planned, plan
from samples.planted import record
from samples.records import write_records
from samples.telling import tell

ARTICLES = "articles.jsonl"


def articles_jsonl(articles: tuple[Planned, ...]) -> str:
    """One object per line, as `python -m batch run` reads them."""
    lines = []
    for article in articles:
        told = tell(article)
        day = article.day.isoformat() if article.day else None
        values = {"id": article.id, "title": told.title, "text": told.text, "source": article.outlet, "published": day}
        lines.append(json.dumps(values, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


@click.command(help=__doc__)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", default=7, show_default=True, help="deals out days, order and filling")
def main(out: Path, seed: int) -> None:
    try:
        written = _make(out, seed)
    except (HedgerowError, OSError) as error:
        click.echo(f"hedgerow: {told(error)}", err=True)
        sys.exit(2)
    click.echo(f"{written} articles in {out / ARTICLES}, their records in {out / 'results'}")


def _make(out: Path, seed: int) -> int:
    articles = plan(seed)
    text = articles_jsonl(articles)
    _expect_own(out, text)
    out.mkdir(parents=True, exist_ok=True)
    write_text(out / ARTICLES, text)
    write_records(((number, record(one)) for number, one in enumerate(articles)), out / "results", input_=ARTICLES)
    return len(articles)


def _expect_own(out: Path, text: str) -> None:
    """Nothing stands in OUT but what the same command has written there, perhaps in part.

    Raises:
        InputError: something else does.
    """
    begun = (out / ARTICLES).is_file() and (out / ARTICLES).read_bytes() == text.encode()
    if not begun and any((out / name).exists() for name in (ARTICLES, "results")):
        raise InputError(f"{out} has articles or results of something else; name another folder")


if __name__ == "__main__":
    main()
