"""An invented rights board with every required line."""

from desktop.domain.notice import NoticeGroup, NoticeLine, RightsNotice

ADDRESS = "https://example.invalid/gansu/clue?project=620102"


def subcontractor(number, name):
    key = f"subcontractor.{number}"
    return [
        NoticeLine(f"{key}.name", "专业分包、劳务分包单位", name),
        NoticeLine(f"{key}.person", "负责人", "", required=False),
        NoticeLine(f"{key}.phone", "联系电话", "", required=False),
    ]


def units(subcontractors):
    lines = [
        NoticeLine("owner.name", "建设单位", "兰州示例城市发展投资有限公司"),
        NoticeLine("owner.person", "负责人", "", required=False),
        NoticeLine("general_contractor.name", "施工总承包单位", "甘肃示例建设集团有限公司"),
        NoticeLine("general_contractor.person", "负责人", "魏建业", required=False),
        NoticeLine("general_contractor.phone", "联系电话", "0931-8000010", required=False),
        NoticeLine(
            "project_department.name",
            "项目部",
            "甘肃示例建设集团有限公司兰州示例安置房一期项目部",
            required=False,
        ),
        NoticeLine("project_department.person", "项目经理", "罗守成", required=False),
        NoticeLine("project_department.phone", "联系电话", "13900000001", required=False),
    ]
    for number, name in enumerate(subcontractors):
        lines += subcontractor(number, name)
    lines += [
        NoticeLine("sector_authority.name", "行业监管部门", "兰州市（示例）住房和城乡建设局"),
        NoticeLine("sector_authority.address", "地址", "（示例地址）一号", required=False),
        NoticeLine("sector_authority.phone", "联系电话", "0931-8000001"),
        NoticeLine("labour_officer.name", "劳资专管员", "何秉正"),
        NoticeLine("labour_officer.place", "办公地点", "项目部一楼劳资室", required=False),
        NoticeLine("labour_officer.hours", "接待时间", "08:30-18:00", required=False),
        NoticeLine("labour_officer.phone", "联系电话", "13900000000"),
    ]
    return lines


WAGES = [
    NoticeLine(
        "minimum_wage",
        "当地最低工资标准",
        "1,620.00 元/月，17.00 元/小时（（示例文号），自 2020-01-01 起执行）",
    ),
    NoticeLine("pay_day", "工资支付日期", "次月 10 日前支付上月工资，遇节假日提前"),
    NoticeLine(
        "pay_method",
        "工资支付方式",
        "总承包单位委托银行从专用账户直接支付到本人工资卡",
        required=False,
    ),
]
RIGHTS = [
    NoticeLine("complaint.sector.name", "行业主管部门", "兰州市（示例）住房和城乡建设局"),
    NoticeLine("complaint.sector.phone", "投诉举报电话", "0931-8000001"),
    NoticeLine("inspectorate.name", "劳动保障监察", "（示例）劳动保障监察大队"),
    NoticeLine("inspectorate.address", "地址", "（示例地址）二号", required=False),
    NoticeLine("inspectorate.phone", "投诉举报电话", "0931-8000002"),
    NoticeLine("arbitration.name", "劳动争议调解仲裁", "（示例）劳动人事争议仲裁院"),
    NoticeLine("arbitration.address", "地址", "（示例地址）三号", required=False),
    NoticeLine("arbitration.phone", "联系电话", "0931-8000003"),
    NoticeLine("legal_aid.name", "法律援助", "（示例）法律援助中心"),
    NoticeLine("legal_aid.address", "地址", "（示例地址）四号", required=False),
    NoticeLine("legal_aid.phone", "联系电话", "0931-8000004"),
    NoticeLine("public_legal_service.phone", "公共法律服务热线", "12348"),
]


def board(subcontractors=("兰州示例建筑劳务有限公司",), **more):
    facts = {
        "title": "农民工维权信息告示牌",
        "project": "兰州示例安置房一期",
        "groups": (
            NoticeGroup("项目与单位基本信息", tuple(units(subcontractors))),
            NoticeGroup("最低工资标准与工资支付日期", tuple(WAGES)),
            NoticeGroup("投诉举报与法律援助", tuple(RIGHTS)),
        ),
        "footer": "依据《保障农民工工资支付条例》（国务院令第724号）第三十四条设立 · 设立单位："
        "甘肃示例建设集团有限公司 · 更新日期：2021-03-01",
        "qr_caption": "微信扫码反映欠薪线索",
        "qr_text": ADDRESS,
    }
    return RightsNotice(**{**facts, **more})
