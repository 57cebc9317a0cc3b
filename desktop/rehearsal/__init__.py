"""A stand-in bank on loopback, for the demo, for training and for tests."""
