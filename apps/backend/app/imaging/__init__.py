"""Pixels: decode safely, turn upright, thumbnails, pages."""
