"""Pages fetched from a site on this machine: what is refused, what is limited, and what the site gets to see."""

import socket
import ssl
import threading
import time

import pytest
import trustme

from framing.document import from_bytes
from framing.errors import Cancelled, FetchError
from sources.fetch import PUBLIC, USER_AGENT, fetch
from tests.sources.site import HOME, PAGE, Names, site

QUICK = 0.6  # seconds that a fetch may take where the page is slow
SOON = 5.0  # seconds by which it must have ended, on a machine that does much else


@pytest.fixture(scope="module")
def here():
    with site() as running:
        yield running


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def no_connections(monkeypatch):
    """Whoever connects fails the test."""

    def connect(*arguments: object, **_: object) -> None:
        pytest.fail(f"a connection to {arguments[0]}")

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr(socket.socket, "connect", connect)


# What is refused before any connection


@pytest.mark.usefixtures("no_connections")
@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is this machine itself (loopback)"),
        ("http://127.8.9.1/", "(loopback)"),
        ("http://[::1]/", "::1 is this machine itself (loopback)"),
        ("http://0.0.0.0/", "stands for this machine"),
        ("http://[::]/", "stands for this machine"),
        ("http://10.0.0.1/", "is private"),
        ("https://172.16.3.4/", "is private"),
        ("http://192.168.1.1/admin", "is private"),
        ("http://[fd12:3456::1]/", "is private"),
        ("http://100.64.0.1/", "provider's network"),
        ("http://169.254.10.20/", "is link-local"),
        ("http://[fe80::1]/", "is link-local"),
        ("http://169.254.169.254/latest/meta-data/", "(metadata)"),
        ("http://[fd00:ec2::254]/", "(metadata)"),
        ("http://168.63.129.16/", "(metadata)"),
        ("http://[::ffff:127.0.0.1]/", "stands for 127.0.0.1, which is this machine itself"),
        ("http://[::ffff:a9fe:a9fe]/", "stands for 169.254.169.254, which is where clouds keep"),
        ("http://[64:ff9b::10.0.0.1]/", "stands for 10.0.0.1, which is private"),
        ("http://[2002:7f00:1::]/", "leads into a tunnel"),
        ("http://224.0.0.1/", "is multicast"),
        # The system's look-up takes numbers for addresses, so these never leave the machine either.
        ("http://2130706433/", "this machine itself"),
        ("http://0x7f.1/", "this machine itself"),
        ("http://127.1/", "this machine itself"),
        ("http://0177.0.0.1/", "this machine itself"),
        ("http://localhost/", "localhost has the address"),
        ("http://LOCALHOST./", "localhost has the address"),
        ("file:///etc/passwd", "of kind file:"),
        ("gopher://news.test/", "of kind gopher:"),
        ("ftp://news.test/", "of kind ftp:"),
        ("javascript:alert(1)", "of kind javascript:"),
        ("http://8.8.8.8:25/", "asks for port 25"),
        ("http://somebody:secret@8.8.8.8/", "user name"),
    ],
)
def test_what_is_not_public_is_refused_with_its_reason(address, reason):
    with pytest.raises(FetchError) as refused:
        fetch(address)
    assert reason in str(refused.value)


@pytest.mark.usefixtures("no_connections")
@pytest.mark.parametrize(
    "addresses", [["192.168.0.7"], ["93.184.215.14", "10.0.0.1"], ["2606:2800:21f::1", "::1"], ["::ffff:192.168.0.1"]]
)
def test_a_name_with_one_private_address_is_refused(here, addresses):
    with pytest.raises(FetchError, match=r"inside\.test has the address"):
        fetch("http://inside.test/", rules=here.rules(Names({"inside.test": addresses})))


@pytest.mark.usefixtures("no_connections")
def test_a_name_without_an_address_is_said_to_have_none(here):
    with pytest.raises(FetchError, match="no address is known"):
        fetch("http://nobody.test/", rules=here.rules(Names()))


