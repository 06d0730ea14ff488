"""Questions in plain English: what is understood, what is asked back, and that nothing is guessed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sscb_graph.cli.commands_of import COMMANDS
from sscb_graph.errors import AmbiguousName, SscbError
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.questions.phrasing import Phrasing, content_words
from sscb_graph.questions.spans import Named, cut
from sscb_graph.questions.understanding import Meaning, is_sure, meanings

#: What may stand in a phrasing for each kind.
EXAMPLES = {
    "action": "2.4",
    "body": "Business Group",
    "day": "30 June 2018",
    "ids": "QA&P",
    "priority": "priority 2",
    "recommendation": "ofsted 22",
    "report": "peer review",
    "text": "safeguarding thresholds",
    "thing": "Neglect Group",
}
PHRASINGS = [(question, phrasing) for question in all_questions() for phrasing in question.phrasings]


def understood(plan: OpenPlan, sentence: str) -> Meaning | None:
    """What a sentence means for sure."""
    found = plan.read(lambda reading: meanings(reading.names, sentence))
    best = next((meaning for meaning in found if meaning.complete), None)
    others = [meaning for meaning in found if best is not None and meaning.question.name != best.question.name]
    return best if best is not None and is_sure(best, others) else None


def filled(phrasing: Phrasing) -> str:
    return phrasing.filled([EXAMPLES[slot] for slot in phrasing.slots])


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_question_can_be_asked_in_three_ways(question: Question) -> None:
    assert len({phrasing.words for phrasing in question.phrasings}) >= 3


@pytest.mark.parametrize(("question", "phrasing"), PHRASINGS, ids=lambda value: getattr(value, "text", ""))
def test_every_phrasing_is_understood_as_its_question(surrey: OpenPlan, question: Question, phrasing: Phrasing) -> None:
    meaning = understood(surrey, f"{filled(phrasing).capitalize()}?")
    assert meaning is not None
    assert (meaning.question.name, meaning.phrasing.values) == (question.name, phrasing.values)
    assert [named.text.lower() for named in meaning.named] == [EXAMPLES[slot].lower() for slot in phrasing.slots]


def test_no_two_questions_are_asked_in_the_same_words() -> None:
    for (one, first), (other, second) in combinations(PHRASINGS, 2):
        if one is not other:
            assert (first.words, first.values) != (second.words, second.values), (one.name, other.name, first.text)


@pytest.mark.parametrize("word", ["not", "never", "no", "except", "without", "yesterday", "why", "tomatoes"])
@pytest.mark.parametrize(
    ("question", "phrasing"),
    [(question, question.phrasings[0]) for question in all_questions() if question.name != "search"],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_word_too_many_is_asked_back(surrey: OpenPlan, question: Question, phrasing: Phrasing, word: str) -> None:
    if word in phrasing.words:
        pytest.skip("the word is part of this phrasing")
    words = filled(phrasing).split()
    assert understood(surrey, " ".join([words[0], word, *words[1:]])) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "which recommendations are cited",
        "what is due in June 2018",
        "what is due before 30 June 2018",
        "who leads",
        "reports to Business Group",
        "does neglect lead the board",
        "who does Neglect Group report to and who reports to Business Group",
        "2.4",
        "what is incomplete",
        "is Ofsted 22 done",
        "why",
        "?",
    ],
)
def test_what_is_not_clear_is_asked_back(surrey: OpenPlan, sentence: str) -> None:
    assert understood(surrey, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Who reports to the Business Group?", "reports-to"),
        ("Who does the Business Group report to?", "line-to-board"),
        ("whom does bg report to", "line-to-board"),
        ("what does bg lead", "led-by"),
        ("Who leads on 2.11 & 3.2?", "who-leads"),
        ("who is resposible for action 2.4", "who-leads"),
        ("Could you please tell me who is accountable for 2.4", "who-leads"),
        ("which actions are overdue on 30/06/18", "overdue"),
        ("which sub groups are under review", None),
        ("what answers ofsted", "report-coverage"),
        ("about ofsted", "about-body"),
    ],
)
def test_order_names_and_spelling(surrey: OpenPlan, sentence: str, question: str | None) -> None:
    meaning = understood(surrey, sentence)
    assert (meaning.question.name if meaning else None) == question


def test_a_sentence_is_cut_at_what_it_names(surrey: OpenPlan) -> None:
    sentence = "By Q2 2018, who leads 2.4, priority 2 and recs 22, 24 and 31 of L&D?"
    parts = surrey.read(lambda reading: cut(reading.names, sentence, frozenset())).parts
    named = [(part.text, part.kinds) for part in parts if not isinstance(part, str)]
    assert named == [
        ("q2 2018", ("day",)),
        ("2.4", ("action",)),
        ("priority 2", ("priority",)),
        ("recs 22, 24 and 31", ("recommendation",)),
        ("l&d", ("body",)),
    ]


@pytest.mark.parametrize("sentence", ["who leads rec 999", "what is under priority 9", "who leads action 9.9"])
def test_a_number_that_the_plan_does_not_have_is_told(surrey: OpenPlan, sentence: str) -> None:
    with pytest.raises(SscbError, match="9"):
        surrey.read(lambda reading: meanings(reading.names, sentence))


def test_fillers_are_no_content() -> None:
    assert content_words("Could you please tell me who is accountable for {action}") == (
        "who",
        "accountable",
        "for",
        "{action}",
    )


def test_every_command_is_that_of_a_question() -> None:
    assert set(COMMANDS) <= {question.name for question in all_questions()}


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_or_refused(surrey: OpenPlan, text: str) -> None:
    try:
        found = surrey.read(lambda reading: meanings(reading.names, text))
    except SscbError:
        return
    assert len(found) >= 3


KNOWN = """who what leads reports to 2.4 22 ofsted health bg {body} not June 2018 , priority 2 and"""
WORDS = st.sampled_from(KNOWN.split())


@given(st.lists(WORDS, max_size=8).map(" ".join))
@example("what what what 2")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_understood_has_every_word_and_everything_named(surrey: OpenPlan, sentence: str) -> None:
    try:
        meaning = understood(surrey, sentence)
    except SscbError:
        return
    if meaning is not None:
        said = content_words(meaning.phrasing.text.format_map({slot: "" for slot in meaning.phrasing.slots}))
        left = sentence.replace(",", " ").lower()
        for named in meaning.named:
            left = left.replace(named.text, " ", 1)
        # A word that is said twice asks for nothing more.
        assert len(set(content_words(left))) <= len(said) + 1, meaning
        assert "not" not in left.split()


def test_an_ambiguous_name_is_never_chosen(surrey: OpenPlan) -> None:
    meaning = understood(surrey, "what does health lead")
    assert meaning is not None
    assert meaning.named == (Named("body", "health", sure=False),)
    with pytest.raises(AmbiguousName):
        surrey.read(lambda reading: reading.names.body("health"))
