"""Where pages are fetched, and where they are not."""

import pytest

from framing.errors import SettingError
from sources.permission import FOLDERS, VARIABLE, permitted


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        (None, False),
        ("", False),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("desk.example.org", False),
        ("unix://socket", False),
    ],
)
def test_without_a_setting_only_a_server_for_this_machine_fetches(address, allowed):
    assert permitted({}, address=address) is allowed


@pytest.mark.parametrize(("said", "allowed"), [("on", True), (" ON ", True), ("off", False)])
@pytest.mark.parametrize("address", [None, "127.0.0.1"])
def test_the_setting_decides(said, allowed, address):
    assert permitted({VARIABLE: said}, address=address) is allowed


@pytest.mark.parametrize("said", ["", "1", "yes"])
def test_another_setting_is_refused(said):
    with pytest.raises(SettingError, match="set it to 'on' or 'off'"):
        permitted({VARIABLE: said}, address="127.0.0.1")


def test_folders_are_permitted_apart_from_links():
    assert permitted({VARIABLE: "on", FOLDERS: "off"}, address="127.0.0.1", variable=FOLDERS) is False
    assert permitted({VARIABLE: "on"}, address="0.0.0.0", variable=FOLDERS) is False
    assert permitted({VARIABLE: "off", FOLDERS: "on"}, address="0.0.0.0", variable=FOLDERS) is True
