"""A rehearsal bank in a process of its own: it outlives every kill, and answers badly at random.

It is harder than most banks: a reference that comes twice is executed twice.
"""

import random
import sys
import threading
from pathlib import Path

from desktop.rehearsal.server import RehearsalBank

POSTS = ("reset-before", "reset-after", "garbage", "half-body", "slow", "500-before", "500-after")
GETS = ("reset-before", "garbage", "half-body", "500-before", "slow")
MONEY = ("be01", "ac04", "am04")
SHARE = 0.35
MONEY_SHARE = 0.1


def main():
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    lock = threading.Lock()

    def choose(method):
        with lock:
            if rng.random() < SHARE:
                return rng.choice(POSTS if method == "POST" else GETS)
            if method == "POST" and rng.random() < MONEY_SHARE:
                return rng.choice(MONEY)
            return ""

    with RehearsalBank(folder, choose=choose, hold_s=0.01) as bank:
        bank.counter.refuses_repeats = False
        print(bank.url, flush=True)
        sys.stdin.read()  # until the test lets go


if __name__ == "__main__":
    main()
