"""`anxin project companies|company|chain|contract …`: who gives work to whom."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop.cli import values
from desktop.cli.answer import Answer, finding_facts, finding_lines
from desktop.cli.area import Areas, Parser, command
from desktop.cli.files import read_file
from desktop.cli.opening import opened, project
from desktop.domain import identity
from desktop.domain.company import Company, CompanyRole, WorksContract, WorksKind
from desktop.domain.errors import Unknown
from desktop.domain.ids import CompanyId, WorksContractId, new_id
from desktop.services.office import Office
from resources.words import phrase

_ROLES = {
    "owner": CompanyRole.OWNER,
    "general_contractor": CompanyRole.GENERAL_CONTRACTOR,
    "subcontractor": CompanyRole.SUBCONTRACTOR,
    "supervisor": CompanyRole.SUPERVISOR,
    "labour_company": CompanyRole.LABOUR_COMPANY,
}


def show_companies(options: Namespace) -> Answer:
    """List the companies of the office with their parts in projects."""
    with opened(options) as office:
        companies, parts = office.projects.companies(), _parts(office)
    facts = {"companies": [_company_facts(one, parts.get(one.id, ())) for one in companies]}
    lines = [
        "　".join(
            filter(
                None,
                (
                    one.name,
                    one.credit_code,
                    phrase("chain", "person") if one.is_person else one.qualification,
                    "、".join(f"{site}：{phrase('role', role)}" for site, role in parts[one.id])
                    if one.id in parts
                    else "",
                ),
            )
        )
        for one in companies
    ]
    return Answer(facts, lines or ["账册里还没有单位。"])


def _parts(office: Office) -> Mapping[CompanyId, list[tuple[str, str]]]:
    found: dict[CompanyId, list[tuple[str, str]]] = {}
    for site in office.projects.all():
        for member in site.members:
            found.setdefault(member.company.id, []).append((site.name, member.role.value))
    return found


def _company_facts(company: Company, parts: object) -> dict[str, object]:
    pairs = parts if isinstance(parts, list) else []
    until = company.qualification_until
    return {
        "name": company.name,
        "credit_code": company.credit_code,
        "is_person": company.is_person,
        "qualification": company.qualification,
        "qualification_until": str(until) if until else None,
        "legal_person": company.legal_person,
        "phone": company.phone,
        "address": company.address,
        "projects": [{"project": site, "role": role} for site, role in pairs],
    }


def put_company(options: Namespace) -> Answer:
    """Enter a company, or change what is said of it; with --role it joins the project."""
    with opened(options) as office:
        company = _company(office, options)
        findings = office.projects.check_company(company)
        if options.role:
            site = project(office, options)
            office.projects.put_member(site.id, company, _ROLES[options.role])
        else:
            office.projects.put_company(company)
    facts = {**_company_facts(company, ()), "findings": [finding_facts(f) for f in findings]}
    return Answer(facts, [f"✓ 单位已保存：{company.name}", *finding_lines(findings)])


def _company(office: Office, options: Namespace) -> Company:
    known = next((c for c in office.projects.companies() if c.name == options.name), None)
    base = known or Company(CompanyId(new_id()), options.name)
    code = options.code
    given = {
        "credit_code": identity.normalise_credit_code(code) if code is not None else None,
        "qualification": options.qualification,
        "qualification_until": options.until,
        "legal_person": options.legal_person,
        "phone": identity.normalise_phone(options.phone) if options.phone is not None else None,
        "address": options.address,
        "is_person": True if options.person else None,
    }
    changes = {key: value for key, value in given.items() if value is not None}
    return replace(base, **changes)


def show_chain(options: Namespace) -> Answer:
    """List the contracts of the chain and what is wrong with it."""
    with opened(options) as office:
        site = project(office, options)
        contracts = office.projects.works_contracts(site.id)
        names = {one.id: one.name for one in office.projects.companies()}
        findings = office.projects.chain_findings(site.id)
    facts = {
        "project": site.name,
        "contracts": [_contract_facts(one, names) for one in contracts],
        "findings": [{"subject": f.subject, **finding_facts(f)} for f in findings],
    }
    lines = [_contract_line(one, names) for one in contracts]
    none = ["合同链条还是空的。用 anxin project contract 登记。"]
    return Answer(facts, [*(lines or none), *finding_lines(findings)])


def _contract_facts(one: WorksContract, names: Mapping[CompanyId, str]) -> dict[str, object]:
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "giver": names.get(one.giver, ""),
        "taker": names.get(one.taker, ""),
        "number": one.number,
        "signed": str(one.signed) if one.signed else None,
        "begin": str(one.begin) if one.begin else None,
        "end": str(one.end) if one.end else None,
        "amount_fen": one.amount.fen,
        "scope": one.scope,
        "measured_days": one.measured_days,
        "scan": one.document is not None,
    }


def _contract_line(one: WorksContract, names: Mapping[CompanyId, str]) -> str:
    parts = (
        f"{names.get(one.giver, '')} → {names.get(one.taker, '')}",
        phrase("chain", one.kind.value),
        one.number,
        f"{one.amount} 元",
        f"{one.signed} 签订" if one.signed else "",
        f"每 {one.measured_days} 天计量" if one.measured_days else "",
        one.scope,
    )
    return "　".join(filter(None, parts))


def put_contract(options: Namespace) -> Answer:
    """Enter a contract of the chain, or change the one of the same number and parties."""
    with opened(options) as office:
        site = project(office, options)
        scan = read_file(options.scan) if options.scan else b""
        giver = office.projects.company_named(options.giver)
        taker = office.projects.company_named(options.taker)
        contracts = office.projects.works_contracts(site.id)
        known = next(
            (
                one
                for one in contracts
                if (one.giver, one.taker, one.number) == (giver.id, taker.id, options.number)
            ),
            None,
        )
        kind = WorksKind(options.kind)
        base = known or WorksContract(
            WorksContractId(new_id()), site.id, kind, giver.id, taker.id, options.number
        )
        stored = office.projects.put_works_contract(_changed(base, kind, options)).value
        if scan:
            stored = office.projects.attach_scan(stored, scan, options.scan.name).value
        findings = [
            finding
            for finding in office.projects.chain_findings(site.id)
            if finding.facts.get("contract") == str(stored.id)
        ]
    names = {giver.id: giver.name, taker.id: taker.name}
    facts = {
        "contract": _contract_facts(stored, names),
        "findings": [finding_facts(finding) for finding in findings],
    }
    return Answer(facts, [f"✓ 已登记：{_contract_line(stored, names)}", *finding_lines(findings)])


def _changed(base: WorksContract, kind: WorksKind, options: Namespace) -> WorksContract:
    given = {
        "signed": options.signed,
        "begin": options.begin,
        "end": options.end,
        "amount": options.amount,
        "scope": options.scope,
        "measured_days": options.measured_days,
    }
    changes = {key: value for key, value in given.items() if value is not None}
    return replace(base, kind=kind, **changes)


def remove_contract(options: Namespace) -> Answer:
    """Take a contract of the chain off the books."""
    with opened(options) as office:
        site = project(office, options)
        found = [c for c in office.projects.works_contracts(site.id) if c.number == options.number]
        if not found:
            raise Unknown(kind="works_contract", name=options.number)
        for one in found:
            office.projects.remove_works_contract(site.id, one.id)
    facts = {"number": options.number, "removed": len(found)}
    return Answer(facts, [f"✓ 已删除合同 {options.number}"])


def add(area: Areas) -> None:
    """Add the words of this area to the project's."""
    command(area, "companies", show_companies, "列出账册里的单位和它们在各项目的角色")
    _add_company(command(area, "company", put_company, "登记单位，或修改已登记的（按名称）"))
    command(area, "chain", show_chain, "列出合同链条和它的问题")
    _add_contract(
        command(area, "contract", put_contract, "登记工程合同，或修改已登记的（按双方和编号）")
    )
    gone = command(area, "contract-remove", remove_contract, "删除一份工程合同（按编号）")
    gone.add_argument("--number", type=values.named, required=True, metavar="NUMBER")


