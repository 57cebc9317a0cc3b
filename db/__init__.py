"""The books: the only SQLAlchemy and the only sqlcipher3."""
