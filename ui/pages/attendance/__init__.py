"""The month's attendance: a row a worker, a column a day."""
