"""A gate's export for March 2021, line by line, with every ugly case; shares nothing with a reader.

PUNCHES are (device number, wall time, status) in the order of the file. The case stands beside
each group; what it must come to is worked out in test_month_by_command.py.
"""

UNREADABLE = "    43\t2021-03-40 08:00:00\t1\t0\t1\t0"
RESET = ("    43\t2000-01-01 00:03:12\t1\t0\t1\t0", "    66\t2000-01-02 07:30:00\t1\t255\t1\t0")

PUNCHES = [
    # 43: a whole day, exactly four hours, one second less
    ("43", "2021-03-01 07:58:00", 0),
    ("43", "2021-03-01 18:02:00", 1),
    ("43", "2021-03-02 08:00:00", 0),
    ("43", "2021-03-02 12:00:00", 1),
    ("43", "2021-03-03 08:00:00", 0),
    ("43", "2021-03-03 11:59:59", 1),
    # 66: a single punch; two within 59 s; two within 60 s; two 61 s apart
    ("66", "2021-03-05 07:30:00", 0),
    ("66", "2021-03-06 08:00:00", 0),
    ("66", "2021-03-06 08:00:59", 0),
    ("66", "2021-03-07 08:00:00", 0),
    ("66", "2021-03-07 08:01:00", 0),
    ("66", "2021-03-08 08:00:00", 0),
    ("66", "2021-03-08 08:01:01", 0),
    # 125: a chain, each 50 s after the one before: 0 s kept, 50 drops, 100 kept, 150 drops
    ("125", "2021-03-09 08:00:00", 0),
    ("125", "2021-03-09 08:00:50", 0),
    ("125", "2021-03-09 08:01:40", 0),
    ("125", "2021-03-09 08:02:30", 0),
    # 125: the punch that would make four hours collapses into the one 50 s before it
    ("125", "2021-03-10 08:00:00", 0),
    ("125", "2021-03-10 11:59:10", 1),
    ("125", "2021-03-10 12:00:00", 1),
    # 140: nights; that of 28 February is not March's, that of 31 March is
    ("140", "2021-02-28 18:00:00", 0),
    ("140", "2021-03-01 02:00:00", 1),
    ("140", "2021-03-11 19:00:00", 0),
    ("140", "2021-03-12 03:30:00", 1),
    ("140", "2021-03-31 20:00:00", 0),
    ("140", "2021-04-01 03:59:59", 1),
    # 168: 40 s apart across the day boundary: two days, the first with a single punch
    ("168", "2021-03-15 03:59:40", 1),
    ("168", "2021-03-15 04:00:20", 0),
    ("168", "2021-03-15 12:00:20", 1),
    # 290: the same punch three times and twice
    ("290", "2021-03-16 07:00:00", 0),
    ("290", "2021-03-16 07:00:00", 0),
    ("290", "2021-03-16 07:00:00", 0),
    ("290", "2021-03-16 17:00:00", 1),
    ("290", "2021-03-16 17:00:00", 1),
    # 291: direction unknown
    ("291", "2021-03-17 06:59:00", 255),
    ("291", "2021-03-17 19:00:00", 255),
    # 463: not in the order of time; four punches a day
    ("463", "2021-03-18 17:30:00", 1),
    ("463", "2021-03-18 07:30:00", 0),
    ("463", "2021-03-19 07:30:00", 0),
    ("463", "2021-03-19 12:10:00", 1),
    ("463", "2021-03-19 13:00:00", 0),
    ("463", "2021-03-19 17:40:00", 1),
    # 1189: only outside the month
    ("1189", "2021-02-27 08:00:00", 0),
    ("1189", "2021-04-02 08:00:00", 0),
    # nobody's numbers
    ("9001", "2021-03-01 08:00:00", 0),
    ("9001", "2021-03-02 08:00:00", 0),
    ("9001", "2021-03-03 08:00:00", 0),
    ("77", "2021-03-03 09:00:00", 0),
]


def attlog():
    """The file's bytes: lines end now with LF, now with CRLF."""
    rows = [*PUNCHES]
    # 524: 21 whole days and three hours on the 22nd
    for day in range(1, 22):
        rows += [("524", f"2021-03-{day:02} 07:30:00", 0), ("524", f"2021-03-{day:02} 17:30:00", 1)]
    rows += [("524", "2021-03-22 08:00:00", 0), ("524", "2021-03-22 11:00:00", 1)]
    lines = [f"{number:>6}\t{at}\t1\t{status}\t1\t0" for number, at, status in rows]
    lines[3:3] = [UNREADABLE]
    lines[40:40] = RESET
    ends = ["\n" if row % 3 else "\r\n" for row in range(len(lines))]
    return "".join(line + end for line, end in zip(lines, ends, strict=True)).encode() + b"\r\n"


def many(count):
    """A large file: forty numbers, 43 among them, a punch every 61 seconds from 1 March on."""
    begin = 8 * 3600
    lines = []
    for number in range(count):
        day, second = divmod(begin + number * 61, 86_400)
        clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        month, date = divmod(day, 28)
        lines.append(
            f"{43 + number % 40:>6}\t2021-{3 + month:02}-{date + 1:02} {clock}\t1\t0\t1\t0\n"
        )
    return "".join(lines).encode()
