"""Contracts, pictures, watch lists and the chain: returned field by field, on both engines."""

from dataclasses import MISSING, fields, replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.company import Company, WorksContract, WorksKind
from desktop.domain.contract import (
    ContractKind,
    ContractTerm,
    InsuranceProof,
    LabourContract,
    Training,
)
from desktop.domain.errors import Stale, Unknown
from desktop.domain.ids import (
    CompanyId,
    ContractId,
    InsuranceId,
    SettlementId,
    TrainingId,
    WatchId,
    WorkerId,
    WorksContractId,
    new_id,
)
from desktop.domain.likeness import Likeness, LikenessKind
from desktop.domain.money import Money
from desktop.domain.months import WageMonth
from desktop.domain.project import PayDay
from desktop.domain.settlement import ExitSettlement, SettledMonth
from desktop.domain.watch import WatchEntry, WatchKind
from desktop.domain.worker import PayKind
from tests.books_fixture import PERSON
from tests.db.sample import (
    NOON,
    OWNER,
    PROJECT,
    SUB,
    TEAM,
    document,
    fixed,
    settle,
    worker,
)

PAPER = document()


def change(books, act):
    """Do something in one unit of work and commit it."""
    with books.write() as unit:
        result = act(unit)
        unit.commit()
    return result


def ask(books, question):
    """Ask on the read-only connection."""
    with books.read() as unit:
        return question(unit)


def says_everything(value, *but):
    """Tell whether no field stands at its default, so that a field a store forgets shows."""
    plain = [f for f in fields(value) if f.default is not MISSING and f.name not in but]
    return all(getattr(value, f.name) != f.default for f in plain)


def contract(person, **changes):
    """A signed labour contract."""
    said = {
        "id": ContractId(fixed(401)),
        "project": PROJECT.id,
        "worker": person.id,
        "employer": SUB.id,
        "kind": ContractKind.AGREEMENT,
        "term": ContractTerm.TASK,
        "number": "HT-2026-001",
        "begin": date(2026, 1, 5),
        "end": date(2026, 12, 31),
        "pay_kind": PayKind.HOUR,
        "rate": Money(3550),
        "pay_day": PayDay(20, next_month=False),
        "work": "支模",
        "place": "一标段",
        "probation_months": 1,
        "emergency_name": "陈母",
        "emergency_phone": "13700000000",
        "emergency_relation": "母亲",
        "signed": date(2026, 1, 4),
        "ended": date(2026, 6, 1),
        "scan": PAPER.id,
    }
    return LabourContract(**{**said, **changes})


def settlement(person):
    """A signed exit settlement of two months."""
    return ExitSettlement(
        SettlementId(fixed(451)), PROJECT.id, person.id, date(2026, 3, 20),
        (
            SettledMonth(WageMonth(2026, 2), Decimal("20.25"), Money(526500), Money(526500)),
            SettledMonth(WageMonth(2026, 3), Decimal(14), Money(364000), Money(0)),
        ),
        Money(-1200), NOON, PERSON.id, date(2026, 3, 21), PAPER.id,
    )  # fmt: skip


def training(*persons):
    """A training with a record."""
    return Training(
        TrainingId(fixed(431)), PROJECT.id, "三级安全教育", date(2026, 1, 4), Decimal("24.5"),
        "安全员", "会议室", tuple(each.id for each in persons), PAPER.id,
    )  # fmt: skip


def likeness(person, kind=LikenessKind.PHOTO, due=date(2029, 1, 1)):
    """A sealed picture; its bytes are any bytes."""
    return Likeness(person.id, kind, "image/jpeg", bytes(range(256)) * 9, NOON, PERSON.id, due)


def test_contracts(books):
    first, second = settle(books)
    signed = contract(first)
    assert says_everything(signed, "version")
    plain = contract(
        second, id=ContractId(fixed(402)), number="HT-2026-000", end=None, signed=None,
        ended=None, scan=None, kind=ContractKind.LABOUR, term=ContractTerm.OPEN_ENDED,
    )  # fmt: skip

    def act(unit):
        unit.documents.add(PAPER)
        return unit.contracts.put(signed), unit.contracts.put(plain)

    one, two = change(books, act)
    assert (one, two.version) == (replace(signed, version=1), 1)
    assert ask(books, lambda unit: unit.contracts.of_project(PROJECT.id)) == (two, one)
    assert ask(books, lambda unit: unit.contracts.of_worker(first.id)) == (one,)
    with pytest.raises(Stale):
        change(books, lambda unit: unit.contracts.put(replace(signed, work="x")))
    again = change(books, lambda unit: unit.contracts.put(replace(one, ended=None)))
    with pytest.raises(Stale):
        change(books, lambda unit: unit.contracts.put(replace(one, work="x")))
    assert ask(books, lambda unit: unit.contracts.get(one.id)) == again
    change(books, lambda unit: unit.contracts.remove(two.id))
    assert ask(books, lambda unit: unit.contracts.of_project(PROJECT.id)) == (again,)
    with pytest.raises(Unknown):
        ask(books, lambda unit: unit.contracts.get(two.id))


