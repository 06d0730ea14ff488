"""Attacks on the tool, by scripts of its own.

``python -m tests.attack`` runs all of them in their full counts and prints a
line of figures for each; the test suite runs each of them with small counts,
so that none of them rots.
"""
