"""The card reader against a simulated one on a real pty that shares no code with it."""

import fcntl
import hashlib
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from desktop.devices.id_reader import SerialCardReader
from desktop.domain.errors import Cancelled, NoCard, PortBusy, PortMissing, ReaderTrouble
from desktop.domain.identity import IdKind
from desktop.domain.progress import SILENT
from tests.devices.simulated_reader import (
    GOOD,
    HEAD,
    NO_CARD,
    NOT_READ,
    NOT_SELECTED,
    VECTOR,
    SimulatedReader,
    chip,
    framed,
    record,
    status,
)

READER = SerialCardReader()
HMT = {
    0: "陈大文",
    30: "1",
    36: "19900101",
    52: "广东省深圳市示例路1号",
    122: "810000199001010019",
    158: "深圳市公安局",
    188: "20200101",
    204: "20250101",
    220: "H12345678",
    248: "J",
}
FOREIGN = {
    0: "ZHANG, SAN SAMPLE",
    120: "2",
    122: "XXA110000197501",
    152: "XXA",
    158: "张三",
    188: "20170615",
    204: "20270614",
    220: "19750131",
    236: "01",
    240: "1500",
    248: "I",
}
RESIDENT = {
    0: "测试甲",
    30: "1",
    32: "01",
    36: "19491231",
    52: "北京市朝阳区示例路1号",
    122: "11010519491231002X",
    158: "北京市公安局朝阳分局",
    188: "20200101",
    204: "长期",
}


def read(simulated, wait_s=3.0, progress=SILENT):
    return READER.read(simulated.port, wait_s, progress)


def cause(simulated):
    with pytest.raises(ReaderTrouble) as caught:
        read(simulated)
    return caught.value.facts["cause"]


def test_a_good_card_is_read_as_the_vector_says():
    assert hashlib.sha256(VECTOR.read_bytes()).hexdigest().startswith("457770f7ee35")
    with SimulatedReader() as simulated:
        card = read(simulated)
        assert simulated.asked == ["find", "select", "read"]
    assert (card.kind, card.name, card.sex, card.nation) == (
        IdKind.RESIDENT, "测试甲", "男", "汉",
    )  # fmt: skip
    assert (card.birth, card.id_number) == (date(1949, 12, 31), "11010519491231002X")
    assert (card.address, card.issuer) == ("北京市朝阳区示例路1号", "北京市公安局朝阳分局")
    assert (card.valid_from, card.valid_to, card.valid_until) == (date(2020, 1, 1), None, "长期")
    assert card.photo == b""  # the vector's photo is all zeros: none


def test_the_simulated_reader_lays_the_chip_out_as_the_vector():
    """Two independent writings of the same answer: theirs and ours, byte for byte."""
    assert chip(record(RESIDENT)) == VECTOR.read_bytes()


def test_the_photo_is_kept_undecoded():
    photo = bytes(range(256)) * 4
    with SimulatedReader(read=[chip(record(RESIDENT), photo)]) as simulated:
        assert read(simulated).photo == photo


def test_it_waits_for_a_card():
    with SimulatedReader(find=[NO_CARD, NO_CARD, GOOD["find"]]) as simulated:
        begun = time.monotonic()
        assert read(simulated).name == "测试甲"
        assert simulated.asked == ["find", "find", "find", "select", "read"]
        assert time.monotonic() - begun > 0.55  # two pauses of 300 ms


def test_no_card_in_time_is_said_so():
    with SimulatedReader(find=[NO_CARD]) as simulated, pytest.raises(NoCard):
        read(simulated, 0.5)


def test_each_try_finds_and_selects_anew():
    with SimulatedReader(read=[NOT_READ, GOOD["read"]]) as simulated:
        assert read(simulated).name == "测试甲"
        assert simulated.asked == ["find", "select", "read"] * 2


@pytest.mark.parametrize(
    ("ask", "answer", "expected"),
    [
        ("select", NOT_SELECTED, "card-select"),
        ("read", NOT_READ, "card-read"),
        ("find", status(0x66), "sam-unauthorised"),
        ("find", status(0x60), "sam-self-test"),
        ("find", status(0x10), "asked-checksum"),
        ("find", status(0x11), "asked-length"),
        ("find", status(0x21), "asked-command"),
        ("find", status(0x24), "asked-command"),
        ("select", status(0x31), "sam-authentication"),
        ("select", status(0x32), "sam-authentication"),
        ("select", status(0x33), "card-verify"),
        ("read", status(0x40), "card-type"),
        ("read", status(0x47), "sam-random"),
        ("read", status(0x80), "card-gone"),
        ("read", status(0x91), "card-empty"),
        ("read", status(0x77), "status-unknown"),
        ("read", VECTOR.read_bytes()[:-1] + b"\xe8", "checksum"),
        ("read", VECTOR.read_bytes()[:600], "half"),
        ("read", framed(b"\0\0\x90\x01\0\x04\0" + b"\0" * 40), "record"),
        ("read", b"", "silent"),
        ("find", b"no frame at all", "silent"),
        ("read", chip(record(RESIDENT | {248: "K"})), "layout"),
        ("read", chip(record(RESIDENT | {36: "19491331"})), "record"),
        ("read", chip(record(RESIDENT | {36: "1949 231"})), "record"),
        ("read", chip(record(RESIDENT)[:10] + b"\x00\xd8" + record(RESIDENT)[12:]), "record"),
    ],
)
def test_every_complaint_has_its_cause(ask, answer, expected, monkeypatch):
    monkeypatch.setattr("desktop.devices.id_reader.READ_S", 0.4)
    monkeypatch.setattr("desktop.devices.id_reader.POLL_S", 0.05)
    with SimulatedReader(**{ask: [answer]}) as simulated:
        assert cause(simulated) == expected