def test_trainings_and_insurance(books):
    first, second = settle(books)
    held = training(second, first)
    earlier = replace(held, id=TrainingId(new_id()), day=date(2025, 12, 1), workers=())
    proof = InsuranceProof(
        InsuranceId(new_id()), PROJECT.id, "GS-1", "海州社保局", date(2025, 1, 1),
        date(2027, 1, 1), Money(4_000_000), PAPER.id,
    )  # fmt: skip
    assert says_everything(held)
    assert says_everything(proof)

    def act(unit):
        unit.documents.add(PAPER)
        unit.contracts.put_training(replace(held, workers=(first.id,)))
        unit.contracts.put_training(held)
        unit.contracts.put_training(earlier)
        unit.contracts.put_insurance(replace(proof, number="?"))
        unit.contracts.put_insurance(proof)

    change(books, act)
    assert ask(books, lambda unit: unit.contracts.trainings(PROJECT.id)) == (earlier, held)
    assert ask(books, lambda unit: unit.contracts.insurances(PROJECT.id)) == (proof,)

    def remove(unit):
        unit.contracts.remove_training(held.id)
        unit.contracts.remove_insurance(proof.id)

    change(books, remove)
    assert ask(books, lambda unit: unit.contracts.trainings(PROJECT.id)) == (earlier,)
    assert ask(books, lambda unit: unit.contracts.insurances(PROJECT.id)) == ()


def test_settlements(books):
    (first,) = settle(books, 1)
    signed = settlement(first)
    assert says_everything(signed)

    def act(unit):
        unit.documents.add(PAPER)
        unit.contracts.put_settlement(replace(signed, months=(), signed_on=None, scan=None))
        unit.contracts.put_settlement(signed)

    change(books, act)
    (found,) = ask(books, lambda unit: unit.contracts.settlements(PROJECT.id))
    assert found == signed
    assert found.digest == signed.digest


def test_pictures_and_their_keys(books):
    first, second = settle(books)
    photo = likeness(first)
    front = likeness(first, LikenessKind.ID_FRONT, date(2026, 1, 1))
    other = likeness(second, LikenessKind.WLT, date(2026, 2, 1))

    def act(unit):
        for each in (replace(photo, sealed=b"old"), photo, front, other):
            unit.likenesses.put(each)
        unit.likenesses.put_key(first.id, b"wrapped")
        unit.likenesses.put_key(first.id, b"wrapped again")

    change(books, act)
    assert ask(books, lambda unit: unit.likenesses.kept(first.id)) == (front, photo)
    assert ask(books, lambda unit: unit.likenesses.key(first.id)) == b"wrapped again"
    assert ask(books, lambda unit: unit.likenesses.key(second.id)) is None
    due = ask(books, lambda unit: unit.likenesses.due(date(2026, 2, 1)))
    assert due == (replace(front, sealed=b""), replace(other, sealed=b""))
    assert ask(books, lambda unit: unit.likenesses.due(date(2025, 12, 31))) == ()
    kind = LikenessKind.PHOTO
    assert ask(books, lambda unit: unit.likenesses.with_kind(PROJECT.id, kind)) == {first.id}

    def erase(unit):
        unit.likenesses.remove(first.id, LikenessKind.ID_FRONT)
        unit.likenesses.forget_key(first.id)

    change(books, erase)
    assert ask(books, lambda unit: unit.likenesses.kept(first.id)) == (photo,)
    assert ask(books, lambda unit: unit.likenesses.key(first.id)) is None


def test_watch_lists_are_replaced_whole(books):
    entry = WatchEntry(
        WatchId(new_id()), WatchKind.BLACKLIST, "陈1", worker(1).id_number, "恶意讨薪", "人社局",
        date(2025, 1, 1), date(2027, 1, 1),
    )  # fmt: skip
    assert says_everything(entry)
    same = replace(entry, id=WatchId(new_id()), kind=WatchKind.BAD_RECORD)
    other = replace(entry, id=WatchId(new_id()), source="协会", id_number="X", since=None)

    def act(unit):
        unit.watch.replace(WatchKind.BLACKLIST, "人社局", [replace(entry, name="旧")])
        unit.watch.replace(WatchKind.BAD_RECORD, "人社局", [same])
        unit.watch.replace(WatchKind.BLACKLIST, "协会", [other])
        unit.watch.replace(WatchKind.BLACKLIST, "人社局", [entry])

    change(books, act)
    assert ask(books, lambda unit: unit.watch.all()) == (same, entry, other)
    found = ask(books, lambda unit: unit.watch.by_id_numbers([entry.id_number, "nobody"]))
    assert set(found) == {entry, same}
    change(books, lambda unit: unit.watch.replace(WatchKind.BLACKLIST, "协会", []))
    assert ask(books, lambda unit: unit.watch.all()) == (same, entry)


