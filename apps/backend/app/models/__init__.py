"""Shapes without behaviour."""
