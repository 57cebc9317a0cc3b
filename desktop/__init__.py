"""The office itself: facts, services and the two ways in (command line and window)."""
