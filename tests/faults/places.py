"""What Hedgerow makes of one small corpus, as digests: run as a script, wherever and in whatever locale.

`python -m tests.faults.places FOLDER` reads the documents there with the engine that is shipped.
"""

import hashlib
import json
import locale
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from batch.digest import digest
from batch.engine import load_engine, one_by_one
from components import pictures
from framing.codec import to_json
from framing.document.files import from_bytes
from framing.exports import exports
from framing.grouping import Counting, Level
from framing.settings import DEFAULTS
from tests.batch.corpora import run
from tests.faults.children import contents

LEAD = (
    "WASHINGTON warned on Sunday that ISTANBUL might withdraw its offer of 1,234.5 million liras by 1 January. "
    "İzmir's mayor, Işıl Öz, denied the claim; two officials who asked not to be named said it was “unlikely”."
)
DENIAL = "Turkey rejected the accusation on 31 December and declined to comment on the figure, the ministry said."
MAIL = (
    "From: Gazette <desk@gazette.example>\nSubject: Istanbul denies it\nDate: Sun, 31 Dec 2023 23:30:00 -0800\n"
    f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{LEAD}\n\n{DENIAL}\n"
)
PAGE = (
    '<html><head><title>Istanbul</title><meta property="article:published_time" content="2023-12-31T23:30:00-08:00">'
    f"</head><body><article><h1>Istanbul denies it</h1><p>{LEAD}</p><p>{DENIAL}</p></article></body></html>"
)
ROW = {"id": "ı", "text": f"{LEAD}\n\n{DENIAL}", "title": "İ", "published": "2023-12-31T23:30:00-08:00"}
DOCUMENTS = {
    "İstanbul.txt": f"{LEAD}\r\n\r\n{DENIAL}",
    "page.html": PAGE,
    "mail.eml": MAIL,
    "rows.jsonl": json.dumps(ROW, ensure_ascii=False),
}


def write_documents(folder: Path) -> None:
    folder.mkdir()
    for name, content in DOCUMENTS.items():
        (folder / name).write_bytes(content.encode())


def digests(folder: Path, out: Path) -> dict[str, str]:
    """By what was made, the hash of its bytes."""
    engine = load_engine(DEFAULTS, threads=1)
    made: dict[str, bytes] = {}
    for name in ("page.html", "mail.eml"):
        document = from_bytes((folder / name).read_bytes(), name=name, settings=DEFAULTS)
        analysis = engine.read(document, None)
        made |= {f"{name} record": to_json(analysis).encode(), f"{name} digest": digest(analysis).encode()}
        for export in (*exports(), pictures.export(Counting(Level.SIDE, unsure=True))):
            made[f"{name} {export.name}"] = export.write(analysis)
    one_engine = type(engine)(engine.read, engine.identity, partial(one_by_one, engine.read))
    run(folder, out, load=lambda _: one_engine)
    made |= contents(out, but=("lock",))
    return {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}


if __name__ == "__main__":
    with suppress(locale.Error):  # as a library that a page loads may do
        locale.setlocale(locale.LC_ALL, "")
    _, source, results = sys.argv
    sys.stdout.write(json.dumps({**digests(Path(source), Path(results)), "zone": time.strftime("%z")}))
