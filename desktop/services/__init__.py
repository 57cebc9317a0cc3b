"""Verbs the clerk would say; each opens the books, does one thing, commits, says what it touched."""
