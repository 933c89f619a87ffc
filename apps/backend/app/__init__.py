"""Indexcards: drawers of scanned index cards become checked records."""
