"""`python -m corpus FOLDER`: find the reprints and the linked claims of a result folder, once."""

import sys
from pathlib import Path

import click

from corpus.index import write_index
from corpus.links import WORDS_ALONE, Judge
from framing.counting import counted
from framing.errors import HedgerowError, told


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--words", is_flag=True, help="link claims by their words alone, without the encoder and the network")
def main(folder: Path, words: bool) -> None:
    try:
        found = write_index(folder, WORDS_ALONE if words else _judge())
    except (HedgerowError, OSError) as error:
        click.echo(f"hedgerow: {told(error)}", err=True)
        sys.exit(2)
    reprints, stories = counted(found.reprints, "reprint"), counted(found.stories, "claim")
    click.echo(f"{reprints}, {stories} that several articles tell", err=True)


def _judge() -> Judge:
    """Encoder and network, which take seconds to import."""
    from models.meaning import load_meaning
    from models.reader import load_reader

    return Judge(load_meaning(), load_reader())


if __name__ == "__main__":
    main()
