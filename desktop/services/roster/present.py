"""What the books say of a project, as far as a roster file is compared with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.ids import ProjectId
from desktop.domain.project import Project, Team
from desktop.domain.watch import WatchIndex
from desktop.domain.worker import Worker
from desktop.ports.books import Books
from desktop.services.roster import books as roster_books


@dataclass
class Present:
    """What the books say, read once for a file and kept while its rows are mended."""

    project: Project
    workers: tuple[Worker, ...]
    teams: tuple[Team, ...]
    open_from: date
    """First day of the first month that is not locked."""
    lists: WatchIndex
    others: dict[str, Worker] = field(default_factory=dict)
    """Workers of other projects, by number."""
    asked: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, books: Books, project: ProjectId) -> Present:
        """Read what a file is compared with."""
        return cls(
            books.projects.get(project),
            books.workers.of_project(project),
            books.projects.teams(project),
            roster_books.open_from(books, project)(),
            WatchIndex.of(books.watch.all()),
        )

    def ask(self, books: Books, numbers: Iterable[str]) -> None:
        """Look up those numbers in other projects that have not been looked up."""
        here = {worker.id_number for worker in self.workers}
        strangers = {number for number in numbers if number not in here} - self.asked
        self.others |= books.workers.by_id_numbers(strangers)
        self.asked |= strangers

    def all_known(self) -> dict[str, Worker]:
        """Return workers by number: of this project, and of others that the file names."""
        return {**self.others, **{worker.id_number: worker for worker in self.workers}}
