"""Opens the office that a command names, and closes it again."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop import paths, wiring
from desktop.domain.errors import FileTrouble, NoPassphrase, WrongKey
from desktop.domain.project import Project
from desktop.services.office import Office
from desktop.vault import Unlocked


def folder(options: Namespace) -> Path:
    """Return the office folder that a command names."""
    named: Path | None = options.books
    return named.expanduser().resolve() if named else paths.default_office()


def read_passphrase(file: Path) -> str:
    """Return the first line of a passphrase file without its newline.

    Raises:
        FileTrouble: it cannot be read as UTF-8.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileTrouble(path=str(file), detail=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FileTrouble(path=str(file), detail=type(error).__name__) from error
    return text.split("\n", 1)[0].removesuffix("\r")


def passphrase(options: Namespace, *, twice: bool = False) -> str:
    """Return the passphrase from its file, or ask for it on the terminal."""
    if options.passphrase_file:
        return read_passphrase(options.passphrase_file[-1])
    if not sys.stdin.isatty():
        raise NoPassphrase(path=str(folder(options)))
    first = getpass.getpass("口令：")
    if twice and getpass.getpass("再输一次：") != first:
        raise WrongKey(path=str(folder(options)))
    return first


def unlock(options: Namespace) -> Unlocked:
    """Return the key of the named office: keyring first, unless a passphrase file is given."""
    place = folder(options)
    if not options.passphrase_file:
        key = wiring.unlock_silently(place)
        if key is not None:
            return Unlocked(key, "")
    return wiring.unlock(place, passphrase(options))


@contextmanager
def opened(
    options: Namespace, unlocked: Unlocked | None = None, *, rehearse: str = ""
) -> Iterator[Office]:
    """Open the named office for one command.

    Args:
        options: the command's words.
        unlocked: its key, when the command has it already.
        rehearse: a fault of the rehearsal bank.
    """
    place = folder(options)
    unlocked = unlocked or unlock(options)
    office = wiring.open_office(
        place, unlocked.key, person=options.seat or unlocked.person, rehearse=rehearse
    )
    try:
        yield office
    finally:
        office.close()


def project(office: Office, options: Namespace) -> Project:
    """Return the project that a command means."""
    return office.projects.named(options.project)
