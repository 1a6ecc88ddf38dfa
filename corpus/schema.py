"""Which tables and columns of a result folder the questions rest on; what else stands there is not asked for."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from framing.errors import CorpusError

KEY = {"input": "VARCHAR", "row": "BIGINT"}
VERDICT = {"label": "VARCHAR", "unsure": "BOOLEAN"}

# Table -> column -> the type it is read as. A column without any value may have been written with no type.
TABLES: Mapping[str, Mapping[str, str]] = {
    "article": {"title": "VARCHAR", "source": "VARCHAR", "url": "VARCHAR", "published": "VARCHAR"},
    "sentences": {"id": "BIGINT", "words": "VARCHAR", "words_start": "BIGINT", "words_end": "BIGINT"},
    "actors": {"id": "BIGINT", "name": "VARCHAR", "kind": "VARCHAR", "side_name": "VARCHAR", "mentions": "BIGINT"},
    "mentions": {
        **{"actor": "BIGINT", "actor_name": "VARCHAR", "actor_side_name": "VARCHAR"},
        **{"words": "VARCHAR", "form": "VARCHAR"},
    },
    "claims": {
        **{"id": "BIGINT", "sentence": "BIGINT", "holder_name": "VARCHAR", "side_name": "VARCHAR"},
        **{"anonymous": "BOOLEAN", "voice": "VARCHAR", "reporting": "VARCHAR", "content": "VARCHAR"},
        **{"factuality": "VARCHAR", "hedged": "BOOLEAN", "contested": "BOOLEAN", "unsure": "BOOLEAN"},
    },
    "contests": {
        **{"id": "BIGINT", "sentence": "BIGINT", "kind": "VARCHAR", "by_name": "VARCHAR", "by_side_name": "VARCHAR"},
        **{"against_side_name": "VARCHAR", "evidence": "VARCHAR", "claim": "BIGINT", "counter": "BIGINT"},
        **{"unsure": "BOOLEAN"},
    },
    "stances": {
        **{"sentence": "BIGINT", "holder_name": "VARCHAR", "holder_side_name": "VARCHAR"},
        **{"target_name": "VARCHAR", "target_side_name": "VARCHAR"},
        **VERDICT,
    },
    "actor_tones": {
        **{"sentence": "BIGINT", "actor_name": "VARCHAR", "actor_side_name": "VARCHAR", "holder": "BIGINT"},
        **VERDICT,
    },
}


def add_views(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Give each table a view over its shards.

    Raises:
        CorpusError: a table or a column is missing, or a shard is no Parquet.
    """
    for name, columns in TABLES.items():
        shards = shards_of(folder, name)
        if not shards:
            raise CorpusError(f"{folder}: no Parquet in {name}/; name a folder that 'python -m batch run' has written")
        try:
            found = connection.read_parquet([str(shard) for shard in shards], union_by_name=True)
        except duckdb.Error as error:
            raise CorpusError(f"{folder / name}: {str(error).splitlines()[0]}; write the results anew") from error
        wanted = {**KEY, **columns}
        lacking = [column for column in wanted if column not in found.columns]
        if lacking:
            raise CorpusError(f"{folder / name}: lacks {', '.join(lacking)}; it is of another version: run batch anew")
        found.project(
            ", ".join(f'CAST("{column}" AS {type_}) AS "{column}"' for column, type_ in wanted.items())
        ).create_view(name)


def shards_of(folder: Path, table: str) -> list[Path]:
    """The files of one table, in the order of their names."""
    return sorted((folder / table).glob("*.parquet"))
