"""Who stands how toward whom, as a directed graph for Gephi, visone and other network tools.

A node is an actor, the article's own voice, or all sources that it leaves unnamed. An edge goes from a holder to a
target and says in `relation` what it counts: claims about the target, contests against it (denies, doubts, rejects)
or readings of stance (supports, neutral, opposes). `weight` is how many. What the reading is not sure of has edges
of its own, with `unsure` true, so that it can be filtered and is never mixed in.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from framing.exports import Export, Group
from framing.naming import ARTICLE_VOICE, UNNAMED, contester_name, holder_absent, side_name
from framing.types import Actor, ActorKind, Analysis
from framing.xml_text import legal

VOICE, NOBODY = "article", "unnamed"  # ids of the nodes that are no actor


class Edge(NamedTuple):
    source: str
    target: str
    relation: str
    unsure: bool


def write(analysis: Analysis) -> bytes:
    from networkx import MultiDiGraph, generate_graphml

    graph = MultiDiGraph(name=legal(analysis.article.title or analysis.article.id))
    counted = Counter(_edges(analysis))
    ends = {end for edge in counted for end in (edge.source, edge.target)}
    held = Counter(claim.holder for claim in analysis.claims)
    contested = Counter(claim.holder for claim in analysis.claims if claim.contested)
    contests = Counter(contest.by for contest in analysis.contests)
    silences = Counter(silence.actor for silence in analysis.silences)
    for actor in analysis.actors:
        if actor.kind is not ActorKind.PLACE or _node(actor.id) in ends:
            counts = {"claims": held, "contested": contested, "contests": contests, "silences": silences}
            figures = {name: count[actor.id] for name, count in counts.items()}
            graph.add_node(_node(actor.id), **_described(analysis, actor), **figures)
    for node, label in ((VOICE, ARTICLE_VOICE), (NOBODY, UNNAMED)):
        if node in ends:
            graph.add_node(node, label=label, kind=node, side=label)
    for number, (edge, weight) in enumerate(counted.items()):
        told = {"relation": edge.relation, "label": edge.relation, "weight": float(weight), "unsure": edge.unsure}
        graph.add_edge(edge.source, edge.target, key=number, **told)
    lines = "\n".join(generate_graphml(graph))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{lines}\n'.encode()


def _described(analysis: Analysis, actor: Actor) -> dict[str, str | int]:
    return {
        "label": legal(actor.name),
        "kind": str(actor.kind),
        "side": legal(side_name(analysis, actor.id)),
        "mentions": len(actor.mentions),
    }


def _edges(analysis: Analysis) -> Iterator[Edge]:
    for claim in analysis.claims:
        absent = VOICE if holder_absent(claim) == ARTICLE_VOICE else NOBODY
        for target in claim.targets:
            yield Edge(_node(claim.holder, absent), _node(target), "claims", claim.unsure)
    for contest in analysis.contests:
        absent = VOICE if contester_name(analysis, contest) == ARTICLE_VOICE else NOBODY
        yield Edge(_node(contest.by, absent), _node(contest.against), str(contest.kind), contest.unsure)
    for stance in analysis.stances:
        yield Edge(_node(stance.holder, VOICE), _node(stance.target), str(stance.label), stance.unsure)


def _node(actor: int | None, absent: str = NOBODY) -> str:
    return f"actor-{actor}" if actor is not None else absent


EXPORT = Export("graph_graphml", "Network (GraphML)", ".graphml", "application/graphml+xml", write, Group.TOOLS)
