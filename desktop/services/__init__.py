"""Verbs the clerk would say: open the books, do one thing, commit, say what was touched."""
