"""The office: persons, safe copies, appearance, journal."""
