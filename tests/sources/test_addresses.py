"""Which addresses are public, and that the reason fits."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.addresses import METADATA, SPECIAL, why_refused

PUBLIC = (
    "8.8.8.8 1.1.1.1 93.184.215.14 172.15.0.1 172.32.0.1 100.63.0.1 2606:4700::1111 64:ff9b::8.8.8.8 ::ffff:8.8.8.8"
)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses_pass(address):
    assert why_refused(ip_address(address)) is None


@pytest.mark.parametrize(("network", "words"), SPECIAL, ids=lambda value: str(value))
def test_both_ends_of_every_special_range_are_refused(network, words):
    for address in (network[0], network[-1]):
        assert why_refused(address) is not None
    assert words in {
        why_refused(network[0]),
        why_refused(network[-1]),
        why_refused(network[network.num_addresses // 3]),
    }


def test_every_address_of_metadata_is_named_as_such():
    assert all("metadata" in why_refused(address) for address in METADATA)


@given(st.ip_addresses())
def test_nothing_that_python_calls_private_passes(address):
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        inner = getattr(address, "ipv4_mapped", None)
        assert why_refused(inner or address) is not None


@given(st.ip_addresses(v=4))
def test_an_address_is_judged_alike_behind_ipv6(address):
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        wrapped = ip_address(int(ip_address(prefix)) | int(address))
        assert (why_refused(wrapped) is None) == (why_refused(address) is None)


@given(st.ip_addresses(v=6))
def test_what_passes_of_ipv6_is_global_unicast_or_stands_for_ipv4(address):
    if why_refused(address) is None:
        allowed = ("2000::/3", "64:ff9b::/96", "::ffff:0:0/96")
        assert any(address in ip_network(network) for network in allowed)
