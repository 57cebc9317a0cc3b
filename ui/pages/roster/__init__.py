"""The workers of a project."""
