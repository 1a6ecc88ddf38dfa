"""An address given on the page: fetched off the page's thread, refused in words, and offered only where it may be."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

import asgi
from components import progress, reading, session
from components.desk import Standing
from components.intake import LINK, TYPED, WAY
from components.source import Arrived, Link, Source
from framing.errors import FetchError
from sources.permission import VARIABLE
from tests.components import article
from tests.components.opened import (
    PATIENT,
    click_read,
    intake_is_open,
    new_page,
    open_intake,
    paste,
    stand_ins,
    text_of,
)

ADDRESS = "https://news.test/calm"
IN_EARNEST = session._fetched
PAGE = Source("page.txt", b"A calm day.", url=ADDRESS)


class Web:
    """Stands in for the network: some addresses give a page, one waits until the gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked: list[str] = []
        self.pages = {ADDRESS: PAGE, "bonjour": Source("page.txt", b"Bonjour.", url="https://news.test/bonjour")}

    def fetched(self, link: Link, tell) -> Source:
        self.asked.append(link.address)
        tell(Arrived(0))
        if link.address == "slow":
            tell(Arrived(120_000))
            assert self.gate.wait(PATIENT)
            tell(Arrived(240_000))
        if link.address not in self.pages:
            raise FetchError(f"{article.HOSTILE} is refused")
        return self.pages[link.address]


@pytest.fixture
def web():
    return Web()


@pytest.fixture
def opened(monkeypatch, web):
    """Opens the page with an engine and a network that need neither models nor cables."""
    with stand_ins(monkeypatch, _fetched=web.fetched):
        yield lambda: new_page().run()
        web.gate.set()


@pytest.fixture
def page(opened):
    page = opened()
    yield page
    assert not page.exception


def read(page, address: str):
    page.segmented_control(key=WAY).set_value(LINK).run()
    page.text_input(key=TYPED).set_value(address)
    return click_read(page)


def begin(page, monkeypatch, address: str):
    """Ask for a page that does not come yet."""
    monkeypatch.setattr(reading, "PAUSE", 0.0)
    read(page, address)
    ticket = page.session_state[session.UNDER_WAY].ticket
    while ticket.look().report != Arrived(120_000):
        ticket.wait(0.01)
    return page.run()


def test_a_page_is_fetched_and_read(page, web):
    read(page, f"  {ADDRESS} ")
    assert text_of(page) == "A calm day."
    assert web.asked == [ADDRESS]
    assert page.session_state[session.SOURCE].url == ADDRESS
    assert not intake_is_open(page)
    assert page.text_input(key=TYPED).value == f"  {ADDRESS} "


def test_a_refusal_is_told_escaped_and_what_was_typed_stays(page):
    open_intake(page)
    read(page, "https://news.test/no")
    assert page.error[0].value.startswith("Not read: ")
    assert "![x](" not in page.error[0].value
    assert "<img" not in page.error[0].value.replace("\\<", "")
    assert page.text_input(key=TYPED).value == "https://news.test/no"
    assert intake_is_open(page)
    assert "Harbour talks stall" in text_of(page)


def test_the_rules_in_earnest_refuse_this_machine(page, monkeypatch):
    monkeypatch.setattr(session, "_fetched", IN_EARNEST)
    read(page, "http://127.0.0.1/")
    assert "this machine itself" in page.error[0].value.replace("\\", "")


def test_nothing_typed_is_answered(page, web):
    read(page, " ")
    assert page.warning[0].value == "There is nothing to read yet."
    assert web.asked == []


def test_another_language_is_read_anyway_without_a_second_fetch(page, web):
    read(page, "bonjour")
    assert "French" in page.error[0].value
    page.button(key="anyway").click().run()
    assert text_of(page) == "Bonjour."
    assert web.asked == ["bonjour"]


def test_a_fetched_article_comes_back_without_a_second_fetch(page, web):
    read(page, ADDRESS)
    page.segmented_control(key=WAY).set_value("Paste").run()
    paste(page, "Other.")
    page.segmented_control(key=WAY).set_value("Recent").run()
    next(button for button in page.button if button.label.startswith("A calm")).click().run()
    assert text_of(page) == "A calm day."
    assert web.asked == [ADDRESS]


def test_nothing_of_it_is_in_the_address_of_the_page(page):
    read(page, ADDRESS)
    assert "news.test" not in str(dict(page.query_params))
    assert "calm" not in str(dict(page.query_params))


def test_a_slow_site_tells_how_much_has_come_and_is_cancelled(page, monkeypatch):
    open_intake(page)
    begin(page, monkeypatch, "slow")
    bar = next(item.proto.text for item in page.get("progress"))
    assert bar == "Fetching the page: 120 kB have come"
    assert "Harbour talks stall" in text_of(page)
    ticket = page.session_state[session.UNDER_WAY].ticket
    page.button(key="cancel").click().run()
    assert ticket.look().ended
    assert not page.get("progress")
    assert page.text_input(key=TYPED).value == "slow"
    assert intake_is_open(page)


def test_a_slow_site_holds_up_neither_readings_nor_other_sites(page, opened, monkeypatch):
    begin(page, monkeypatch, "slow")
    monkeypatch.setattr(reading, "PAUSE", PATIENT)
    other = opened()
    assert text_of(read(other, ADDRESS)) == "A calm day."
    other.segmented_control(key=WAY).set_value("Paste").run()
    paste(other, "Pasted.")
    assert text_of(other) == "Pasted."
    assert not page.session_state[session.UNDER_WAY].ticket.look().ended


# Where it is offered


def test_a_page_for_this_machine_offers_it(page):
    assert LINK in page.segmented_control(key=WAY).options


@pytest.mark.parametrize("served", [True, False])
def test_a_page_for_others_does_not(opened, monkeypatch, served):
    monkeypatch.setenv(VARIABLE, "off")
    if served:  # as asgi.py does it
        monkeypatch.delenv(VARIABLE)
        monkeypatch.setattr(session, "preload", lambda: None)
        with ThreadPoolExecutor(1) as apart:  # a browser that tests drive has a loop in this thread
            apart.submit(asyncio.run, start_served()).result()
    page = opened()
    assert LINK not in page.segmented_control(key=WAY).options
    assert not any(field.key == TYPED for field in page.text_input)


async def start_served() -> None:
    async with asgi.lifespan(asgi.app):
        pass


def test_whoever_serves_it_may_offer_it(monkeypatch):
    monkeypatch.setenv(VARIABLE, "on")
    session.serve_others()
    assert session.may_fetch()


# What the record says


def test_the_record_says_where_the_page_was_fetched_and_not_what_it_says_of_itself():
    html = b'<html><head><link rel="canonical" href="https://famous.test/"></head><body><p>Calm.</p></body></html>'
    assert session._document(Source("page.html", html, url=ADDRESS)).url == ADDRESS
    assert session._document(Source("page.html", html)).url == "https://famous.test/"


def test_one_text_from_two_places_has_two_records():
    assert PAGE.key != PAGE._replace(url=None).key != PAGE._replace(url="https://other.test/").key


def test_the_bar_begins_when_the_reading_begins():
    assert progress.share(Arrived(5_000_000)) == 0.0
    assert progress.words(Standing(False, 0, Arrived(1_500)), loaded=False) == "Fetching the page: 2 kB have come"
