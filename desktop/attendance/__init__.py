"""Attendance formats, one file a device."""