def _add_company(found: Parser) -> None:
    found.add_argument("--name", type=values.named, required=True, help="全称")
    found.add_argument("--code", metavar="USCC", help="统一社会信用代码")
    found.add_argument("--role", choices=sorted(_ROLES), help="在本项目的角色；写了就加入项目")
    found.add_argument("--person", action="store_true", help="是个人（包工头），不是单位")
    found.add_argument("--qualification", metavar="TEXT", help="资质类别、等级和证书编号")
    found.add_argument("--until", type=values.day, metavar="YYYY-MM-DD", help="资质有效期至")
    found.add_argument("--legal-person", metavar="NAME", help="法定代表人")
    found.add_argument("--phone")
    found.add_argument("--address")


def _add_contract(found: Parser) -> None:
    found.add_argument("--kind", choices=[kind.value for kind in WorksKind], required=True,
                       help="main 施工总承包、professional 专业分包、labour 劳务分包")  # fmt: skip
    found.add_argument("--giver", type=values.named, required=True, help="发包方全称")
    found.add_argument("--taker", type=values.named, required=True, help="承包方全称")
    found.add_argument("--number", type=values.named, required=True, help="合同编号")
    found.add_argument("--signed", type=values.day, metavar="YYYY-MM-DD", help="签订日期")
    found.add_argument("--begin", type=values.day, metavar="YYYY-MM-DD", help="开始日期")
    found.add_argument("--end", type=values.day, metavar="YYYY-MM-DD", help="终止日期")
    found.add_argument("--amount", type=values.yuan, metavar="YUAN", help="合同价款（元）")
    found.add_argument("--scope", help="承包范围")
    found.add_argument("--measured-days", type=values.whole_days, metavar="DAYS",
                       help="约定的计量周期（天）")  # fmt: skip
    found.add_argument("--scan", type=Path, metavar="FILE", help="合同扫描件（PDF、图片）")
