"""The stretches that a verb of speech attributes: a clause, the words around the cue, a complement or a quotation."""

from collections.abc import Iterator

from framing import lexicon, syntax
from framing.attribution.charges import accused, charged
from framing.attribution.clauses import (
    after_comma_that,
    clause_tokens,
    coordinated,
    fronted,
    interrupts,
    on_this_side,
    repeated,
    subject_start,
    trails,
)
from framing.attribution.complements import announced, denied, estimated, infinitive, wanted, wished
from framing.attribution.edges import asides, set_apart
from framing.attribution.evaluations import judged
from framing.attribution.holders import late_subject
from framing.attribution.speakers import INTRODUCERS
from framing.lexicon import Verb
from framing.passages import Line
from framing.tokens import Token
from framing.types import Act

Content = tuple[Token | None, list[Token]]


def contents(verb: Token, entry: Verb, holder: Token | None, line: Line) -> Iterator[Content]:
    """The stretches that the verb attributes, each with its main word."""
    special = own_complement(verb, entry)
    if special is not None or "only" in entry.takes:
        yield from [special] if special is not None else []
        return
    alone = not beside_object(verb, entry)
    told = list(reported(verb, entry, holder)) if alone else []
    if told:
        yield from told
        return
    around = surrounding(verb, line) if alone else None
    if around is not None:
        yield around
        return
    yield from complements(verb, entry, line)


def beside_object(verb: Token, entry: Verb) -> bool:
    """`Lima says troops crossed, Quito denies incursion`: what is denied is the object, not the clause before it."""
    thing = syntax.child(verb, "dobj") if entry.act is Act.DENY else None
    return thing is not None and thing.i > verb.i and all(c.i < verb.i for c in syntax.children(verb, "ccomp"))


def own_complement(verb: Token, entry: Verb) -> Content | None:
    """What only some verbs take: `put the toll at 40`, `called it a sham`, `want the plant closed`."""
    if "at" in entry.takes and (measured := estimated(verb)) is not None:
        return measured
    if "as" in entry.takes and (verdict := judged(verb)) is not None:
        return verdict
    wish = wished(verb) if "wish" in entry.takes else None
    return (wish, clause_tokens(wish, wish)) if wish is not None else None


def reported(verb: Token, entry: Verb, holder: Token | None) -> Iterator[Content]:
    """The clauses that the verb reports."""
    found = [c for c in hung(verb, holder) if not set_apart(c)]
    rest = [c for c in found[1:] if c.pos_ not in {"VERB", "AUX"}]  # "…, most of them children"
    given = [c for c in found if c not in rest]
    if not given:  # "said in a report that …": hung on the report
        given = [c for o in syntax.objects_of(verb) for c in syntax.children(o, "acl", "ccomp") if follows(o, c)][:1]
    if entry.act in {Act.CRITICISE, Act.PRAISE}:  # "criticised what she called a leak": the calling says it
        given = [c for c in given if not any(t.lower_ == "what" for t in c.children)]
    given = [part for c in given if (part := on_this_side(verb, c)) is not None]
    if any(c.i > verb.i and syntax.has(c, "mark", "that") for c in given):
        given = [c for c in given if c.i > verb.i]
    for clause in given:
        told_by = {t.i for t in holder.subtree} if holder is not None and clause.is_ancestor(holder) else set()
        more = [t for c in rest for t in c.subtree] if clause is given[-1] else []
        for part in coordinated(clause):
            said = sorted({*clause_tokens(part, clause), *more}, key=lambda t: t.i)
            yield from repeated(part, [t for t in said if t.i not in told_by])


def hung(verb: Token, holder: Token | None) -> list[Token]:
    """The verb's clauses, also behind an inserted `citing two officials, that …`."""
    given = [c for c in syntax.children(verb, "ccomp") if (holder is None or c != holder) and not syntax.interposed(c)]
    given = given or [c for c in syntax.children(verb, "conj", "advcl") if after_comma_that(c)]
    citing = next((c for c in syntax.children(verb, "advcl") if c.lemma_.lower() in INTRODUCERS), None)
    if not given and citing is not None:
        given = [t for t in citing.subtree if t.i > citing.i and t.pos_ in {"VERB", "AUX"} and after_comma_that(t)][:1]
    return given


