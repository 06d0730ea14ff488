"""An answer as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sscb_graph.questions.answer import Answer


def format_json(answer: Answer) -> str:
    """The JSON envelope of the contract: question, parameters, columns, rows, notes and origin."""
    return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2)


def json_text(answers: Sequence[Answer]) -> str:
    """An answer as JSON, or several as a list."""
    texts = [format_json(answer) for answer in answers]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