# Redirects


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/to-metadata", "leads on to another address: http://169.254.169.254/latest/meta-data/ is refused"),
        ("/to-inside", "inside.test has the address 10.9.8.7, which is private"),
        ("/to-file", "of kind file:"),
        ("/to-nonsense", "leads on to what is no address"),
        ("/to-password", "user name"),
        ("/loop", "leads on more than 5 times"),
        ("/lost", "answers 302"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(here, path, reason):
    names = Names({"news.test": [HOME], "inside.test": ["10.9.8.7"]})
    with pytest.raises(FetchError) as refused:
        fetch(here.url(path), rules=here.rules(names))
    assert reason in str(refused.value)


def test_a_redirect_to_loopback_is_refused_by_the_rules_in_earnest(here):
    """The site may be reached by its name alone; the address of this machine is refused as always."""
    names = Names({"news.test": [HOME]})
    first = [None]  # the first look at the address lets it pass

    def once(address):
        return first.pop() if first else PUBLIC.refuse(address)

    with pytest.raises(FetchError, match=r"leads on.*127\.0\.0\.1 is this machine itself"):
        fetch(here.url("/to-loopback"), rules=here.rules(names, refuse=once))


def test_a_redirect_within_the_rules_is_followed_and_its_end_is_the_address(here):
    page = fetch(here.url("/moved#top"), rules=here.rules(Names()))
    assert (page.data, page.url) == (PAGE, here.url("/page"))


def test_a_redirect_gets_no_cookie_and_no_word_of_where_it_came_from(here):
    here.asked.clear()
    fetch(here.url("/moved"), rules=here.rules(Names()))
    for _, headers in here.asked:
        assert {"cookie", "referer", "authorization"}.isdisjoint(headers)


# A name that changes its address


def test_a_rebinding_name_is_looked_up_once_and_only_the_checked_address_is_connected_to(here):
    class Rebinding(Names):
        """The site's address at first, that of a machine inside ever after."""

        def __call__(self, host, port):
            found = super().__call__(host, port)
            self.addresses = {host: ["10.0.0.1"]}
            return found

    names = Rebinding()
    page = fetch(here.url("/page"), rules=here.rules(names))
    assert page.data == PAGE
    assert names.looked_up == {"news.test": 1}
    assert here.asked[-1][1]["host"] == f"news.test:{here.port}"


def test_a_name_that_changes_between_two_redirects_is_checked_again(here):
    class Rebinding(Names):
        def __call__(self, host, port):
            found = super().__call__(host, port)
            self.addresses = {host: ["10.0.0.1"]}
            return found

    with pytest.raises(FetchError, match=r"has the address 10\.0\.0\.1"):
        fetch(here.url("/moved"), rules=here.rules(Rebinding()))


def test_the_system_looks_no_name_up_behind_the_check(here, monkeypatch):
    asked: list[str] = []
    real = socket.getaddrinfo

    def listed(host, *arguments, **options):
        asked.append(host)
        return real(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", listed)
    fetch(here.url("/page"), rules=here.rules(Names()))
    assert set(asked) == {HOME}


def test_a_second_address_is_tried_where_the_first_does_not_answer(here):
    names = Names({"news.test": ["127.0.0.2", HOME]})
    both = here.rules(names, refuse=lambda _: None)
    assert fetch(here.url("/page"), rules=both).data == PAGE


# Certificates


def secure(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_a_pinned_connection_proves_the_name_and_not_the_address(authority):
    with site(certificate=secure(authority, "news.test")) as there:
        page = fetch(there.url("/page", scheme="https"), rules=there.rules(Names(), trust=trusting(authority)))
    assert (page.data, page.url) == (PAGE, there.url("/page", scheme="https"))


@pytest.mark.parametrize("trusted", [True, False])
def test_a_site_that_does_not_prove_its_name_is_not_read(authority, trusted):
    name = "other.test" if trusted else "news.test"
    with site(certificate=secure(authority, name)) as there:
        trust = trusting(authority) if trusted else None
        with pytest.raises(FetchError, match="does not prove its name"):
            fetch(there.url("/page", scheme="https"), rules=there.rules(Names(), trust=trust))
    assert there.asked == []


def test_a_redirect_may_not_give_up_encryption(authority):
    with site(certificate=secure(authority, "news.test")) as there:
        rules = there.rules(Names(), trust=trusting(authority))
        with pytest.raises(FetchError, match="not encrypted"):
            fetch(there.url("/to-inside", scheme="https"), rules=rules)


# Size and time


@pytest.mark.parametrize("path", ["/large", "/endless", "/bomb"])
def test_a_page_above_the_limit_is_given_up(here, path):
    came: list[int] = []
    with pytest.raises(FetchError, match=r"more than 5 MB"):
        fetch(here.url(path), rules=here.rules(Names()), watch=came.append)
    assert max(came) <= 5 * 2**20 + 200_000


def test_a_page_that_says_it_is_too_large_is_not_begun(here):
    came: list[int] = []
    with pytest.raises(FetchError, match="more than 5 MB"):
        fetch(here.url("/large"), rules=here.rules(Names()), watch=came.append)
    assert max(came) < 200_000


@pytest.mark.parametrize("path", ["/slow", "/slow-head", "/silent"])
def test_a_slow_page_is_given_up_after_the_seconds_for_everything(here, path):
    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"not there after 0\.6 seconds"):
        fetch(here.url(path), rules=here.rules(Names(), seconds=QUICK))
    assert time.monotonic() - begun < SOON


def test_a_slow_look_up_is_given_up_too(here):
    gate = threading.Event()

    class Slow(Names):
        def __call__(self, host, port):
            gate.wait(60)
            return super().__call__(host, port)

    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"not there after 0\.6 seconds"):
        fetch(here.url("/page"), rules=here.rules(Slow(), seconds=QUICK))
    assert time.monotonic() - begun < SOON
    gate.set()


def test_a_head_without_end_is_given_up(here):
    with pytest.raises(FetchError, match="no answer of a web site"):
        fetch(here.url("/long-head"), rules=here.rules(Names()))


@pytest.mark.parametrize("path", ["/slow", "/slow-head", "/silent"])
def test_a_fetch_that_nobody_waits_for_ends_long_before_its_deadline(here, path):
    looks: list[int] = []

    def watch(received: int) -> None:
        looks.append(received)
        if len(looks) > 3:
            raise Cancelled("enough")

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(here.url(path), rules=here.rules(Names(), seconds=60), watch=watch)
    assert time.monotonic() - begun < SOON


# What comes


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "is of type image/png"),
        ("/untyped", "does not say of which type it is"),
        ("/missing", r"answers 404 \(Not Found\)"),
        ("/brotli", "packed in a way that was not asked for"),
        ("/broken", "broke the answer off"),
        ("/garbage", "no answer of a web site"),
    ],
)
def test_what_is_no_page_is_told(here, path, reason):
    with pytest.raises(FetchError, match=reason):
        fetch(here.url(path), rules=here.rules(Names()))


