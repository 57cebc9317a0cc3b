"""A few findings said in full, one under another, gravest first; notes of a kind once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.findings import Code, Finding, Level
from ui import theme, trouble
from ui.delegates.badge import INK
from ui.widgets.empty_state import Picture
from ui.widgets.said import said_label

MOST = 60
"""Findings said; the count tells the rest."""


class FindingWords(QWidget):
    """Shape and sentence of each finding, nothing cut off."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(8))
        order = list(Level)
        noted: dict[Code, int] = {}
        shown = 0
        for finding in sorted(findings, key=lambda one: order.index(one.level)):
            if finding.level is Level.NOTE:
                noted[finding.code] = noted.get(finding.code, 0) + 1
                if noted[finding.code] > 1:
                    continue
            if shown < MOST:
                self._say(finding, self._alike(finding, findings))
            shown += 1
        if shown > MOST:
            words = QCoreApplication.translate("FindingWords", "… and {count} more")
            self._column.addWidget(said_label(words.format(count=shown - MOST), "caption"))
        self._column.addStretch(1)

    def _alike(self, finding: Finding, findings: Sequence[Finding]) -> int:
        if finding.level is not Level.NOTE:
            return 1
        return sum(one.code is finding.code for one in findings)

    def _say(self, finding: Finding, alike: int) -> None:
        words = trouble.of_finding(finding)
        said = f"{words.text}\n{words.remedy}"
        if alike > 1:
            count = QCoreApplication.translate("FindingWords", "{count} × {cause}")
            said = count.format(count=alike, cause=words.remedy)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        kind = finding.level.value
        row.addWidget(Picture(kind, 14, INK[kind]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said_label(said), 1)
        self._column.addLayout(row)
