"""The questions of an inspection morning, asked as a newcomer asks them: the first screen answers each."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import run_sscb

#: The lines and columns of a screen, on which the next prompt stands too.
LINES, COLUMNS = 23, 80

#: What an inspector asks, what is typed, and what the plan says (read from its text).
MORNING = [
    (
        "Which actions answer recommendation 22?",
        "trace rec 22",
        [
            "6 actions cite it. No status is recorded for any. Due: 5 by 30 September 2018, 1 by 31 December 2018.",
            "2.12",
        ],
    ),
    ("Who leads 2.4?", 'who leads "action 2.4"', ["2.4 is led by Early Help Task and Finish Group."]),
    ("Who is accountable for 2.4?", 'ask "who is accountable for 2.4?"', ["led by Early Help Task and Finish Group."]),
    ("Who reports to the Business Group?", "who reports-to bg", ["9 bodies report", "All lines are inferred."]),
    (
        "Does the Business Group report to the Board?",
        'ask "does the business group report to the board"',
        ["Business Group reports to Surrey Safeguarding Children Board."],
    ),
    (
        "What was overdue on 1 October 2018?",
        'due --overdue --as-at "1 October 2018"',
        ["29 actions were overdue on 1 October 2018", "Status: 1 Amber; none is recorded for 28."],
    ),
    (
        "What is due by the end of September?",
        "due --by 30/09/18",
        ["30 actions have a date on or before 30 September 2018"],
    ),
    ("Which actions are amber?", "actions --status amber", ["1 of the plan's 37 actions", "4.1", "Amber"]),
    ("What stands under priority 4?", 'about "priority 4"', ["8 actions stand under Priority 4."]),
    (
        "How does the Neglect Group get to the Board?",
        "line Neglect Group",
        [
            "reports to Business Group, which reports to Surrey Safeguarding Children Board.",
            "The line as a whole is inferred.",
        ],
    ),
    (
        "Which groups are under review?",
        "review",
        ["4 groups are under review.", "Neglect Task and Finish Group in March 2019 only"],
    ),
    (
        "What is decided, what only proposed, and by whom?",
        'ask "what is proposed and by whom"',
        ["6 proposed to continue"],
    ),
    ("What does the plan leave open?", "gaps", ["40 recommendations no action cites", "35 actions without a status"]),
    (
        "Which recommendations are not covered?",
        'ask "which recommendations are not covered?"',
        ["40 recommendations no action cites (11"],
    ),
    (
        "Which groups lead nothing?",
        "who leads-nothing",
        ["Executive, Child Death Overview Panel, Online Safety Group and Area Sub Groups."],
    ),
    ("Is anybody named as chair?", 'ask "is anybody named as chair"', ["Every chair is a post: no person is named."]),
    (
        "Which groups are statutory?",
        "who statutory",
        ["The plan calls 2 bodies statutory: Child Death Overview Panel and Strategic Case Review Group."],
    ),
    ("What does the Domestic Abuse board do?", "about DAMB", ["board (inferred).", "It leads 4 actions"]),
    ("What has been done about peer review 3?", "trace peer 3", ["1 thing responds to it.", "Executive"]),
    ("Where does the plan speak of the MASH?", "search MASH", ["8 places of the plan hold these words."]),
    ("How far is the plan?", "summary", ["37 actions under 4 priorities", "no status is recorded for 35"]),
    ("How many citations are there?", "totals", ["77 stated citations of 23 numbers by 24 rows."]),
    (
        "What does QA&P stand for?",
        'ask "what does QA&P stand for?"',
        ["QA&P stands for Quality Assurance and Performance."],
    ),
    ("Who is accountable above 2.3?", "path 2.3 SSCB", ["There is no line of accountability", "stops at QA Officer."]),
    ("Is the plan itself sound?", "check", ["214 of 214 findings are not accepted", "numbers that several rows carry"]),
    ("What does the Learning group lead?", "who led-by L&D", ["It leads 6 actions: 1 alone and 5 jointly."]),
    ("Is item 21 a recommendation?", "trace 21", ["Ofsted 21 (a finding", "1 action cites it."]),
]


@pytest.mark.parametrize(("question", "typed", "answers"), MORNING, ids=[question for question, *_ in MORNING])
def test_the_first_screen_answers(question: str, typed: str, answers: list[str]) -> None:
    ran = run_sscb(*shlex.split(typed))
    assert ran.err == ""
    lines = ran.out.splitlines()[:LINES]
    assert all(len(line) <= COLUMNS for line in lines)
    screen = " ".join(" ".join(lines).split())
    missing = [answer for answer in answers if answer not in screen]
    assert not missing, ran.out
    assert not re.search(r"\bp\d-\d", screen), "an id of a row is no word of people"


def test_there_are_at_least_twenty_five() -> None:
    assert len({typed for _, typed, _ in MORNING}) >= 25
