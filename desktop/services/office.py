"""The office: every service in one frozen value; screens and commands ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ports.clock import Clock
from desktop.services.ages import Ages
from desktop.services.attendance import Attendance
from desktop.services.contracts import Contracts
from desktop.services.disbursement import Disbursement
from desktop.services.documents import Documents
from desktop.services.exports import Exports
from desktop.services.exports.cards import Cards
from desktop.services.id_reading import IdReading
from desktop.services.likenesses import Likenesses
from desktop.services.movements import Movements
from desktop.services.notices import Notices
from desktop.services.overview import Overview
from desktop.services.papers import Papers
from desktop.services.payability import Payability
from desktop.services.payroll import Payroll
from desktop.services.people import People, Seated
from desktop.services.projects import Projects
from desktop.services.rare_fonts import RareFonts
from desktop.services.review import Review
from desktop.services.roster import Roster
from desktop.services.safekeeping import Safekeeping
from desktop.services.scanning import Scanning
from desktop.services.search import Search
from desktop.services.signing import Signing
from desktop.services.watch import Watch


@dataclass(frozen=True, slots=True)
class Office:
    """One opened office."""

    people: People
    projects: Projects
    roster: Roster
    watch: Watch
    ages: Ages
    movements: Movements
    exports: Exports
    cards: Cards
    reader: IdReading
    likenesses: Likenesses
    fonts: RareFonts
    contracts: Contracts
    attendance: Attendance
    review: Review
    payroll: Payroll
    payability: Payability
    signing: Signing
    scanning: Scanning
    notices: Notices
    documents: Documents
    papers: Papers
    disbursement: Disbursement
    safekeeping: Safekeeping
    overview: Overview
    search: Search
    clock: Clock
    seat: Seated
    close: Callable[[], None]
    """Makes the closing copy, lets go of the books and their lock."""
