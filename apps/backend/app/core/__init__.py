"""Settings, errors, logging, atomic files."""
