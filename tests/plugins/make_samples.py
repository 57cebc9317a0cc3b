"""Makes the synthetic samples of attendance files, by hand from what the devices' formats say.

`python -m tests.plugins.make_samples` writes them anew. Nothing here is shared with the readers:
every line, every instant and every sum below was written down by a person. All people are invented;
every file says in its name that it is synthetic.

An expectation lists punches as [number, Beijing time, stored status, verify method]; stored status
0, 3, 4 is in, 1, 2, 5 is out, 255 tells nothing; 1000 is "no method named", 1001 "entered later".
"""

from tests.plugins.samples_of_days import dingtalk, month_grid, wecom
from tests.plugins.samples_of_lists import glodon, hikvision, table, zkteco


def main():
    """Write all samples."""
    for make in (zkteco, hikvision, dingtalk, wecom, glodon, month_grid, table):
        make()


if __name__ == "__main__":
    main()
