"""The controls with which one mark or one actor is corrected; each makes a typed correction and decides nothing."""

import streamlit as st

from components import corrections, session
from components.wording import shorten
from framing.edits import (
    AcceptClaim,
    AddContest,
    ChangeFactuality,
    ChangeHedged,
    ChangeHolder,
    ChangeParagraph,
    MergeActors,
    MoveActor,
    RejectClaim,
    RemoveContest,
    RenameActor,
    SplitActor,
    actor_words,
    claim_words,
    contest_words,
)
from framing.labels import CONTEST, FACTUALITY
from framing.marks import MarkId
from framing.naming import ANALYST, ARTICLE_VOICE, actor_name
from framing.types import ActorKind, Analysis, ContestKind, Factuality, Mention, ParagraphKind, Span

LONGEST_NAME = 120  # characters
LONGEST_QUOTE = 90  # characters of a sentence in a list
ICON = ":material/edit:"
CONTEST_FORM, SPLIT_FORM = "contest", "split"  # where a refusal is told
NOT_THERE = "these words do not stand in the chosen sentence; copy them from it, or leave them out"


def mark(analysis: Analysis, mark: MarkId, key: str) -> None:
    """Offer what can be corrected of the open mark; `key` names what the page shows."""
    number = mark.number
    hedged = analysis.hedges[number].claim if mark.record == "hedge" else None
    if mark.record == "silence" or (mark.record == "hedge" and hedged is None):
        return
    prefix = f"{mark}-{key[:12]}"
    stays = f"correct-{mark}-{analysis.article.id[:12]}"  # open from one correction to the next
    with st.popover("Correct", icon=ICON, key=stays, on_change="rerun", type="tertiary") as opened:
        if not opened.open:
            return
        corrections.refusal()
        if mark.record == "claim":
            _claim(analysis, number, prefix)
        elif hedged is not None:
            _claim(analysis, hedged, prefix)
        elif mark.record == "contest":
            _contest(analysis, number, prefix)
        else:
            _paragraph(analysis, number, prefix)


def _claim(analysis: Analysis, number: int, prefix: str) -> None:
    claim, address = analysis.claims[number], claim_words(analysis, number)
    decided = any(proof.by == ANALYST for proof in claim.proof)
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            "Read rightly",
            key=f"accept-{prefix}",
            icon=":material/check:",
            disabled=decided and not claim.unsure,
            on_click=corrections.make,
            args=(AcceptClaim(address),),
        )
        st.button(
            "No claim",
            key=f"reject-{prefix}",
            icon=":material/close:",
            on_click=corrections.make,
            args=(RejectClaim(address),),
        )
    holder, certainty, hedge = f"holder-{prefix}", f"certainty-{prefix}", f"hedged-{prefix}"

    def change_holder() -> None:
        chosen = st.session_state[holder]
        corrections.make(ChangeHolder(address, actor_words(analysis, chosen) if chosen is not None else None))

    def change_factuality() -> None:
        corrections.make(ChangeFactuality(address, st.session_state[certainty]))

    def change_hedged() -> None:
        corrections.make(ChangeHedged(address, st.session_state[hedge]))

    speakers = _speakers(analysis)
    st.selectbox(
        "Holder",
        speakers,
        index=speakers.index(claim.holder) if claim.holder in speakers else None,
        format_func=lambda actor: _named(analysis, actor),
        key=holder,
        on_change=change_holder,
    )
    values = list(Factuality)
    st.selectbox(
        "Certainty, as the text presents it",
        values,
        index=values.index(claim.factuality),
        format_func=FACTUALITY.__getitem__,
        key=certainty,
        on_change=change_factuality,
    )
    st.toggle("Hedged", value=claim.hedged, key=hedge, on_change=change_hedged)
    _new_contest(analysis, number, prefix)


def _new_contest(analysis: Analysis, number: int, prefix: str) -> None:
    by, kind, where, words = (f"{name}-{prefix}" for name in ("by", "kind", "where", "words"))

    def add() -> None:
        state = st.session_state
        evidence = _quoted(analysis, state[where], state[words])
        if evidence is None:
            corrections.refuse(NOT_THERE, CONTEST_FORM)
            return
        contester = actor_words(analysis, state[by]) if state[by] is not None else None
        corrections.make(
            AddContest(evidence, state[kind], contester, claim_words(analysis, number)), place=CONTEST_FORM
        )

    with st.form(f"contest-{prefix}"):
        st.caption("Somebody contests this claim")
        st.selectbox("Who", _speakers(analysis), format_func=lambda actor: _named(analysis, actor), key=by)
        st.selectbox("Does what", list(ContestKind), format_func=CONTEST.__getitem__, key=kind)
        st.selectbox(
            "In which sentence",
            [sentence.id for sentence in analysis.sentences],
            index=analysis.claims[number].sentence,
            format_func=lambda sentence: shorten(_sentence(analysis, sentence), limit=LONGEST_QUOTE),
            key=where,
        )
        st.text_input("With which of its words (empty: all)", key=words)
        st.form_submit_button("Add the contest", on_click=add)
    corrections.refusal(CONTEST_FORM)


def _contest(analysis: Analysis, number: int, prefix: str) -> None:
    st.text("Taken back here, it can be added anew at the claim that is meant.")
    st.button(
        "No contest",
        key=f"no-contest-{prefix}",
        icon=":material/close:",
        on_click=corrections.make,
        args=(RemoveContest(contest_words(analysis, number)),),
    )