def test_a_closed_door_is_told(here):
    with socket.socket() as free:
        free.bind((HOME, 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="does not answer"):
        fetch(f"http://news.test:{port}/", rules=here.rules(Names(), ports=frozenset({port})))


def test_a_packed_page_is_unpacked(here):
    assert fetch(here.url("/packed"), rules=here.rules(Names())).data == PAGE


def test_the_encoding_that_only_the_server_knows_is_kept(here):
    page = fetch(here.url("/old"), rules=here.rules(Names()))
    assert page.charset == "cp1251"
    assert from_bytes(page.data, name=page.name).text == "Киев"


def test_the_site_sees_who_asks_and_nothing_of_the_environment(here, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    here.asked.clear()
    fetch(here.url("/page?a=b%20c&d=é"), rules=here.rules(Names()))
    ((path, headers),) = here.asked
    assert path == "/page?a=b%20c&d=%C3%A9"
    assert headers["user-agent"] == USER_AGENT
    assert "Hedgerow" in USER_AGENT
    assert set(headers) == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}


def test_no_message_carries_what_the_site_wrote_at_length_or_a_password(here):
    for path in ("/to-hostile", "/to-password"):
        with pytest.raises(FetchError) as refused:
            fetch(here.url(path), rules=here.rules(Names()))
        assert "secret" not in str(refused.value)
        assert len(str(refused.value)) < 500
