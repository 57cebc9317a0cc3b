"""What no program may do to the books, said in the engine's own words."""
# ruff: noqa: S608 - every part of these statements is a constant of this module

from __future__ import annotations

from collections.abc import Iterator

_JOURNAL = "the journal is append-only"
_LOCKED = "the wage sheet is locked"
_SHEET_OF = {
    "wage_line": "{row}.sheet",
    "wage_item": "(SELECT sheet FROM wage_line WHERE id = {row}.line)",
}


def first_triggers(dialect: str) -> Iterator[str]:
    """Yield the statements that protect the journal and locked wage sheets."""
    if dialect == "postgresql":
        yield from _server()
    else:
        yield from _file()


def _file() -> Iterator[str]:
    for act in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER journal_no_{act.lower()} BEFORE {act} ON journal "
            f"BEGIN SELECT RAISE(ABORT, '{_JOURNAL}'); END"
        )
        yield (
            f"CREATE TRIGGER wage_sheet_locked_{act.lower()} BEFORE {act} ON wage_sheet "
            f"WHEN OLD.state = 'locked' BEGIN SELECT RAISE(ABORT, '{_LOCKED}'); END"
        )
    for table, sheet in _SHEET_OF.items():
        for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            own = sheet.format(row=row)
            yield (
                f"CREATE TRIGGER {table}_locked_{act.lower()} BEFORE {act} ON {table} "
                f"WHEN (SELECT state FROM wage_sheet WHERE id = {own}) = 'locked' "
                f"BEGIN SELECT RAISE(ABORT, '{_LOCKED}'); END"
            )


def _server() -> Iterator[str]:
    yield (
        "CREATE FUNCTION anxin_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$"
    )
    yield (
        "CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal "
        f"FOR EACH ROW EXECUTE FUNCTION anxin_refuse('{_JOURNAL}')"
    )
    yield (
        "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal "
        f"FOR EACH STATEMENT EXECUTE FUNCTION anxin_refuse('{_JOURNAL}')"
    )
    yield (
        "CREATE TRIGGER wage_sheet_locked BEFORE UPDATE OR DELETE ON wage_sheet "
        "FOR EACH ROW WHEN (OLD.state = 'locked') "
        f"EXECUTE FUNCTION anxin_refuse('{_LOCKED}')"
    )
    for table, sheet in _SHEET_OF.items():
        yield _server_function(table, sheet)
        yield (
            f"CREATE TRIGGER {table}_locked BEFORE INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION anxin_{table}_locked()"
        )


def _server_function(table: str, sheet: str) -> str:
    """Read the sheet's state under a share lock, so that locking it waits for us or we for it."""
    return (
        f"CREATE FUNCTION anxin_{table}_locked() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"DECLARE row_of {table}; found text; BEGIN "
        "IF TG_OP = 'INSERT' THEN row_of := NEW; ELSE row_of := OLD; END IF; "
        f"SELECT state INTO found FROM wage_sheet WHERE id = {sheet.format(row='row_of')} "
        "FOR SHARE; "
        f"IF found = 'locked' THEN RAISE EXCEPTION '{_LOCKED}'; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    )
