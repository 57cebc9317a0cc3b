"""The books of several seats on a PostgreSQL server."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from db.faults import translate
from desktop.domain.errors import ServerTrouble, WrongValue

_SESSION = {
    "lock_timeout": "3s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "60s",
    "synchronous_commit": "on",
    "client_encoding": "UTF8",
    "timezone": "UTC",
}
_MUST = {
    "fsync": ("on",),
    "synchronous_commit": ("on", "remote_apply"),
    "server_encoding": ("UTF8",),
}
_OLDEST = 140000
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def server_url(text: str) -> URL:
    """Read a server's address.

    Raises:
        WrongValue: it is not PostgreSQL's, names no database, or carries a password.
    """
    wanted = "postgresql://用户@主机/数据库"
    try:
        url = make_url(text.strip())
    except ArgumentError as error:
        raise WrongValue(field="server", value="", expected=wanted) from error
    if url.password or "password" in {key.lower() for key in url.query}:
        hidden = url.render_as_string(hide_password=True).split("?")[0]
        raise WrongValue(field="server", value=hidden, expected=wanted)
    plain = url.drivername in {"postgresql", "postgres", "postgresql+psycopg"}
    if not (plain and url.database):
        raise WrongValue(field="server", value=text, expected=wanted)
    return URL.create(
        "postgresql+psycopg", url.username, None, url.host, url.port, url.database, url.query
    )


def open_server(url: str, *, password: str | None = None, read_only: bool = False) -> Engine:
    """Open the books on a server.

    Args:
        url: without a password.
        password: None: libpq finds it in PGPASSWORD or its password file.
        read_only: connections that cannot write and see one snapshot for each unit of work.

    Raises:
        WrongValue: the address is wrong or carries a password.
        ServerTrouble: the server cannot be reached, or does not keep what it promises.
    """
    address = server_url(url)
    engine = create_engine(
        address,
        connect_args=_arguments(address, password, read_only=read_only),
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        pool_pre_ping=True,
        pool_size=4,
    )
    translate(engine, address.render_as_string())

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own
        _check(connection)

    try:
        engine.connect().close()
    except BaseException:
        engine.dispose()
        raise
    return engine


def _arguments(address: URL, password: str | None, *, read_only: bool) -> dict[str, Any]:
    settings = dict(_SESSION)
    if read_only:
        settings["default_transaction_read_only"] = "on"
    given: dict[str, Any] = {
        "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        "connect_timeout": 10,
        "application_name": "anxin",
    }
    if password is not None:
        given["password"] = password
    if is_remote(address) and "sslmode" not in address.query:
        given["sslmode"] = "verify-full"
    return given


def is_remote(address: URL) -> bool:
    """Tell whether the way to the server leaves this machine."""
    host = address.host or str(address.query.get("host", ""))
    return bool(host) and not host.startswith("/") and host not in _LOOPBACK


def _check(connection: Any) -> None:  # noqa: ANN401 - the driver's own
    """Refuse a server that may lose what it has acknowledged (RELIABILITY 6.11)."""
    with connection.cursor() as cursor:
        for name, good in _MUST.items():
            found = cursor.execute(f"SHOW {name}").fetchone()[0]
            if found not in good:
                raise ServerTrouble(detail=f"{name} = {found}")
        version = int(cursor.execute("SHOW server_version_num").fetchone()[0])
        if version < _OLDEST:
            raise ServerTrouble(detail=f"PostgreSQL {version // 10000}")
    connection.rollback()