def _paragraph(analysis: Analysis, number: int, prefix: str) -> None:
    paragraph, chosen = analysis.paragraphs[number], f"paragraph-{prefix}"
    kinds = list(ParagraphKind)

    def change() -> None:
        corrections.make(ChangeParagraph(Span(paragraph.start, paragraph.end), st.session_state[chosen]))

    st.selectbox("This paragraph is", kinds, index=kinds.index(paragraph.kind), key=chosen, on_change=change)
    st.text("Only headline and body are read. The article is read again, and other corrections stay.")


def restore(analysis: Analysis, paragraphs: list[int]) -> None:
    """Have paragraphs read that were left out."""
    rows = [analysis.paragraphs[number] for number in paragraphs]
    corrections.make(*(ChangeParagraph(Span(row.start, row.end), ParagraphKind.BODY) for row in rows))


def actor(analysis: Analysis, side: int, key: str) -> None:
    """Offer what can be corrected of a side and of whoever speaks for it."""
    members = [one.id for one in analysis.actors if side in (one.id, one.side)]
    prefix = f"{side}-{key[:12]}"
    stays = f"correct-actor-{side}-{analysis.article.id[:12]}"
    with st.popover("Correct this actor", icon=ICON, key=stays, on_change="rerun", type="tertiary") as opened:
        if not opened.open:
            return
        corrections.refusal()
        which = st.selectbox(
            "Which actor",
            members,
            index=members.index(side),
            format_func=lambda one: actor_name(analysis, one),
            key=f"which-{prefix}",
        )
        if which is not None:
            _rename(analysis, which, f"{which}-{prefix}")
            _move(analysis, which, f"{which}-{prefix}")
            _merge(analysis, which, f"{which}-{prefix}")
            _split(analysis, which, f"{which}-{prefix}")


def _rename(analysis: Analysis, number: int, prefix: str) -> None:
    name = f"name-{prefix}"

    def change() -> None:
        new = st.session_state[name].strip()
        corrections.make(RenameActor(actor_words(analysis, number), new))
        if st.session_state[session.ACTOR] == before and session.REFUSED not in st.session_state:
            st.session_state[session.ACTOR] = new

    before = analysis.actors[number].name
    st.text_input("Name", value=before, max_chars=LONGEST_NAME, key=name, on_change=change)


def _move(analysis: Analysis, number: int, prefix: str) -> None:
    chosen = f"side-{prefix}"
    sides = [number, *(one.id for one in analysis.actors if one.side == one.id and one.id != number)]

    def change() -> None:
        side = st.session_state[chosen]
        corrections.make(
            MoveActor(actor_words(analysis, number), actor_words(analysis, side) if side != number else None)
        )

    now = analysis.actors[number].side
    st.selectbox(
        "Speaks for",
        sides,
        index=sides.index(now) if now in sides else None,
        format_func=lambda one: "itself" if one == number else actor_name(analysis, one),
        key=chosen,
        on_change=change,
    )


def _merge(analysis: Analysis, number: int, prefix: str) -> None:
    chosen = f"merge-{prefix}"

    def change() -> None:
        other = st.session_state[chosen]
        if other is not None:
            corrections.make(MergeActors(actor_words(analysis, number), actor_words(analysis, other)))

    st.selectbox(
        "Is the same as",
        [one.id for one in analysis.actors if one.id != number],
        index=None,
        placeholder="nobody else",
        format_func=lambda one: actor_name(analysis, one),
        key=chosen,
        on_change=change,
    )


def _split(analysis: Analysis, number: int, prefix: str) -> None:
    mentions = analysis.actors[number].mentions
    if len(mentions) < 2:
        return
    which, name, kind = (f"split-{field}-{prefix}" for field in ("which", "name", "kind"))

    def split() -> None:
        state = st.session_state
        spans = tuple(Span(mentions[one].start, mentions[one].end) for one in sorted(state[which]))
        corrections.make(
            SplitActor(actor_words(analysis, number), spans, state[name].strip(), state[kind]), place=SPLIT_FORM
        )

    with st.form(f"split-{prefix}"):
        st.caption("Some mentions mean somebody else")
        st.multiselect(
            "Mentions", range(len(mentions)), format_func=lambda one: _in_context(analysis, mentions[one]), key=which
        )
        st.text_input("Name", max_chars=LONGEST_NAME, key=name)
        st.selectbox("Kind", list(ActorKind), index=None, key=kind)
        st.form_submit_button("Split", on_click=split)
    corrections.refusal(SPLIT_FORM)


def _speakers(analysis: Analysis) -> list[int | None]:
    """Whoever can hold a position, and the article itself."""
    return [None, *(one.id for one in analysis.actors if one.kind is not ActorKind.PLACE)]


def _named(analysis: Analysis, actor: int | None) -> str:
    return actor_name(analysis, actor, absent=ARTICLE_VOICE)


def _sentence(analysis: Analysis, number: int) -> str:
    sentence = analysis.sentences[number]
    return analysis.article.text[sentence.start : sentence.end]


def _quoted(analysis: Analysis, number: int, words: str) -> Span | None:
    """These words in the sentence, all of it without any; `None` if they do not stand there."""
    sentence = analysis.sentences[number]
    if not words.strip():
        return Span(sentence.start, sentence.end)
    at = _sentence(analysis, number).find(words.strip())
    return Span(sentence.start + at, sentence.start + at + len(words.strip())) if at >= 0 else None


def _in_context(analysis: Analysis, mention: Mention) -> str:
    """A mention with a few words around it, so that two of one name are told apart."""
    start, end = mention.start, mention.end
    text = analysis.article.text
    return " ".join(f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 30]}".split())
