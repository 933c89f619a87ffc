"""Use cases; they know the session, never HTTP."""
