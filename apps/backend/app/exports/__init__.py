"""Formats that leave the house; no SQL."""
