"""One project: its facts, teams, holidays, minimum wages."""
