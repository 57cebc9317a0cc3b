"""Are these books sound, and of an age this program knows?"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from desktop.domain.errors import BooksDamaged, BooksNewer

KNOWN = ("0001", "0002")
"""Every revision this program can read, oldest first; a test compares it with the migrations."""
HEAD = KNOWN[-1]


def revision(connection: Connection) -> str:
    """Return the revision of the books, empty for a database without any."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def check_revision(engine: Engine) -> bool:
    """Tell whether the books are of today; False: they want migrating.

    Raises:
        BooksNewer: a newer program wrote them.
    """
    with engine.connect() as connection:
        found = revision(connection)
    if found and found not in KNOWN:
        raise BooksNewer(path=place(engine), revision=found)
    return found == HEAD


def check(engine: Engine) -> None:
    """Check every page and every reference.

    Raises:
        BooksNewer: a newer program wrote the books.
        BooksDamaged: they are not whole; `detail` is the engine's first word about it.
    """
    check_revision(engine)
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        faults = file_faults(connection)
    if faults:
        raise BooksDamaged(path=place(engine), detail=faults[0])


def file_faults(connection: Connection) -> list[str]:
    """Return what SQLCipher and SQLite find wrong with an encrypted file; empty when sound."""
    faults = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    found = connection.exec_driver_sql("PRAGMA integrity_check(5)").scalars()
    faults += [str(word) for word in found if word != "ok"]
    faults += [
        f"foreign key {row[0]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return faults


def place(engine: Engine) -> str:
    """Name the books for messages: the file, or the server's address without a password."""
    if engine.dialect.name != "sqlite":
        return engine.url.render_as_string(hide_password=True)
    with engine.connect() as connection:
        row = connection.exec_driver_sql("PRAGMA database_list").first()
    return str(row[2]) if row else ""


def migrate(engine: Engine) -> None:
    """Bring the books to today's revision in one transaction.

    Raises:
        BooksNewer: a newer program wrote them.
    """
    if check_revision(engine):
        return
    from alembic import command  # noqa: PLC0415 - 0.1 s, only when there is something to do
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "db:migrations")
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(4160716101)"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
