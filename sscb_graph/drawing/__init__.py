"""Answers -> pictures -> DOT, SVG, PNG, PDF and the same as text."""
