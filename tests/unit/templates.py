"""Synthetic templates as platforms hand them out: text cells, drop-downs, hidden sheets."""

import zipfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

PEOPLE = (
    "姓名*", "身份证号码*", "单位名称*", "统一社会信用代码*", "班组*", "工种*", "手机号码*",
    "进场日期*", "离场日期", "出生日期", "性别", "籍贯", "民族", "文化程度", "政治面貌", "家庭住址",
    "发证机关", "证件有效期", "开户银行", "银行账号", "开户行地址", "备注", "一卡通号",
)  # fmt: skip
"""The 23 columns of the platforms' sheet of people."""
NATIONS = ("01-汉族", "02-蒙古族", "03-回族", "05-维吾尔族")


def people_template(path, *, example=True):
    """Write a template: instruction row, red stars, text format, two kinds of drop-down."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "人员信息"
    sheet["A1"] = "填写说明：红色为必填项，所有单元格必须为文本格式，请勿改动表头。"
    sheet.merge_cells("A1:W1")
    for place, title in enumerate(PEOPLE, 1):
        cell = sheet.cell(2, place, title)
        cell.font = Font(bold=True, color="FF0000" if title.endswith("*") else "000000")
    for row in range(3, 60):
        for place in range(1, len(PEOPLE) + 1):
            sheet.cell(row, place).number_format = "@"
    if example:
        sheet["A3"], sheet["K3"] = "示例张三", "男"
        sheet["J3"] = '=TEXT(MID(B3,7,8),"0000-00-00")'
    codes = book.create_sheet("字典")
    for place, nation in enumerate(NATIONS, 1):
        codes.cell(place, 1, nation)
    codes.sheet_state = "hidden"
    sex = DataValidation(type="list", formula1='"男,女"', allow_blank=True)
    sex.add("K3:K500")
    nation = DataValidation(type="list", formula1="字典!$A$1:$A$4", allow_blank=True)
    nation.add("M3:M500")
    sheet.add_data_validation(sex)
    sheet.add_data_validation(nation)
    book.save(path)
    return path


def with_newer_drop_down(source, target):
    """Add a drop-down as newer programs write it, which openpyxl would drop: trades in F."""
    rule = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1">'
        '<x14:formula1><xm:f>"钢筋工,木工"</xm:f></x14:formula1><xm:sqref>F3:F500</xm:sqref>'
        "</x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</worksheet>", rule.encode())
            new.writestr(info, data)
    return target
