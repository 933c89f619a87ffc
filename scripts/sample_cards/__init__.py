"""Draws catalogue cards that look scanned, and the truth that belongs to them."""
