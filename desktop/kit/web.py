"""The one door to the network: loopback only in this part, no proxies, no redirects, no retries.

A failed try says what is certain: `NotSent` when the connection was never made, so that not one
byte of the request left; `NoAnswer` for everything else.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

from desktop import failpoints
from desktop.domain.errors import WrongValue
from desktop.ports.banks import NoAnswer, NotSent

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how much to take: seconds and bytes."""

    connect_s: float = 5.0
    read_s: float = 20.0
    whole_s: float = 60.0
    most_bytes: int = 8_000_000


def session() -> requests.Session:
    """Return a session that trusts nothing of its surroundings."""
    new = requests.Session()
    new.trust_env = False
    for scheme in ("http://", "https://"):
        new.mount(scheme, HTTPAdapter(max_retries=0))
    new.headers.update({"Connection": "close", "Accept-Encoding": "identity"})
    return new


def loopback_root(url: str) -> str:
    """Return scheme, host and port of a bank on this machine.

    Raises:
        WrongValue: the address is not a plain loopback address.
    """
    refused = WrongValue(field="bank", value=url, expected="loopback")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise refused from None
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or host not in LOOPBACK or parts.username:
        raise refused
    name = "[::1]" if host == "::1" else "127.0.0.1" if host == "localhost" else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port else "")


class Web:
    """Requests to one address on this machine."""

    def __init__(self, url: str, limits: Limits | None = None) -> None:
        self.root = loopback_root(url)
        self._limits = limits or Limits()

    def get(self, path: str, *, most_bytes: int = 0) -> Answer:
        """Fetch a path."""
        return self._talk("GET", path, None, most_bytes)

    def post(self, path: str, body: bytes, *, most_bytes: int = 0) -> Answer:
        """Hand over an XML document."""
        return self._talk("POST", path, body, most_bytes)

    def _talk(self, method: str, path: str, body: bytes | None, most_bytes: int) -> Answer:
        limits = self._limits
        failpoints.reach("web.before")
        with session() as http:
            try:
                response = http.request(
                    method,
                    self.root + path,
                    data=body,
                    headers={"Content-Type": "application/xml; charset=utf-8"} if body else None,
                    timeout=(limits.connect_s, limits.read_s),
                    allow_redirects=False,
                    stream=True,
                )
                failpoints.reach("web.head")
                content = _read(response, most_bytes or limits.most_bytes, limits.whole_s)
            except requests.RequestException as error:
                if _never_connected(error):
                    raise NotSent(self.root) from error
                late = isinstance(error, requests.exceptions.Timeout)
                raise NoAnswer("too-slow" if late else "cut-off") from error
        failpoints.reach("web.after")
        return Answer(response.status_code, content)


def _read(response: requests.Response, most: int, seconds: float) -> bytes:
    end = time.monotonic() + seconds
    parts: list[bytes] = []
    size = 0
    for part in response.iter_content(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise NoAnswer("too-large", b"".join(parts)[:_CHUNK])
        if time.monotonic() > end:
            raise NoAnswer("too-slow", b"".join(parts)[:_CHUNK])
    return b"".join(parts)


def _never_connected(error: requests.RequestException) -> bool:
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return True
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)
