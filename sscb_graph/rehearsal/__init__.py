"""Rehearses a proposal on a plan: proposal -> changes -> edits -> the plan's graph after them -> what follows."""
