"""Contracts, the entry gate, trainings and insurance."""
