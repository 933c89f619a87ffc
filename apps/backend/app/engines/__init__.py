"""Readers of cards; no SQL, no HTTP server."""
