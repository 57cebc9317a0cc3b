# ruff: noqa: E501 - a device's lines are written as it writes them
"""Makes the synthetic samples of attendance files, by hand from what the devices' formats say.

`python -m tests.plugins.make_samples` writes them anew. Nothing here is shared with the readers:
every line, every instant and every sum below was written down by a person. All people are invented;
every file says in its name that it is synthetic.

An expectation lists punches as [number, Beijing time, stored status, verify method]; stored status
0, 3, 4 is in, 1, 2, 5 is out, 255 tells nothing; 1000 is "no method named", 1001 "entered later".
"""

import json
from datetime import datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent / "attendance"
LATEST = 1_800_000_000
"""2027-01-15: later than everything here."""
NO_METHOD, REPAIRED = 1_000, 1_001
BIRTH = datetime(2026, 10, 31, 8, 0, 0)  # noqa: DTZ001 - a property of the workbooks


def put(folder, name, content, expected):
    """Write a file and its expectation."""
    place = HERE / folder
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"synthetic-{name}"
    if content is not None:
        path.write_bytes(content)
    base = {"latest": LATEST, "others": {}, "blank": 0, "names": {}, "refused": [], "cells": []}
    body = base | expected
    text = json.dumps(body, ensure_ascii=False, indent=1)
    path.with_name(path.name + ".expected.json").write_text(text + "\n", "utf-8")
    return path


