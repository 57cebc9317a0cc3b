# ruff: noqa: E501 - a device's lines are written as it writes them
"""Synthetic files with one day a line, or a month, written by hand."""

from tests.plugins.sample_files import NO_METHOD, book, put


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
