"""The words under an answer that say which plan it comes from."""

from __future__ import annotations

from sscb_graph.model.dates import in_words
from sscb_graph.questions.answer import Answer, Origin, PlanLine
from sscb_graph.resources import SHIPPED


def is_draft(answer: Answer) -> bool:
    """Whether the plan that answers is another than the shipped one."""
    return answer.origin.seed != SHIPPED


def plan_sentence(answer: Answer) -> str:
    """Which plan answers, and of what period; a plan other than the shipped one is a draft, and its folder is named."""
    origin = answer.origin
    title = _titled(answer.plan) if answer.plan else origin.plan
    loaded = f", loaded {in_words(origin.loaded_on, short=True)}" if origin.loaded_on else ""
    return f"DRAFT: {title}, from {origin.seed}{loaded}." if is_draft(answer) else f"{title}{loaded}."


def _titled(plan: PlanLine) -> str:
    days = [in_words(day) for day in (plan.starts, plan.until) if day]
    return f"{plan.title} ({' to '.join(days)})" if days else plan.title


def origin_line(origin: Origin) -> str:
    """The store, plan and seed that an answer comes from, as a sentence."""
    load = f", {origin.load}" if origin.load else ""
    # 19 characters of the digest are "sha256:" and 12 hexadecimal digits: enough to tell two folders apart.
    return f"From {origin.seed} ({origin.plan}, {origin.digest[:19]}), {origin.store} store{load}."
