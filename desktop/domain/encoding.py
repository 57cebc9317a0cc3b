"""Which encoding a text from outside has: strict trials, never a guess and never a lost sign."""

from __future__ import annotations

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOK = 2_000
_STRICT = ("utf-8", "gb18030")


def decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030 (superset of GBK and GB2312).

    Raises:
        ValueError: it is none of them, or binary.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name)
    if b"\0" in content[:_LOOK]:
        return _without_mark(content)
    for name in _STRICT:
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise ValueError


def _without_mark(content: bytes) -> str:
    """Read UTF-16 without a byte order mark: ASCII has its zero bytes on one side only."""
    head = content[:_LOOK]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0:
        raise ValueError
    return content.decode("utf-16-le" if odd else "utf-16-be")
