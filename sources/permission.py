"""Whether whoever opens the page may have addresses fetched."""

from collections.abc import Mapping
from ipaddress import ip_address

from framing.errors import SettingError

VARIABLE = "HEDGEROW_FETCH"
ANSWERS = {"on": True, "off": False}


def permitted(environment: Mapping[str, str], *, address: str | None) -> bool:
    """Whether pages are fetched: as the variable says, and without it only on a server that serves one machine.

    A fetch is made from the server's place in the network. Where others reach the server, they would borrow it.

    Args:
        environment: where `HEDGEROW_FETCH` is looked for.
        address: what the server listens on; `None` is every address of the machine.

    Raises:
        SettingError: the variable is neither `on` nor `off`.
    """
    said = environment.get(VARIABLE)
    if said is None:
        return _is_loopback(address)
    if said.strip().lower() not in ANSWERS:
        raise SettingError(f"{VARIABLE} is {said!r}; set it to 'on' or 'off', or leave it out")
    return ANSWERS[said.strip().lower()]


def _is_loopback(address: str | None) -> bool:
    if address is None or address == "localhost":
        return address is not None
    try:
        return ip_address(address).is_loopback
    except ValueError:  # another name, or the path of a socket that a proxy reads
        return False
