"""The figures of ``bench/RESULTS.md``: ``python -m bench`` from the root of the repository."""
