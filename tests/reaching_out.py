"""What an audit event tells of a connection: whether it is for another machine, and for which."""

from __future__ import annotations

import ipaddress
from typing import Any

_REACHING_OUT = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
"""Audit events of a socket, and which of their arguments is the address."""
_LOOKING_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def other_machine(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The host that an audit event is about, where that is not this machine; `None` else."""
    if event in _REACHING_OUT:
        address = arguments[_REACHING_OUT[event]]
        host = address[0] if isinstance(address, tuple) else None
    elif event in _LOOKING_UP:
        host = arguments[0]
    else:
        return None
    return None if _is_this_machine(host) else str(host)


def _is_this_machine(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode()
    if not isinstance(host, str) or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