def test_companies_keep_what_only_they_say(books):
    """Saving a project that was read before must not take a qualification away."""
    assert says_everything(SUB)
    settle(books, 0)
    renamed = replace(SUB, qualification="新资质", name="鸿达建筑劳务有限公司")
    lone = Company(CompanyId(new_id()), "独立公司")

    def act(unit):
        unit.projects.put_company(renamed)
        unit.projects.put_company(lone)

    change(books, act)
    read = ask(books, lambda unit: unit.projects.get(PROJECT.id))
    assert [member.company for member in read.members] == [OWNER, renamed]
    old = tuple(replace(member, company=SUB) for member in read.members[1:])
    stored = replace(read, members=(read.members[0], *old))
    change(books, lambda unit: unit.projects.put(stored))
    companies = ask(books, lambda unit: unit.projects.companies())
    assert set(companies) == {OWNER, lone, replace(renamed, name=SUB.name)}
    assert [each.name for each in companies] == sorted(each.name for each in companies)
    with pytest.raises(Stale):
        change(books, lambda unit: unit.projects.put_company(replace(lone, name=SUB.name)))


def test_the_chain_of_works_contracts(books):
    settle(books, 0)
    main = WorksContract(
        WorksContractId(fixed(471)), PROJECT.id, WorksKind.MAIN, OWNER.id, SUB.id, "ZB-9",
        date(2024, 12, 1), date(2025, 1, 1), date(2027, 12, 31), Money(98_765_432_100), "主体",
        30, PAPER.id,
    )  # fmt: skip
    assert says_everything(main, "version")
    sub = WorksContract(
        WorksContractId(fixed(472)), PROJECT.id, WorksKind.LABOUR, SUB.id, OWNER.id, "FB-1"
    )

    def act(unit):
        unit.documents.add(PAPER)
        return unit.projects.put_works_contract(sub), unit.projects.put_works_contract(main)

    second, first = change(books, act)
    assert first == replace(main, version=1)
    assert ask(books, lambda unit: unit.projects.works_contracts(PROJECT.id)) == (first, second)
    changed = change(
        books, lambda unit: unit.projects.put_works_contract(replace(second, scope="二次结构"))
    )
    for stale in (main, second):
        with pytest.raises(Stale):
            change(books, lambda unit, old=stale: unit.projects.put_works_contract(old))
    change(books, lambda unit: unit.projects.remove_works_contract(main.id))
    assert ask(books, lambda unit: unit.projects.works_contracts(PROJECT.id)) == (changed,)


def test_a_team_knows_its_leader_until_he_is_gone(books):
    first, second = settle(books)
    led = replace(TEAM, leader=first.id)
    assert says_everything(led)
    change(books, lambda unit: unit.projects.put_team(led))
    assert ask(books, lambda unit: unit.projects.teams(PROJECT.id)) == (led,)
    change(books, lambda unit: unit.workers.remove(second.id))
    assert ask(books, lambda unit: unit.projects.teams(PROJECT.id)) == (led,)
    change(books, lambda unit: unit.workers.remove(first.id))
    assert ask(books, lambda unit: unit.projects.teams(PROJECT.id)) == (TEAM,)
    with pytest.raises(Unknown):
        ask(books, lambda unit: unit.workers.get(WorkerId(first.id)))


@pytest.mark.parametrize(
    "build",
    [
        lambda unit, one: unit.contracts.put(contract(one, scan=None)),
        lambda unit, one: unit.contracts.put_training(replace(training(one), document=None)),
        lambda unit, one: unit.contracts.put_settlement(replace(settlement(one), scan=None)),
        lambda unit, one: unit.likenesses.put(likeness(one)),
        lambda unit, one: unit.likenesses.put_key(one.id, b"k"),
    ],
    ids=["contract", "training", "settlement", "picture", "key"],
)
def test_papers_and_pictures_are_built_on_a_worker(books, build):
    first, second = settle(books)
    change(books, lambda unit: build(unit, first))
    built = ask(books, lambda unit: [unit.workers.is_built_on(w.id) for w in (first, second)])
    assert built == [True, False]
    with pytest.raises(Exception, match=r"(?i)foreign key"):  # nor can he be removed by mistake
        change(books, lambda unit: unit.workers.remove(first.id))
    change(books, lambda unit: unit.workers.remove(second.id))
