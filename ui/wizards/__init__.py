"""Guided steps: the first office, a project, a roster."""