def book(folder, name, sheets, expected):
    """Write a workbook: per sheet its rows and merged ranges (first row, column, last row, column)."""
    path = put(folder, name, None, expected)
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"comments": "synthetic / 合成样本", "created": BIRTH})
        plain = workbook.add_format({"align": "center"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for title, rows, merged in sheets:
            sheet = workbook.add_worksheet(title)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if hasattr(cell, "year"):
                        sheet.write_datetime(at, column, cell, day)
                    elif cell != "":
                        sheet.write(at, column, cell)
            for first, left, last, right in merged:
                sheet.merge_range(first, left, last, right, rows[first][left], plain)


def crlf(*lines):
    return ("\r\n".join(lines) + "\r\n").encode()


# --------------------------------------------------------------------------- ZKTeco
def zkteco():
    put(
        "zkteco_attlog", "directions.dat",
        crlf(
            "        1\t2026-10-03 07:58:01\t1\t0\t1\t0",  # 上班
            "        1\t2026-10-03 11:31:00\t1\t2\t1\t0",  # 外出
            "        1\t2026-10-03 12:20:00\t1\t3\t1\t0",  # 外出返回
            "        1\t2026-10-03 18:02:00\t1\t1\t15\t0",  # 下班, by face
            "        1\t2026-10-03 19:00:00\t1\t4\t1\t0",  # 加班签到
            "        1\t2026-10-03 21:30:59\t1\t5\t1\t0",  # 加班签退
            "       27\t2026-10-03 07:59:59\t1\t255\t3\t0",
            "",
            "       27\t2000-01-01 00:03:10\t1\t255\t3\t0",  # the clock was reset
            "       27\t2026-10-03 25:00:00\t1\t255\t3\t0",
        ),
        {
            "lines": 9,
            "blank": 1,
            "punches": [
                ["1", "2026-10-03 07:58:01", 0, 1], ["1", "2026-10-03 11:31:00", 2, 1],
                ["1", "2026-10-03 12:20:00", 3, 1], ["1", "2026-10-03 18:02:00", 1, 15],
                ["1", "2026-10-03 19:00:00", 4, 1], ["1", "2026-10-03 21:30:59", 5, 1],
                ["27", "2026-10-03 07:59:59", 255, 3],
            ],
            "refused": [
                [9, "clock-reset", "27\t2000-01-01 00:03:10\t1\t255\t3\t0"],
                [10, "line-unreadable", "27\t2026-10-03 25:00:00\t1\t255\t3\t0"],
            ],
        },
    )  # fmt: skip
    put(
        "zkteco_attlog", "named.dat",  # names in the GB 2312 of Chinese firmware, LF
        (
            "       12\t测试甲\t2026-10-03 07:58:01\t1\t0\t1\t0\n"
            "       13\t测试乙\t2026-10-03 07:59:02\t1\t0\t4\t0\n"
            "       12\t测试甲\t2026-10-03 18:01:00\t1\t1\t1\t0\n"
        ).encode("gb18030"),
        {
            "lines": 3,
            "names": {"12": "测试甲", "13": "测试乙"},
            "punches": [
                ["12", "2026-10-03 07:58:01", 0, 1], ["12", "2026-10-03 18:01:00", 1, 1],
                ["13", "2026-10-03 07:59:02", 0, 4],
            ],
        },
    )  # fmt: skip
    put(
        "zkteco_attlog", "zeros.dat",  # PINs filled with zeros to nine digits
        crlf(
            "000000001\t2026-10-03 07:58:01\t1\t0\t1\t0",
            "000000120\t2026-10-03 07:58:44\t1\t0\t1\t0",
            "000000001\t2026-10-03 18:00:12\t1\t1\t1\t0",
        ),
        {
            "lines": 3,
            "punches": [
                ["1", "2026-10-03 07:58:01", 0, 1], ["1", "2026-10-03 18:00:12", 1, 1],
                ["120", "2026-10-03 07:58:44", 0, 1],
            ],
        },
    )  # fmt: skip
    put(
        "zkteco_attlog", "blanks.dat",  # parted by blanks, aligned to the left
        b"7     2026-10-03 07:58:01 1 0 1 0\n0043  2026-10-03 07:58:30 1 255 1 0\n",
        {
            "lines": 2,
            "punches": [
                ["0043", "2026-10-03 07:58:30", 255, 1], ["7", "2026-10-03 07:58:01", 0, 1],
            ],
        },
    )  # fmt: skip
    put(
        "zkteco_attlog",
        "serial.dat",  # serial number first, checksum last
        crlf(
            "CKBW193460123",
            "        5\t2026-10-03 07:30:00\t1\t0\t1\t0",
            "        5\t2026-10-03 17:30:00\t1\t1\t1\t0",
            "7C3A",
            "",
        ),
        {
            "lines": 4,
            "blank": 1,
            "others": {"serial": 1, "checksum": 1},
            "punches": [["5", "2026-10-03 07:30:00", 0, 1], ["5", "2026-10-03 17:30:00", 1, 1]],
        },
    )


# --------------------------------------------------------------------------- Hikvision
HIK = (
    "Person ID,Name,Department,Time,Attendance Status,Attendance Check Point,Custom Name,"
    "Data Source,Handling Type,Temperature,Abnormal"
)


def hikvision():
    put(
        "hikvision", "utf8.csv",
        ("﻿" + HIK + "\r\n"
         "'00012,测试甲,钢筋班,2026-10-03 07:58:01,,东门_Entrance Card Reader1,,Original Records,None,0,No\r\n"
         "'00012,测试甲,钢筋班,2026-10-03 18:03:09,,东门_Exit Card Reader2,,Original Records,None,0,No\r\n"
         "'00013,测试乙,木工班,2026-10-03 08:01:00,Check-in,办公区_Door1,,Original Records,None,0,No\r\n"
         "'00013,测试乙,木工班,2026-10-03 12:00:00,Break-out,办公区_Door1,,Original Records,None,0,No\r\n"
         "'00014,测试丙,木工班,2026-10-03 08:05:00,,Main gate,,Original Records,None,0,No\r\n"
         "'00014,测试丙,木工班,not a time,,Main gate,,Original Records,None,0,No\r\n").encode(),
        {
            "lines": 7,
            "others": {"heading": 1},
            "names": {"00012": "测试甲", "00013": "测试乙", "00014": "测试丙"},
            "punches": [
                ["00012", "2026-10-03 07:58:01", 0, NO_METHOD],
                ["00012", "2026-10-03 18:03:09", 1, NO_METHOD],
                ["00013", "2026-10-03 08:01:00", 0, NO_METHOD],
                ["00013", "2026-10-03 12:00:00", 2, NO_METHOD],
                ["00014", "2026-10-03 08:05:00", 255, NO_METHOD],  # "Main" contains "in"
            ],
            "refused": [
                [7, "line-unreadable",
                 "00014\t测试丙\t木工班\tnot a time\t\tMain gate\t\tOriginal Records\tNone\t0\tNo"],
            ],
        },
    )  # fmt: skip
    put(
        "hikvision", "gbk.csv",  # MM/dd/yy: the 25th day of a month proves it
        (HIK + "\r\n"
         "'21,测试丁,架子班,09/01/26 09:00,,西门_进口1,,Original Records,None,0,No\r\n"
         "'21,测试丁,架子班,09/25/26 18:00,,西门_出口1,,Original Records,None,0,No\r\n"
         ).encode("gb18030"),
        {
            "lines": 3,
            "others": {"heading": 1},
            "names": {"21": "测试丁"},
            "date_format": "MM/dd/yy",
            "punches": [
                ["21", "2026-09-01 09:00:00", 0, NO_METHOD],
                ["21", "2026-09-25 18:00:00", 1, NO_METHOD],
            ],
        },
    )  # fmt: skip
    put(
        "hikvision", "latin1.csv",  # dd/MM/yyyy: the 30th proves it; names with accents
        (HIK + "\n"
         "'7,José Peña,Obra,09/04/2024 08:00,,Gate A_Entrance,,Original Records,None,0,No\n"
         "'7,José Peña,Obra,30/04/2024 17:00,,Gate A_Exit,,Original Records,None,0,No\n"
         ).encode("latin-1"),
        {
            "lines": 3,
            "others": {"heading": 1},
            "names": {"7": "José Peña"},
            "date_format": "dd/MM/yyyy",
            "punches": [
                ["7", "2024-04-09 08:00:00", 0, NO_METHOD],
                ["7", "2024-04-30 17:00:00", 1, NO_METHOD],
            ],
        },
    )  # fmt: skip
    put(
        "hikvision", "unsure.csv",  # nothing tells day from month: a person must
        (HIK + "\n"
         "'7,测试甲,钢筋班,09/04/2026 08:00,,东门_Entrance1,,Original Records,None,0,No\n"
         "'7,测试甲,钢筋班,09/05/2026 17:00,,东门_Exit1,,Original Records,None,0,No\n").encode(),
        {"lines": 0, "punches": [], "asks": ["date-format-unsure"]},
    )  # fmt: skip
    cells = [
        ["'00012", "测试甲", "钢筋班", "2026-10-04 07:58:01", "", "东门_Entrance Card Reader1"],
        ["'00012", "测试甲", "钢筋班", "2026-10-04 18:03:09", "", "东门_Exit Card Reader2"],
    ]
    tail = ["", "Original Records", "None", "0", "No"]
    rows = [HIK.split(","), *(row + tail for row in cells)]
    table = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\r\n" for row in rows
    )
    put(
        "hikvision", "html.xls",
        ('<html><head><meta charset="gb2312"><title>synthetic</title></head><body><table border="1">'
         + table + "</table></body></html>").encode("gb18030"),
        {
            "lines": 3,
            "others": {"heading": 1},
            "names": {"00012": "测试甲"},
            "punches": [
                ["00012", "2026-10-04 07:58:01", 0, NO_METHOD],
                ["00012", "2026-10-04 18:03:09", 1, NO_METHOD],
            ],
        },
    )  # fmt: skip


# --------------------------------------------------------------------------- DingTalk
def dingtalk():
    singles = ["姓名", "考勤组", "部门", "工号", "职位", "UserId", "日期", "workDate", "班次"]
    pairs = [
        f"{way}{n}打卡{what}"
        for n in (1, 2, 3)
        for way in ("上班", "下班")
        for what in ("时间", "结果")
    ]
    rest = [
        "关联的审批单", "出勤天数", "休息天数", "工作时长(分钟)", "迟到次数", "迟到时长(分钟)",
        "严重迟到次数", "早退次数", "旷工迟到天数", "上班缺卡次数", "下班缺卡次数", "旷工天数",
    ]  # fmt: skip
    leave = ["事假(小时)", "病假(小时)", "调休(小时)", "年假(天)"]
    overtime = ["工作日加班", "休息日加班", "节假日加班"]
    titles = [*singles, *pairs, *rest]
    left = len(titles)
    upper = [
        *titles,
        "请假",
        *[""] * (len(leave) - 1),
        "加班时长(分钟)",
        *[""] * (len(overtime) - 1),
    ]
    lower = [*[""] * left, *leave, *overtime]

    def day(name, number, user, written, *times):
        cells = [
            name,
            "工地考勤组",
            "一工区/钢筋班",
            number,
            "",
            user,
            written,
            "",
            "A 07:30-17:30",
        ]
        for place in range(6):
            said = times[place] if place < len(times) else ""
            cells += [said, "正常" if said else ""]
        return [*cells, *[""] * (len(upper) - len(cells))]

    rows = [
        [
            "每日统计  统计日期：2026-10-03 至 2026-10-04（合成样本 synthetic）",
            *[""] * (len(upper) - 1),
        ],
        ["报表生成时间：2026-10-05 09:00", *[""] * (len(upper) - 1)],
        upper,
        lower,
        day("测试甲", "A012", "u-01", "26-10-03 星期六", "07:25", "11:40", "13:02", "17:45"),
        day("测试甲", "A012", "u-01", "26-10-04 星期日", "19:55", "次日 04:10"),
        day("测试乙(已离职)", "", "u-02", "26-10-03 星期六", "07:31"),
        day("测试丙", "", "u-03", "26-10-03 星期六"),  # not one punch
        day("测试丁", "", "u-04", "26-10-03 星期六", "07:20", "缺卡", "13:00", "外勤"),
        day("测试丁", "", "u-04", "合计"),
    ]
    merged = [(0, 0, 0, len(upper) - 1), (1, 0, 1, len(upper) - 1)]
    merged += [(2, column, 3, column) for column in range(left)]
    merged += [(2, left, 2, left + 3), (2, left + 4, 2, left + 6)]
    book(
        "dingtalk", "daily.xlsx", [("每日统计", rows, merged)],
        {
            # 4 titles + 9 times + 1 row without + 1 cell and 1 row that cannot be read
            "lines": 4 + 9 + 1 + 2,
            "others": {"heading": 4, "no-punch": 1},
            "names": {"A012": "测试甲", "u-02": "测试乙", "u-04": "测试丁"},
            "punches": [
                ["A012", "2026-10-03 07:25:00", 0, NO_METHOD],
                ["A012", "2026-10-03 11:40:00", 1, NO_METHOD],
                ["A012", "2026-10-03 13:02:00", 0, NO_METHOD],
                ["A012", "2026-10-03 17:45:00", 1, NO_METHOD],
                ["A012", "2026-10-04 19:55:00", 0, NO_METHOD],
                ["A012", "2026-10-05 04:10:00", 1, NO_METHOD],  # 次日
                ["u-02", "2026-10-03 07:31:00", 0, NO_METHOD],
                ["u-04", "2026-10-03 07:20:00", 0, NO_METHOD],
                ["u-04", "2026-10-03 13:00:00", 0, NO_METHOD],
            ],
            "refused": [
                [9, "line-unreadable", "测试丁\t26-10-03 星期六\t外勤"],
                [10, "line-unreadable", "测试丁\t工地考勤组\t一工区/钢筋班\t\t\tu-04\t合计\t\tA 07:30-17:30"],
            ],
        },
    )  # fmt: skip


# --------------------------------------------------------------------------- WeCom
def wecom():
    basic = ["时间", "姓名", "账号", "部门", "职务", "所属规则", "班次"]
    summary = ["最早", "最晚", "打卡次数(次)", "标准工作时长(小时)", "实际工作时长(小时)", "假勤申请",
               "考勤结果", "异常合计(次)", "迟到次数(次)", "迟到时长(分钟)", "早退次数(次)", "早退时长(分钟)",
               "旷工次数(次)", "旷工时长(分钟)", "缺卡次数(次)", "地点异常(次)", "设备异常(次)"]  # fmt: skip
    overtime = ["加班状态", "加班时长(小时)", "工作日加班计为调休(小时)", "工作日加班计为加班费(小时)",
                "休息日加班计为调休(小时)", "休息日加班计为加班费(小时)", "节假日加班计为调休(小时)",
                "节假日加班计为加班费(小时)"]  # fmt: skip
    leave = ["年假(天)", "事假(天)", "病假(天)", "调休假(天)", "婚假(天)", "产假(天)", "陪产假(天)",
             "其他(天)", "外出(小时)", "出差(天)"]  # fmt: skip
    punch = [
        f"{way}{n}{what}"
        for n in (1, 2, 3)
        for way in ("上班", "下班")
        for what in ("打卡时间", "打卡状态")
    ]
    last = ["打卡时间记录", "加班打卡时间", "备注", "操作"]
    groups = [("基础信息", basic), ("考勤概况", summary), ("加班统计", overtime), ("假勤统计", leave),
              ("打卡详情", [*punch, *last])]  # fmt: skip
    lower = [title for _, titles in groups for title in titles]
    assert len(lower) == 58
    upper = [cell for name, titles in groups for cell in (name, *[""] * (len(titles) - 1))]
    record = lower.index("打卡时间记录")
    first = lower.index("上班1打卡时间")

    def day(written, name, account, times, said):
        cells = ["--"] * len(lower)
        cells[:7] = [written, name, account, "一工区", "--", "工地打卡", "--"]
        for place, time in enumerate(times):
            cells[first + 2 * place] = time
            cells[first + 2 * place + 1] = "正常" if ":" in time else "缺卡"
        cells[record] = said
        return cells

    wide = [""] * (len(lower) - 1)
    rows = [
        ["上下班打卡_日报（合成样本 synthetic）", *wide],
        ["统计时间：2026/06/07-2026/06/08", *wide],
        upper,
        lower,
        day("2026/06/07 星期日", "测试甲", "ceshijia", ["07:55", "18:04"], "07:55;12:01;18:04"),
        day("2026/06/08 星期一", "测试甲", "ceshijia", ["19:58", "次日 05:02"], "19:58;次日 05:02"),
        day("2026/06/07 星期日", "测试乙", "ceshiyi", ["08:01", "未打卡"], "08:01"),
        day("2026/06/08 星期一", "测试乙", "ceshiyi", [], "--"),
    ]
    expected = {
        # 4 titles + 6 times + 1 row without
        "lines": 4 + 6 + 1,
        "others": {"heading": 4, "no-punch": 1},
        "names": {"ceshijia": "测试甲", "ceshiyi": "测试乙"},
        "punches": [
            ["ceshijia", "2026-06-07 07:55:00", 0, NO_METHOD],
            ["ceshijia", "2026-06-07 12:01:00", 255, NO_METHOD],  # only in the record
            ["ceshijia", "2026-06-07 18:04:00", 1, NO_METHOD],
            ["ceshijia", "2026-06-08 19:58:00", 0, NO_METHOD],
            ["ceshijia", "2026-06-09 05:02:00", 1, NO_METHOD],
            ["ceshiyi", "2026-06-07 08:01:00", 0, NO_METHOD],
        ],
    }
    merged = [(0, 0, 0, len(lower) - 1), (1, 0, 1, len(lower) - 1)]
    at = 0
    for _, titles in groups:
        merged.append((2, at, 2, at + len(titles) - 1))
        at += len(titles)
    details = [
        ["打卡详情", "", ""],
        ["时间", "姓名", "打卡时间"],
        ["2026/06/07 07:55", "测试甲", "07:55"],
    ]
    with_details = expected | {"lines": 14, "others": {**expected["others"], "other-sheet": 3}}
    book(
        "wecom", "daily.xlsx",
        [("概况统计与打卡明细", rows, merged), ("打卡详情", details, [])], with_details,
    )  # fmt: skip
    text = "".join(",".join(row) + "\r\n" for row in rows)
    put("wecom", "daily.csv", ("﻿" + text).encode(), expected)


# --------------------------------------------------------------------------- Glodon
def glodon():
    titles = ["workerName", "teamName", "idCard", "date", "clockedTime", "inOutType", "clockType"]
    identity = ["11010519900307001X", "110105199003070028"]
    rows = [
        ["测试甲", "钢筋班", identity[0], "2026-10-03", "07:58:01", "E", "NORMAL"],
        ["测试甲", "钢筋班", identity[0], "2026-10-03", "18:01:30", "L", "NORMAL"],
        ["测试乙", "木工班", identity[1], "2026-10-03", "08:00:00", "IN", "REPAIR"],
        ["测试乙", "木工班", identity[1], "2026-10-03", "17:59:59", "OUT", "NORMAL"],
    ]
    punches = [
        [identity[0], "2026-10-03 07:58:01", 0, NO_METHOD],
        [identity[0], "2026-10-03 18:01:30", 1, NO_METHOD],
        [identity[1], "2026-10-03 08:00:00", 0, REPAIRED],
        [identity[1], "2026-10-03 17:59:59", 1, NO_METHOD],
    ]
    expected = {
        "lines": 5,
        "others": {"heading": 1},
        "names": dict(zip(identity, ("测试甲", "测试乙"), strict=True)),
        "punches": punches,
        "tells": ["punches-repaired"],
    }
    objects = [dict(zip(titles, row, strict=True)) for row in rows]
    document = {"code": 0, "synthetic": True, "data": {"total": 4, "list": objects}}
    put("glodon", "list.json", json.dumps(document, ensure_ascii=False).encode(), expected)
    chinese = ["姓名", "班组", "身份证号", "日期", "打卡时间", "进出类型", "打卡类型"]
    ways = ["E进", "L出", "E进", "L出"]
    told = [
        [*row[:4], f"2026-10-03 {row[4]}", way, "补刷" if row[6] == "REPAIR" else "刷脸"]
        for row, way in zip(rows, ways, strict=True)
    ]
    top = [["进出场记录（合成样本 synthetic）", *[""] * 6], chinese]
    book(
        "glodon", "list.xlsx", [("进出记录", [*top, *told], [(0, 0, 0, 6)])],
        expected | {"lines": 6, "others": {"heading": 2}},
    )  # fmt: skip


# --------------------------------------------------------------------------- month grid
def month_grid():
    days = list(range(1, 32))
    week = ["四", "五", "六", "日", "一", "二", "三"]  # 2026-10-01 is a Thursday
    blank = [""] * 31

    def marks(**said):
        cells = list(blank)
        for key, value in said.items():
            cells[int(key[1:]) - 1] = value
        return cells

    rows = [
        ["甘肃××工程2026年10月考勤表（合成样本 synthetic）", *[""] * 34],
        ["序号", "姓名", "考勤号", *days, "合计"],
        ["", "", "", *[week[(day - 1) % 7] for day in days], ""],
        [1, "测试甲", 101, *marks(d1="√", d2="√", d3="△", d4="×", d31="√"), 3.5],
        [2, "测试乙", 102, *marks(d1=1, d2=0.25, d3=0.75, d4="?"), 2],
        [3, "测试丙", "", *marks(d5="√", d6=1.5), 2.5],
        [4, "测试丁", 104, *blank, 0],
        ["说明：√ 出勤 △ 半天 × 缺勤", *[""] * 34],
        ["合计", "", "", *blank, 8],
    ]
    cells = [
        ["101", "测试甲", "2026-10-01", "1"], ["101", "测试甲", "2026-10-02", "1"],
        ["101", "测试甲", "2026-10-03", "0.5"], ["101", "测试甲", "2026-10-04", "0"],
        ["101", "测试甲", "2026-10-31", "1"],
        ["102", "测试乙", "2026-10-01", "1"], ["102", "测试乙", "2026-10-02", "0.25"],
        ["102", "测试乙", "2026-10-03", "0.75"],
        ["", "测试丙", "2026-10-05", "1"],
    ]  # fmt: skip
    book(
        "month_grid", "signs.xlsx",
        [("钢筋班", rows, [(0, 0, 0, 34), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (7, 0, 7, 34)])],
        {
            # title, two rows of headings; 9 days; 测试丁's empty row; two last rows; two bad cells
            "lines": 3 + 9 + 1 + 2 + 2,
            "others": {"heading": 3, "no-punch": 1, "footer": 2},
            "punches": [],
            "cells": cells,
            "refused": [
                [5, "mark-unreadable", "测试乙\t2026-10-04\t?"],
                [6, "mark-unreadable", "测试丙\t2026-10-06\t1.5"],
            ],
        },
    )  # fmt: skip
    header = "姓名,时段," + ",".join(f"{day}日" for day in range(1, 31)) + ",合计天数"
    first = "测试甲,上午," + "√,√,,√" + "," * 26 + ",2.5"
    second = ",下午," + "√,,√,×" + "," * 26 + ",2.5"
    put(
        "month_grid", "halves.csv",
        f"2026-09 木工班考勤（synthetic）{',' * 32}\n{header}\n{first}\n{second}\n".encode("gb18030"),
        {
            "lines": 2 + 4,
            "others": {"heading": 2},
            "punches": [],
            "cells": [
                ["", "测试甲", "2026-09-01", "1"], ["", "测试甲", "2026-09-02", "0.5"],
                ["", "测试甲", "2026-09-03", "0.5"], ["", "测试甲", "2026-09-04", "0.5"],
            ],
        },
    )  # fmt: skip


# --------------------------------------------------------------------------- any other table
def table():
    put(
        "table", "gate.csv",  # semicolons, GBK, day and time apart
        ("闸机通行记录（synthetic）;;;;\r\n"
         "人员编号;姓名;日期;时间;进出方向\r\n"
         "31;测试甲;2026/10/3;7:58:01;进场\r\n"
         "31;测试甲;2026/10/3;18:02;出场\r\n"
         "32;测试乙;2026/10/3;8:00:00;测温\r\n").encode("gb18030"),
        {
            "lines": 5,
            "others": {"heading": 2},
            "names": {"31": "测试甲", "32": "测试乙"},
            "punches": [
                ["31", "2026-10-03 07:58:01", 0, NO_METHOD],
                ["31", "2026-10-03 18:02:00", 1, NO_METHOD],
                ["32", "2026-10-03 08:00:00", 255, NO_METHOD],
            ],
            "tells": ["direction-unknown"],
        },
    )  # fmt: skip
    put(
        "table",
        "codes.txt",  # TAB, UTF-16 with its mark, directions 01 and 02
        "synthetic\t\t\r\n工号\t刷卡时间\t方向\r\n41\t2026-10-03 07:58:01\t01\r\n"
        "41\t2026-10-03 18:00:00\t02\r\n".encode("utf-16"),
        {
            "lines": 4,
            "others": {"heading": 2},
            "punches": [
                ["41", "2026-10-03 07:58:01", 0, NO_METHOD],
                ["41", "2026-10-03 18:00:00", 1, NO_METHOD],
            ],
        },
    )
    stamp = datetime(2026, 10, 3, 7, 58, 1)  # noqa: DTZ001 - a cell has no zone
    book(
        "table", "dates.xlsx",  # instants as the spreadsheet keeps them
        [
            ("说明", [["合成样本 synthetic"]], []),
            ("记录", [["姓名", "打卡时间", "in/out"], ["测试甲", stamp, "IN"],
                    ["测试甲", 46298.75, "OUT"]], []),
        ],
        {
            "lines": 3,
            "others": {"heading": 1},
            "punches": [
                ["测试甲", "2026-10-03 07:58:01", 0, NO_METHOD],
                ["测试甲", "2026-10-03 18:00:00", 1, NO_METHOD],
            ],
        },
    )  # fmt: skip


def main():
    """Write all samples."""
    for make in (zkteco, hikvision, dingtalk, wecom, glodon, month_grid, table):
        make()


if __name__ == "__main__":
    main()
