"""An answer as JSON, for programs."""

from __future__ import annotations

import json

from sscb_graph.questions.answer import Answer


def format_json(answer: Answer) -> str:
    """The JSON envelope of the contract: question, parameters, columns, rows, notes and origin."""
    return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2)
