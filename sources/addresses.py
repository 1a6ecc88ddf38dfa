"""Which IP addresses are public, and which ones a name has."""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from framing.errors import FetchError
from sources.locations import shown

Address = IPv4Address | IPv6Address

# The addresses under which clouds hand out the secrets of a machine. That of Azure lies among public ones.
METADATA = frozenset(
    map(ip_address, "169.254.169.254 168.63.129.16 100.100.100.200 192.0.0.192 fd00:ec2::254 fd20:ce::254".split())
)
# Ranges that are not public, with the document that says so; the first that holds an address gives the reason.
# They stand here because what `ipaddress` takes for global has changed between versions of Python.
SPECIAL: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(network), words)
    for network, words in (
        ("0.0.0.0/8", "stands for this machine or network (RFC 1122)"),
        ("10.0.0.0/8", "is private (RFC 1918)"),
        ("100.64.0.0/10", "belongs to the inside of a provider's network (RFC 6598)"),
        ("127.0.0.0/8", "is this machine itself (loopback)"),
        ("169.254.0.0/16", "is link-local (RFC 3927)"),
        ("172.16.0.0/12", "is private (RFC 1918)"),
        ("192.0.0.0/24", "is kept for protocols (RFC 6890)"),
        ("192.0.2.0/24", "is kept for examples (RFC 5737)"),
        ("192.88.99.0/24", "leads into a tunnel (6to4, RFC 7526)"),
        ("192.168.0.0/16", "is private (RFC 1918)"),
        ("198.18.0.0/15", "is kept for measurements (RFC 2544)"),
        ("198.51.100.0/24", "is kept for examples (RFC 5737)"),
        ("203.0.113.0/24", "is kept for examples (RFC 5737)"),
        ("224.0.0.0/4", "is multicast"),
        ("240.0.0.0/4", "is reserved (RFC 1112)"),
        ("::/128", "stands for this machine (unspecified)"),
        ("::1/128", "is this machine itself (loopback)"),
        ("fc00::/7", "is private (unique local, RFC 4193)"),
        ("fe80::/10", "is link-local (RFC 4291)"),
        ("fec0::/10", "is private (site-local, RFC 3879)"),
        ("ff00::/8", "is multicast"),
        ("2001::/32", "leads into a tunnel (Teredo, RFC 4380)"),
        ("2001::/23", "is kept for protocols (RFC 2928)"),
        ("2001:db8::/32", "is kept for examples (RFC 3849)"),
        ("2002::/16", "leads into a tunnel (6to4, RFC 3056)"),
        ("3fff::/20", "is kept for examples (RFC 9637)"),
        ("64:ff9b:1::/48", "leads into a local network (NAT64, RFC 8215)"),
    )
)
NAT64 = ip_network("64:ff9b::/96")  # how networks without IPv4 reach an IPv4 address: its last 32 bits (RFC 6052)
GLOBAL_UNICAST = ip_network("2000::/3")  # all that has been given out of IPv6


def why_refused(address: Address) -> str | None:
    """Why nothing is fetched from this address, in words that follow its name; `None` where it is public."""
    inner = _inner(address)
    if inner is not None:
        reason = why_refused(inner)
        return f"stands for {inner}, which {reason}" if reason is not None else None
    if address in METADATA:
        return "is where clouds keep the secrets of a machine (metadata)"
    for network, words in SPECIAL:
        if address.version == network.version and address in network:
            return words
    if not address.is_global or (address.version == 6 and address not in GLOBAL_UNICAST):
        return "is not public"
    return None


def _inner(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address reaches."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """All addresses of a name, those first that this machine reaches best.

    Raises:
        FetchError: the name has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"no address is known for the name {shown(host)}; look whether it is spelt right and the network is there"
        ) from error
    return tuple(dict.fromkeys(ip_address(entry[4][0]) for entry in found))
