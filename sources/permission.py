"""What whoever opens the page may have this machine do: fetch addresses, and open folders by their paths."""

from collections.abc import Mapping
from ipaddress import ip_address

from framing.errors import SettingError

VARIABLE = "HEDGEROW_FETCH"
FOLDERS = "HEDGEROW_FOLDERS"
ANSWERS = {"on": True, "off": False}


def permitted(environment: Mapping[str, str], *, address: str | None, variable: str = VARIABLE) -> bool:
    """Whether it is done: as the variable says, and without it only on a server that serves one machine.

    A fetch is made from the server's place in the network, and a folder is read with its rights. Where others reach
    the server, they would borrow both.

    Args:
        environment: where the variable is looked for.
        address: what the server listens on; `None` is every address of the machine.

    Raises:
        SettingError: the variable is neither `on` nor `off`.
    """
    said = environment.get(variable)
    if said is None:
        return _is_loopback(address)
    if said.strip().lower() not in ANSWERS:
        raise SettingError(f"{variable} is {said!r}; set it to 'on' or 'off', or leave it out")
    return ANSWERS[said.strip().lower()]


def _is_loopback(address: str | None) -> bool:
    if address is None or address == "localhost":
        return address is not None
    try:
        return ip_address(address).is_loopback
    except ValueError:  # another name, or the path of a socket that a proxy reads
        return False