def test_a_status_nobody_knows_is_named():
    with SimulatedReader(read=[status(0x77)]) as simulated, pytest.raises(ReaderTrouble) as caught:
        read(simulated)
    assert caught.value.facts["status"] == "77"


@pytest.mark.parametrize(
    "noise",
    [
        b"\x00\xff garbage",
        HEAD[:3],
        HEAD + b"\xff\xff",
        HEAD + b"\x00\x04\0\0\x90\x00",
        b"\xaa" * 9,
    ],
    ids=["text", "half preamble", "impossible length", "wrong checksum", "too many AA"],
)
def test_garbage_before_the_header_is_passed_over(noise):
    with SimulatedReader(read=[noise + VECTOR.read_bytes()]) as simulated:
        assert read(simulated).name == "测试甲"
        assert simulated.asked == ["find", "select", "read"]


def test_a_false_header_of_a_long_frame_hides_nothing():
    """It promises 0x0900 bytes that never come; the answer lies inside what it claims."""
    with SimulatedReader(read=[HEAD + b"\x09\x00" + VECTOR.read_bytes()]) as simulated:
        assert read(simulated).name == "测试甲"


def test_a_frame_in_many_pieces_is_one_frame():
    whole = VECTOR.read_bytes()
    pieces = [whole[at : at + 97] for at in range(0, len(whole), 97)]
    with SimulatedReader(read=[pieces]) as simulated:
        assert read(simulated).name == "测试甲"


def test_half_a_frame_is_tried_again():
    with SimulatedReader(read=[VECTOR.read_bytes()[:600], GOOD["read"]]) as simulated:
        assert read(simulated).name == "测试甲"


@pytest.mark.parametrize("ask", ["find", "read"])
def test_unplugged_while_it_works(ask):
    with SimulatedReader(**{ask: ["unplug"]}) as simulated:
        assert cause(simulated) == "unplugged"


def test_waiting_can_be_stopped():
    class Stopping:
        looks = 0

        def step(self, *_):
            self.looks += 1
            if self.looks > 3:
                raise Cancelled

    with SimulatedReader(find=[NO_CARD]) as simulated:
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            read(simulated, 60.0, Stopping())
        assert time.monotonic() - begun < 1.5


def test_no_such_port():
    with pytest.raises(PortMissing):
        READER.read("/dev/ttyNOWHERE9", 1.0)


def test_a_file_is_no_port(tmp_path):
    path = tmp_path / "port"
    path.write_bytes(b"")
    with pytest.raises(ReaderTrouble) as caught:
        READER.read(str(path), 1.0)
    assert caught.value.facts["cause"] == "no-port"


def test_a_port_in_use_is_left_alone():
    with SimulatedReader() as simulated, Path(simulated.port).open("rb", buffering=0) as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(PortBusy):
            read(simulated)
        assert simulated.asked == []


def test_the_port_is_free_again_afterwards():
    with SimulatedReader() as simulated:
        assert read(simulated) == read(simulated)


def test_the_permit_of_hong_kong_macao_taiwan():
    """Offsets of this layout are known from programs only: see desktop/devices/id_record.py."""
    with SimulatedReader(read=[chip(record(HMT))]) as simulated:
        card = read(simulated)
    assert (card.kind, card.name, card.sex, card.nation) == (
        IdKind.HMT_PERMIT, "陈大文", "男", "",
    )  # fmt: skip
    assert (card.id_number, card.pass_number) == ("810000199001010019", "H12345678")
    assert (card.valid_from, card.valid_to) == (date(2020, 1, 1), date(2025, 1, 1))


def test_the_foreigners_card_of_2017():
    with SimulatedReader(read=[chip(record(FOREIGN))]) as simulated:
        card = read(simulated)
    assert (card.kind, card.name, card.english_name) == (
        IdKind.FOREIGN_PERMANENT, "张三", "ZHANG, SAN SAMPLE",
    )  # fmt: skip
    assert (card.sex, card.nationality, card.issuer) == ("女", "XXA", "1500")
    assert (card.id_number, card.birth) == ("XXA110000197501", date(1975, 1, 31))


def test_a_foreigner_without_a_chinese_name_keeps_his_own():
    with SimulatedReader(read=[chip(record(FOREIGN | {158: "  "}))]) as simulated:
        assert read(simulated).name == "ZHANG, SAN SAMPLE"


def test_the_reader_says_who_it_is():
    with SimulatedReader() as simulated:
        state = READER.examine(simulated.port)
    assert state.sam_id == "05.01-20231201-0001234567-0000098765"
    assert not state.was_reset


def test_a_failed_self_test_is_answered_by_a_reset():
    with SimulatedReader(status=[status(0x60), GOOD["status"]]) as simulated:
        assert READER.examine(simulated.port).was_reset
        assert simulated.asked == ["status", "reset", "status", "id"]


def test_no_thread_is_left():
    before = threading.active_count()
    with SimulatedReader() as simulated:
        read(simulated)
    assert threading.active_count() == before
