# ruff: noqa: E501 - a device's lines are written as it writes them
"""Synthetic files with one punch a line, written by hand."""

import json
from datetime import datetime

from tests.plugins.sample_files import NO_METHOD, REPAIRED, book, crlf, put


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
