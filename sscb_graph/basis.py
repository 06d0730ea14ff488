"""Basis: how the plan supports a fact."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """How the plan supports a fact, strongest first."""

    STATED = "stated"
    INHERITED = "inherited"
    INFERRED = "inferred"
    ASSUMED = "assumed"

    @property
    def rank(self) -> int:
        """0 for stated up to 3 for assumed: the weakest fact of a chain has the highest rank."""
        return BASES.index(self.value)


BASES: tuple[str, ...] = tuple(basis.value for basis in Basis)
