"""UIMA CAS XMI with its type system, in one ZIP: what INCEpTION and other UIMA tools load.

Every layer of annotations is a span layer. Links between layers are slots (an array of links with role and target),
links between claims are the relation layer `ClaimRelation`, which also joins the parts of a split claim to the first.
UIMA counts UTF-16 units; cassis converts. Tokens are left to the tool, which makes its own inside our sentences: no
mark depends on them, and they would be two thirds of the file.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from framing.archive import zipped
from framing.exports import Export, Group
from framing.exports._annotations import annotations
from framing.exports._layers import FEATURES, SLOTS, Annotation, Feature, Layer
from framing.exports._tokens import stretches
from framing.types import Analysis
from framing.xml_text import legal

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
SPACE = "hedgerow"  # of the types' names
RELATION = f"{SPACE}.ClaimRelation"
GOVERNOR, DEPENDENT = "Governor", "Dependent"  # INCEpTION knows a relation layer by these names
STRING, ARRAY, TOP = "uima.cas.String", "uima.cas.FSArray", "uima.cas.TOP"
RANGES = {str: STRING, int: "uima.cas.Integer", float: "uima.cas.Float", bool: "uima.cas.Boolean"}

Structure: TypeAlias = Any  # any: cassis makes these classes at run time


def write(analysis: Analysis) -> bytes:
    types = type_system()
    cas = _filled(types, analysis)
    return zipped({"article.xmi": cas.to_xmi().encode(), "TypeSystem.xml": types.to_xml().encode()})


def type_system() -> "TypeSystem":
    """Sentences as DKPro Core names them, and one type per layer."""
    from cassis import TypeSystem

    types = TypeSystem()
    types.create_type(SENTENCE)
    for layer, features in FEATURES.items():
        name = _name(layer)
        types.create_type(name)
        for feature, kind in {"number": int, "part": int, "label": str, **features}.items():
            types.create_feature(name, feature, RANGES[kind])
    for layer, roles in SLOTS.items():
        for role, target in roles.items():
            link = _link_name(layer, role)
            types.create_type(link, TOP)
            types.create_feature(link, "role", STRING)
            types.create_feature(link, "target", _name(target))
            types.create_feature(_name(layer), role, ARRAY, elementType=link)
    types.create_type(RELATION)
    for end in (GOVERNOR, DEPENDENT):
        types.create_feature(RELATION, end, _name(Layer.CLAIM))
    types.create_feature(RELATION, "label", STRING)
    return types


def _name(layer: Layer) -> str:
    return f"{SPACE}.{layer}"


def _link_name(layer: Layer, role: str) -> str:
    return f"{SPACE}.{layer}{role.title()}Link"


def _filled(types: "TypeSystem", analysis: Analysis) -> "Cas":
    from cassis import Cas

    cas = Cas(types)
    cas.sofa_string, cas.sofa_mime = legal(analysis.article.text), "text/plain"
    sentence = types.get_type(SENTENCE)
    cas.add_all(sentence(begin=span.start, end=span.end) for _, _, span in stretches(analysis))
    found = annotations(analysis)
    made = {(note.layer, note.number, note.part): _made(types, note) for note in found}
    _link(types, found, made)
    cas.add_all(made.values())
    cas.add_all(_relations(types, found, made))
    return cas


def _made(types: "TypeSystem", note: Annotation) -> Structure:
    features = {"number": note.number, "part": note.part, "label": note.label, **note.features}
    shape = types.get_type(_name(note.layer))
    values = {name: _legal(value) for name, value in features.items()}
    return shape(begin=note.span.start, end=note.span.end, **values)


def _legal(value: Feature) -> Feature:
    return legal(value) if isinstance(value, str) else value


def _link(types: "TypeSystem", found: Iterable[Annotation], made: dict[tuple[Layer, int, int], Structure]) -> None:
    """Fill the slots."""
    array = types.get_type(ARRAY)
    for note in found:
        for link in note.links:
            if link.layer is not note.layer:
                shape = types.get_type(_link_name(note.layer, link.role))
                filled = shape(role=link.role, target=made[link.layer, link.number, 0])
                made[note.layer, note.number, note.part][link.role] = array(elements=[filled])


def _relations(
    types: "TypeSystem", found: Iterable[Annotation], made: dict[tuple[Layer, int, int], Structure]
) -> list[Structure]:
    """Between claims: a part continues the first one, an inner claim has its parent, a counter answers a claim."""
    shape, relations = types.get_type(RELATION), []

    def relate(label: str, source: Structure, target: Structure) -> None:
        place = {"begin": target.begin, "end": target.end}  # where the dependent stands, as DKPro Core has it
        relations.append(shape(Governor=source, Dependent=target, label=label, **place))

    for note in found:
        here = made[note.layer, note.number, note.part]
        if note.layer is Layer.CLAIM and note.part > 0:
            relate("continues", here, made[Layer.CLAIM, note.number, 0])
        ends = {link.role: made[link.layer, link.number, 0] for link in note.links if link.layer is Layer.CLAIM}
        if note.layer is Layer.CLAIM and "parent" in ends:
            relate("parent", here, ends["parent"])
        if note.layer is Layer.CONTEST and {"claim", "counter"} <= ends.keys():
            relate(note.label, ends["counter"], ends["claim"])
    return relations


EXPORT = Export("inception_xmi", "INCEpTION (UIMA XMI)", ".xmi.zip", "application/zip", write, Group.TOOLS)
