"""The companies of a project: one row each, with role, code, person in charge and phone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.company import Company, CompanyRole, Member
from desktop.domain.identity import normalise_credit_code, normalise_phone
from desktop.domain.ids import CompanyId, new_id
from ui import icons, theme
from ui.fields.field import Field

WIDTHS = (110, 0, 164, 76, 116)
"""Role, name (takes the rest), code, person, phone; pixels at 100 %."""


class _Row(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, member: Member) -> None:
        super().__init__()
        self._company: Company = member.company
        self.role = QComboBox()
        for role, word in role_words():
            self.role.addItem(word, role)
        self.role.setCurrentIndex(self.role.findData(member.role))
        self.name = QLineEdit(member.company.name)
        self.code = QLineEdit(member.company.credit_code)
        self.person = QLineEdit(member.person)
        self.phone = QLineEdit(member.phone)
        self.remove = QToolButton()
        self.remove.setIcon(icons.get("close", "muted"))
        words = QCoreApplication.translate("MembersField", "Remove {name} from the project")
        self.remove.setToolTip(words.format(name=member.company.name))
        self.remove.clicked.connect(self.removed)
        self.role.currentIndexChanged.connect(lambda _: self.changed.emit())
        for line, caption in zip(self.lines, _captions()[1:], strict=True):
            line.setAccessibleName(caption)
            line.textChanged.connect(lambda _: self.changed.emit())
            line.textChanged.connect(line.setToolTip)
            line.setToolTip(line.text())
        for line in self.lines:
            line.setCursorPosition(0)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The typed parts, as the columns stand."""
        return (self.name, self.code, self.person, self.phone)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Everything in the row."""
        return (self.role, *self.lines, self.remove)

    @property
    def member(self) -> Member:
        """What stands in the row."""
        name = self.name.text().strip()
        known = self._company
        company = known if name == known.name or not known.name else replace(known, id=_fresh())
        code = normalise_credit_code(self.code.text())
        return Member(
            replace(company, name=name, credit_code=code),
            CompanyRole(self.role.currentData()),
            self.person.text().strip(),
            normalise_phone(self.phone.text()),
        )


class MembersField(Field):
    """The value is a tuple of Member; rows without a name do not count."""

    def __init__(self) -> None:
        room = QWidget()
        super().__init__(room)
        self.rows: list[_Row] = []
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        for place, (caption, width) in enumerate(zip(_captions(), WIDTHS, strict=True)):
            label = QLabel(caption)
            theme.mark(label, "role", "caption")
            self._grid.addWidget(label, 0, place)
            if width:
                self._grid.setColumnMinimumWidth(place, theme.px(width))
            self._grid.setColumnStretch(place, 0 if width else 1)
        self.more = QPushButton(
            icons.get("plus", "accent"), QCoreApplication.translate("MembersField", "Add a company")
        )
        theme.mark(self.more, "kind", "quiet")
        self.more.clicked.connect(lambda _=False: self.add_row())
        column.addLayout(self._grid)
        column.addWidget(self.more)
        self._next = 1

    def add_row(self, member: Member | None = None) -> None:
        """Add a row; an empty one gets the cursor."""
        subcontractor = Member(Company(_fresh(), ""), CompanyRole.SUBCONTRACTOR)
        row = _Row(member or subcontractor)
        row.setParent(self)
        row.hide()
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        for place, part in enumerate(row.parts):
            width = WIDTHS[place] if place < len(WIDTHS) else 0
            if width:
                part.setFixedWidth(theme.px(width))
            self._grid.addWidget(part, self._next, place)
        self._next += 1
        if member is None:
            row.name.setFocus()
            self.changed.emit()

    def reading(self) -> object:
        """Return the companies."""
        return tuple(row.member for row in self.rows if row.name.text().strip())

    def set_value(self, value: object) -> None:
        """Show companies, and the three that a project always has."""
        while self.rows:
            self._drop(self.rows[-1])
        members = list(value) if isinstance(value, tuple) else []
        needed = (CompanyRole.OWNER, CompanyRole.GENERAL_CONTRACTOR, CompanyRole.SUBCONTRACTOR)
        held = {member.role for member in members}
        members += [Member(Company(_fresh(), ""), role) for role in needed if role not in held]
        order = list(CompanyRole)
        for member in sorted(members, key=lambda one: order.index(one.role)):
            self.add_row(member)

    def mark_fault(self, *, faulty: bool) -> None:
        """Draw the rows' borders in red, or as usual; the words below say which."""
        for row in self.rows:
            blank = not row.name.text().strip()
            theme.mark(row.name, "fault", "true" if faulty and blank else "false")

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        self.changed.emit()

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        for part in row.parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        row.deleteLater()


def _fresh() -> CompanyId:
    return CompanyId(new_id())


def _captions() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("MembersField", "Part"),
        QCoreApplication.translate("MembersField", "Full registered name"),
        QCoreApplication.translate("MembersField", "Credit code"),
        QCoreApplication.translate("MembersField", "In charge"),
        QCoreApplication.translate("MembersField", "Phone"),
    )


def role_words() -> tuple[tuple[CompanyRole, str], ...]:
    """Return every part a company plays, with its word."""
    return (
        (CompanyRole.OWNER, QCoreApplication.translate("MembersField", "Owner")),
        (
            CompanyRole.GENERAL_CONTRACTOR,
            QCoreApplication.translate("MembersField", "General contractor"),
        ),
        (CompanyRole.SUBCONTRACTOR, QCoreApplication.translate("MembersField", "Subcontractor")),
        (
            CompanyRole.LABOUR_COMPANY,
            QCoreApplication.translate("MembersField", "Labour company"),
        ),
        (CompanyRole.SUPERVISOR, QCoreApplication.translate("MembersField", "Supervisor")),
    )
