"""Every hostile file ends in a child process, soon, small, and with its own reason."""

import resource
import subprocess
import sys
import time

import pytest

from desktop.domain.errors import FileTrouble
from desktop.domain.findings import Code
from desktop.kit import worker_process
from desktop.kit.sheets import read_sheets
from desktop.ports.sheets import UnreadableSheetError
from resources.words import phrase
from tests.hostile.corpus import FILES, HARMLESS

SECONDS = 5.0
MEMORY = 512 * 1024 * 1024


def _processor():
    """Return the processor seconds and the largest memory of children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def test_the_corpus_is_large_enough():
    assert len(FILES) + len(HARMLESS) >= 60
    assert len({reason for _, reason in FILES.values()}) >= 18


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_soon_and_by_name(name, tmp_path):
    make, reason = FILES[name]
    path = tmp_path / "in" / f"{name}.xlsx"
    path.parent.mkdir()
    path.write_bytes(make())
    busy, _ = _processor()
    begun = time.perf_counter()
    with pytest.raises(UnreadableSheetError) as refused:
        read_sheets(path)
    took = time.perf_counter() - begun
    used, largest = _processor()
    assert (refused.value.code, refused.value.detail) == (Code.FILE_UNREADABLE, reason)
    assert len(phrase("unreadable", reason)) > 4
    assert used - busy <= SECONDS
    assert took <= SECONDS * 2  # the wall of a machine that does other things besides
    assert largest <= MEMORY
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == [path.name]


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_hostile_is_read(name, tmp_path):
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(HARMLESS[name]())
    (sheet,) = read_sheets(path)
    assert any(cell for row in sheet.rows for cell in row)
    assert sum(map(len, sheet.rows)) < 100


def test_what_is_no_plain_file_is_not_even_opened(tmp_path):
    import os  # noqa: PLC0415 - a pipe that nobody writes would hold the reader for ever

    pipe = tmp_path / "pipe.xlsx"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "none.xlsx"):
        with pytest.raises(FileTrouble):
            read_sheets(path)


PROBES = {
    "socket": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "name": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "write": "open('evil.txt', 'w')",
    "append": "open('evil.txt', 'a')",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true > evil.txt')",
    "memory": "bytearray(600_000_000)",
}


@pytest.mark.parametrize("name", PROBES)
def test_the_child_reaches_nothing_outside_itself(name, tmp_path):
    """Whatever code a parser were made to run, it runs behind these."""
    source = (
        "import sys\n"
        "from desktop.kit import worker_process as w\n"
        "w._limit(w.Task('').memory, 5)\n"
        "sys.addaudithook(w._refuse_reaching_out)\n"
        f"try:\n    {PROBES[name]}\n"
        "except (PermissionError, MemoryError) as error:\n    print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=tmp_path,
        env={"PYTHONPATH": str(worker_process._ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ("MemoryError" if name == "memory" else "PermissionError")
    assert list(tmp_path.iterdir()) == []