def follows(noun: Token, clause: Token) -> bool:
    return clause.i > noun.i and syntax.has(clause, "mark", "that")


def surrounding(verb: Token, line: Line) -> Content | None:
    """The sentence that the cue stands in, behind or inside: `The dam, officials say, is safe`."""
    late = late_subject(verb)
    if trails(verb):
        return verb.head, [t for t in verb.doc[verb.sent.start : subject_start(verb)] if not t.is_space]
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and interrupts(verb)):
        early = [*next(c for c in verb.children if c.dep_ == "nsubj").subtree] if late is not None else []
        return verb.head, [*early, *syntax.subtree(verb.head, without=[verb])]
    front = fronted(verb) if verb.dep_ in {"conj", "advcl"} and not quoted_elsewhere(verb, line) else None
    if front is not None:
        return front, syntax.subtree(front, without=[verb])
    if verb.dep_ == "ROOT" and late is not None and late.i < verb.i:
        first = next(c for c in verb.children if c.dep_ == "nsubj")
        return first, [t for t in verb.doc[verb.sent.start : late.left_edge.i - 1] if not t.is_space]
    return None


def complements(verb: Token, entry: Verb, line: Line) -> Iterator[Content]:
    """Infinitives, quotations, charges, and things announced or asked for."""
    action = infinitive(verb)
    if action is not None and syntax.negated(action[0]) and entry.act in {Act.ASK, Act.REQUEST}:
        return  # "asked not to be named"
    if action is not None and wants_infinitive(entry, action[0]):
        yield action
        return
    quoted = quoted_elsewhere(verb, line)
    if quoted and entry.act not in {Act.ACCUSE, Act.CRITICISE, Act.PRAISE}:
        yield None, quoted
        return
    if entry.act is Act.ACCUSE and syntax.child(verb, "dobj") is None and accused(verb) is None:
        return  # a headline's "Lima accused of fraud" names no accuser
    if "of" in entry.takes:
        yield from charged(verb, entry)
    if "for" in entry.takes and (sought := wanted(verb)) is not None:
        yield sought, syntax.subtree(sought, without=asides(sought))
        return
    if "object" in entry.takes and entry.act not in {Act.CRITICISE, Act.PRAISE} and verb.dep_ != "pcomp":
        yield from announced(verb, entry)
    if entry.act is Act.DENY:
        yield from denied(verb)


def wants_infinitive(entry: Verb, infinitive: Token) -> bool:
    if infinitive.lemma_.lower() == "differ":
        return False  # "begs to differ" asks for nothing
    if entry.lemma == "deny":
        return infinitive.tag_ == "VBG"
    if not syntax.has(infinitive, "aux", "to"):
        return False
    if "infinitive" in entry.takes or "person" in entry.takes:
        return True
    return entry.lemma in {"tell", "warn", "ask"}


def quoted_elsewhere(verb: Token, line: Line) -> list[Token]:
    """The quoted words of the sentence that hold neither the verb nor each other's cue."""
    marks = line.passage.doc.quotations
    found = [t for t in line.tokens if any(a <= t.idx < b for a, b in marks) and not t.is_space]
    words = [t for t in found if t.is_alpha]
    if any(t.i == verb.i for t in found) or not (len(words) > 4 or any(t.pos_ in {"VERB", "AUX"} for t in words)):
        return []
    return found if all(nearest_cue(t, verb) for t in words) else []


def nearest_cue(token: Token, verb: Token) -> bool:
    """Whether no other verb of speech stands nearer to the quoted word in the tree."""
    known = lexicon.verbs()
    marks = verb.doc.quotations
    own = next(((a, b) for a, b in marks if a <= token.idx < b), (0, 0))  # "reply: "Ask the bank"": nobody asks here
    outside = (a for a in token.ancestors if not own[0] <= a.idx < own[1])
    nearest = next((a for a in outside if a.pos_ == "VERB" and a.lemma_.lower() in known), None)
    return nearest is None or nearest.i == verb.i
