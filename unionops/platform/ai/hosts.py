"""Judges an address before a word is sent there: this machine, or the local's own network, or nowhere."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Verdict(NamedTuple):
    """`note` is for people: why not, or that the text leaves this machine but stays in the network."""

    allowed: bool
    note: str


def judge(host: str) -> Verdict:
    """The verdict on a base address such as http://127.0.0.1:11434; names are resolved and every address counts."""
    parts = urlsplit(host)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return Verdict(False, _("%(host)s is not an address such as http://127.0.0.1:11434.") % {"host": host})
    if parts.username or parts.password:
        return Verdict(False, _("An address with a password in it is not used."))
    try:
        addresses = _resolve(parts.hostname)
    except OSError:
        return Verdict(False, _("The name %(name)s cannot be found.") % {"name": parts.hostname})
    return _of_addresses(parts.hostname, addresses)


def _of_addresses(name: str, addresses: list[Address]) -> Verdict:
    if all(address.is_loopback for address in addresses):
        return Verdict(True, "")
    if all(_is_ours(address) for address in addresses):
        return Verdict(True, _("Text leaves this machine for %(name)s and stays in your network.") % {"name": name})
    return Verdict(False, _("%(name)s is not on this machine or in your own network.") % {"name": name})


def _is_ours(address: Address) -> bool:
    outside = address.is_link_local or address.is_unspecified or address.is_multicast or address.is_reserved
    return address.is_loopback or (address.is_private and not outside)


def _resolve(name: str) -> list[Address]:
    try:
        return [ipaddress.ip_address(name)]
    except ValueError:
        found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(entry[4][0]).split("%")[0]) for entry in found]
