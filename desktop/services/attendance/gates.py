"""Gates of a project: each remembers how its files are read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace

from desktop.domain.attendance import Device
from desktop.domain.errors import Unknown, WrongValue
from desktop.domain.ids import ProjectId
from desktop.ports.attendance import Reading, TableMapping
from desktop.ports.books import Books

KIND = "attendance"
"""Kind of the mappings that gates remember."""
TABLE = "table"
"""Word of the format that reads by a mapping."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate and how its files are read."""

    device: Device
    reading: Reading
    punches: int = 0


@dataclass(frozen=True, slots=True)
class GateChange:
    """What is to be changed of a gate; None leaves it."""

    name: str | None = None
    place: str | None = None
    reading: Reading | None = None


def all_of(books: Books, project: ProjectId) -> tuple[Gate, ...]:
    """Return the gates of a project, by name."""
    kept = books.imports.mappings(KIND)
    counts = books.attendance.punches_by_device(project)
    return tuple(
        Gate(device, _reading(device, kept.get(str(device.id), "")), counts.get(device.id, 0))
        for device in books.attendance.devices(project)
    )


def begun(said: Reading, kept: Reading) -> Reading:
    """Return how to begin with a file: by what was said, or by the gate's own table."""
    is_free = said.format == "auto" and said.mapping == TableMapping()
    if is_free and kept.format == TABLE:
        return replace(said, format=TABLE, mapping=kept.mapping)
    return said


def completed(asked: Reading, said: Reading, kept: Reading) -> Reading | None:
    """Return how to read a file that asks, by what its gate remembers; None when it does not."""
    date_format = said.date_format or kept.date_format
    told = said.mapping != TableMapping() or kept.mapping == TableMapping()
    mapping = said.mapping if told else kept.mapping
    more = replace(asked, date_format=date_format, mapping=mapping)
    same = (date_format, mapping) == (said.date_format, said.mapping)
    return None if same else more


def remember(books: Books, project: ProjectId, name: str, reading: Reading) -> None:
    """Keep with a gate how its last file was read."""
    device = _named(books, project, name)
    if device is None:
        raise Unknown(kind="device", name=name)
    if device.format != reading.format:
        books.attendance.put_device(replace(device, format=reading.format))
    body = _body(reading)
    if body != books.imports.mappings(KIND).get(str(device.id), ""):
        books.imports.put_mapping(KIND, str(device.id), body)


def put(books: Books, project: ProjectId, name: str, change: GateChange) -> Gate:
    """Make or change a gate.

    Raises:
        WrongValue: it has no name, or another gate has the new one.
    """
    wanted = (name if change.name is None else change.name).strip()
    if not wanted:
        raise WrongValue(field="name", value="", expected="1–40")
    if wanted != name and _named(books, project, wanted) is not None:
        raise WrongValue(field="name", value=wanted, expected="")
    books.attendance.device(project, name)
    device = _named(books, project, name)
    if device is None:
        raise Unknown(kind="device", name=name)
    place = device.place if change.place is None else change.place.strip()
    device = replace(device, name=wanted, place=place)
    if change.reading is not None:
        known = "" if change.reading.format == "auto" else change.reading.format
        device = replace(device, format=known)
        books.imports.put_mapping(KIND, str(device.id), _body(change.reading))
    books.attendance.put_device(device)
    kept = books.imports.mappings(KIND).get(str(device.id), "")
    return Gate(device, _reading(device, kept))


def _named(books: Books, project: ProjectId, name: str) -> Device | None:
    return next((one for one in books.attendance.devices(project) if one.name == name), None)


def _body(reading: Reading) -> str:
    """Return what is worth remembering as JSON: nothing of one file alone, such as its month."""
    mapping = {key: said for key, said in asdict(reading.mapping).items() if said}
    kept = {"date_format": reading.date_format, "mapping": mapping}
    said = {key: value for key, value in kept.items() if value}
    return json.dumps(said, ensure_ascii=False, sort_keys=True) if said else ""


def _reading(device: Device, body: str) -> Reading:
    said = json.loads(body) if body else {}
    known = {field.name for field in fields(TableMapping)}
    mapping = {key: value for key, value in said.get("mapping", {}).items() if key in known}
    for key in ("in_words", "out_words"):
        mapping[key] = tuple(mapping.get(key, ()))
    return Reading(
        format=device.format or "auto",
        date_format=said.get("date_format", ""),
        mapping=TableMapping(**mapping),
    )
