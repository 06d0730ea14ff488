"""What a governance lead types on a working day: every line is understood as meant, or asked back."""

from __future__ import annotations

import json
import shlex

import pytest

from tests.conftest import run_sscb

#: What is typed after "sscb", and the question that answers it with what its parameters then are.
UNDERSTOOD: dict[str, tuple[str, dict[str, object]]] = {
    "trace rec 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "trace Rec. 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "trace OFSTED 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "trace 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "trace Ofsted recommendation no. 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "trace peer review 3": ("responses-to-recommendation", {"recommendation": "peer-3"}),
    "trace the peer review": ("report-coverage", {"report": "report-peer"}),
    "trace 2.4": ("action-chain", {"actions": ["p2-2.4"]}),
    "trace Action 2.5a": ("action-chain", {"actions": ["p2-2.5a"]}),
    "trace priority 2": ("actions-of-priority", {"priority": "priority-2"}),
    "trace L'&'D": ("actions-of-body", {"body": "learning-and-development"}),
    "trace online safety": ("actions-of-body", {"body": "online-safety"}),
    "about the Board": ("about-body", {"body": "sscb"}),
    "about bg": ("about-body", {"body": "business-group"}),
    "about DAMB": ("about-body", {"body": "damb"}),
    "about Domestic Abuse Management Board": ("about-body", {"body": "damb"}),
    "about 2.4": ("action-chain", {"actions": ["p2-2.4"]}),
    "about priority 2": ("actions-of-priority", {"priority": "priority-2"}),
    "about ofsted 22": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "about QA and P": ("about-body", {"body": "qap"}),
    "who leads Action 2.4": ("who-leads", {"actions": ["p2-2.4"]}),
    "who leads 2.4 and 2.6": ("who-leads", {"actions": ["p2-2.4", "p2-2.6"]}),
    "who led-by Early Help": ("led-by", {"body": "early-help"}),
    "who reports-to the Business Group": ("reports-to", {"body": "business-group"}),
    "line Neglect Group": ("line-to-board", {"body": "neglect"}),
    "line neglect": ("line-to-board", {"body": "neglect"}),
    "due --by '30 June 2018'": ("due-by", {"by": "2018-06-30"}),
    "due --by 30/6/18": ("due-by", {"by": "2018-06-30"}),
    "due --by 'end of June 2018'": ("due-by", {"by": "2018-06-30"}),
    "due --by 'Q3 2018'": ("due-by", {"by": "2018-09-30"}),
    "due --overdue --as-at '1st October 2018'": ("overdue", {"as_at": "2018-10-01"}),
    "path rec 22 to the Board": ("path", {"start": "ofsted-22", "end": "sscb"}),
    "search Level of Needs": ("search", {"text": "level of needs"}),
    "ask who is accountable for 2.4": ("who-leads", {"actions": ["p2-2.4"]}),
    "ask 'Who is responsible for action 2.4?'": ("who-leads", {"actions": ["p2-2.4"]}),
    "ask 'What are we doing about Ofsted 22?'": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "ask 'Which actions answer recommendation 22?'": ("actions-by-recommendation", {"recommendation": "ofsted-22"}),
    "ask 'What does the Neglect Group lead?'": ("led-by", {"body": "neglect"}),
    "ask 'Who does the Neglect Group report to?'": ("line-to-board", {"body": "neglect"}),
    "ask 'Who reports to the Business Group?'": ("reports-to", {"body": "business-group"}),
    "ask 'What was overdue on 1 October 2018?'": ("overdue", {"as_at": "2018-10-01"}),
    "ask 'What is due by Q3 2018?'": ("due-by", {"by": "2018-09-30"}),
    "ask 'Which recommendations have no action?'": ("gaps", {}),
    "ask 'Which groups are under review?'": ("under-review", {}),
    "ask 'Which groups lead nothing?'": ("bodies-without-action", {}),
    "ask 'How are we doing?'": ("summary-by-priority", {}),
    "ask 'Who sits on the Executive?'": ("membership", {"body": "executive"}),
    "ask 'How well is the peer review covered?'": ("report-coverage", {"report": "report-peer"}),
    "ask 'What replaced what?'": ("replaced-or-renamed", {}),
    "ask 'How is Ofsted 22 connected to the SSCB?'": ("path", {"start": "ofsted-22", "end": "sscb"}),
}

#: What is typed and cannot be told for sure, and what the question back must say.
ASKED_BACK = {
    "about health": "Health agency; Health Sub Group",
    "who led-by Education": "Education agency; Education Sub Group",
    "about group": "fits more than one body",
    "trace rec 999": "the numbers of the report go from 1 to 110",
    "trace 2.99": "No action in the plan is called '2.99'",
    "trace cqc 1": "The reports of the plan: ofsted, peer",
    "trace priority 9": "priority in the plan is called '9'",
    "line bussines gropu chair": "No body in the plan",
    "due --by June": "it has no year",
    "due --by 'Q2 2018/19'": "quarters here are those of the calendar year",
    "due --by 06/30/2018": "write a day as",
    "due --by 2018": "not clear which day",
    "path Neglect Group please": "Name two things",
    "ask who is not accountable for 2.4": "sscb who leads 2.4",
    "ask what is due in June 2018": 'sscb due --by "june 2018"',
    "ask what does health lead": "Health agency; Health Sub Group",
    "ask is it going well": "The nearest that can be asked",
}


def test_there_are_forty() -> None:
    assert len(UNDERSTOOD) >= 40


@pytest.mark.parametrize("typed", UNDERSTOOD)
def test_it_is_understood_as_meant(typed: str) -> None:
    question, parameters = UNDERSTOOD[typed]
    ran = run_sscb(*shlex.split(typed), "--format", "json")
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    assert answer["question"] == question
    assert parameters.items() <= answer["parameters"].items()


@pytest.mark.parametrize("typed", ASKED_BACK)
def test_it_is_asked_back(typed: str) -> None:
    ran = run_sscb(*shlex.split(typed))
    assert (ran.code, ran.out) == (2, "")
    assert ASKED_BACK[typed] in ran.err
