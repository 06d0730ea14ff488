"""What people type: numbers without their report, several at once, names without quotation marks, dates, help."""

from __future__ import annotations

import json
import shlex

import pytest

from sscb_graph.model import typed_days
from tests.cli.tree import COMMANDS
from tests.conftest import SeedCopy, run_sscb

#: Command lines, and the one that a careful reader of the help would type in their place.
SAME = {
    "trace rec 22": "trace ofsted 22",
    "trace 'Ofsted 22'": "trace ofsted 22",
    "trace 22": "trace ofsted 22",
    "trace 'rec. 22'": "trace ofsted 22",
    "trace recommendation 22": "trace ofsted 22",
    "trace Finding no. 22": "trace ofsted 22",
    "about ofsted 22": "trace ofsted 22",
    "about 'rec 22'": "trace ofsted 22",
    "trace peer review 3": "trace peer 3",
    "trace peer review": "trace peer",
    "about peer review": "trace peer",
    "trace ofsted 22,24": "trace ofsted 22 24",
    "trace 22 and 24": "trace ofsted 22 24",
    "trace ofsted 22, ofsted 24": "trace ofsted 22 24",
    "trace 2.4": "trace action 2.4",
    "trace 'action 2.4'": "trace action 2.4",
    "trace p2-2.4": "trace action 2.4",
    "trace action action 2.4": "trace action 2.4",
    "about 2.4": "trace action 2.4",
    "about action 2.4": "trace action 2.4",
    "trace 2.4, 2.6": "trace action 2.4 2.6",
    "trace 2.11 '&' 3.2": "trace action 2.11",
    "who leads 'action 2.4'": "who leads 2.4",
    "who leads action 2.4": "who leads 2.4",
    "trace priority priority 2": "trace priority 2",
    "trace 'priority 2'": "trace priority 2",
    "about 'priority 2'": "trace priority 2",
    "about priority 2": "trace priority 2",
    "trace Business Group": "trace body 'Business Group'",
    "about Neglect Group": "about 'Neglect Group'",
    "line Neglect Group": "line 'Neglect Group'",
    "line the Neglect Group": "line 'Neglect Group'",
    "who reports-to Business Group": "who reports-to 'Business Group'",
    "who reports-to Business Group --all-levels": "who reports-to 'Business Group' --all-levels",
    "who led-by QA and P": "who led-by 'QA&P'",
    "who members the Executive": "who members Executive",
    "path ofsted 22 SSCB": "path 'ofsted 22' SSCB",
    "path ofsted 22 to SSCB": "path 'ofsted 22' SSCB",
    "path Neglect Group to Business Group": "path 'Neglect Group' 'Business Group'",
    "path Neglect Group Business Group": "path 'Neglect Group' 'Business Group'",
    "about Health agency": "about health-sector",
    "due --by '30 June 2018'": "due --by 2018-06-30",
    "due --by '30 Jun 2018'": "due --by 2018-06-30",
    "due --by 30/06/2018": "due --by 2018-06-30",
    "due --overdue --as-at '1 October 2018'": "due --overdue --as-at 2018-10-01",
    "questions run due-by -p 'by=30 June 2018'": "due --by 2018-06-30",
}


def answers(line: str) -> object:
    ran = run_sscb(*shlex.split(line), "--format", "json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


@pytest.mark.parametrize("line", SAME)
def test_it_is_the_same_as_the_careful_command_line(line: str) -> None:
    assert answers(line) == answers(SAME[line])


@pytest.mark.parametrize(
    ("line", "careful", "how"),
    [
        ("about bg", "about 'Business Group'", "'bg' is read as the initials of Business Group."),
        ("who led-by SE", "who led-by 'Strategic Executive'", "'SE' is read as the initials of Strategic Executive."),
        ("line business grp", "line 'Business Group'", "'business grp' is read as Business Group."),
        ("due --by 30/06/18", "due --by 2018-06-30", "'30/06/18' is read as 30 June 2018."),
        ("due --by 'June 2018'", "due --by 2018-06-30", "'June 2018' is read as its last day, 30 June 2018."),
        ("due --by 2018-06", "due --by 2018-06-30", "'2018-06' is read as its last day, 30 June 2018."),
        ("due --by 'Q2 2018'", "due --by 2018-06-30", "calendar quarter April to June 2018: 30 June 2018."),
        ("due --overdue --as-at 'Sep 2018'", "due --overdue --as-at 2018-09-30", "its last day, 30 September 2018."),
    ],
)
def test_how_it_was_read_is_told_first_in_every_format(line: str, careful: str, how: str) -> None:
    answer, expected = answers(line), answers(careful)
    assert isinstance(answer, dict)
    assert isinstance(expected, dict)
    assert how in answer["notes"][0]
    assert answer == {**expected, "notes": [answer["notes"][0], *expected["notes"]]}
    assert how in " ".join(run_sscb(*shlex.split(line)).out.split())


def test_today_is_the_day_of_the_person_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_days, "today", lambda: "2018-10-01")
    today = run_sscb("due", "--overdue", "--as-at", "today", "--format", "json")
    assert today.rows == run_sscb("due", "--overdue", "--as-at", "2018-10-01", "--format", "json").rows
    assert "'today' is 1 October 2018." in today.out


@pytest.mark.parametrize("typed", ["Q2 2018/19", "June", "30 June", "2018", "06/30/2018", "June 18"])
def test_a_date_that_is_not_clear_is_asked_back(typed: str) -> None:
    ran = run_sscb("due", "--by", typed)
    assert ran.code == 2
    assert f"'{typed}' does not do for by: " in ran.err


def test_several_numbers_are_answered_one_below_the_other() -> None:
    both = run_sscb("trace", "ofsted", "22", "24", "31")
    assert both.code == 0
    places = [both.out.index(f"Ofsted {number} (a ") for number in (22, 24, 31)]
    assert places == sorted(places)
    listed = json.loads(run_sscb("trace", "ofsted", "22", "24", "31", "--format", "json").out)
    alone = [json.loads(run_sscb("trace", number, "--format", "json").out) for number in ("22", "24", "31")]
    assert listed == alone


def test_of_several_numbers_one_that_is_not_there_is_refused() -> None:
    ran = run_sscb("trace", "ofsted", "22", "999")
    assert (ran.code, ran.out) == (2, "")
    assert "'999'" in ran.err


@pytest.mark.parametrize("sector", ["health", "Education"])
@pytest.mark.parametrize("command", ["about", "trace", "trace body", "who led-by", "line", "who members"])
def test_a_sector_and_a_group_of_its_name_are_asked_back(command: str, sector: str) -> None:
    ran = run_sscb(*command.split(), sector)
    assert (ran.code, ran.out) == (2, "")
    name = sector.capitalize()
    assert f"'{sector}' fits more than one body: {name} agency; {name} Sub Group. Type one of these" in ran.err
    assert run_sscb(*command.split(), name, "Sub", "Group").code == 0
    assert run_sscb(*command.split(), name, "agency").code == 0


def test_help_is_a_command() -> None:
    assert run_sscb("help").out == run_sscb("--help").out
    assert run_sscb("help", "trace").out == run_sscb("trace", "--help").out
    assert run_sscb("help", "who", "leads").out == run_sscb("who", "leads", "--help").out


@pytest.mark.parametrize("path", [path for path in COMMANDS if path != ("trace", "WORD")], ids=" ".join)
def test_help_knows_every_command(path: tuple[str, ...]) -> None:
    assert run_sscb("help", *path).out == run_sscb(*path, "--help").out


#: Command lines whose answers suggest others.
SUGGESTING = [
    "trace ofsted 22",
    "trace 22 24",
    "trace peer",
    "trace action 2.4",
    "about Health Sub Group",
    "line bg",
    "who reports-to Business Group",
    "who leads 2.11 '&' 3.2",
    "due --by 'Q2 2018'",
    "summary --by lead",
    "gaps",
    "questions",
    "search MASH",
    "review",
]


def suggested(out: str) -> list[str]:
    lines = out.splitlines()
    return [line[6:] for line in lines if line.startswith(("Next: sscb ", "      sscb "))]


@pytest.mark.parametrize("line", SUGGESTING)
def test_a_suggested_command_can_be_pasted_with_the_options_of_the_tool(line: str, seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="another")
    folder = seed_copy.folder.rename(seed_copy.folder.parent / "my plan's copy")
    before = ["--seed", str(folder), "--plan", "another"]
    ran = run_sscb(*shlex.split(line), *before)
    assert ran.code == 0, ran.err
    steps = [shlex.split(step) for step in suggested(ran.out)]
    assert steps
    for step in steps:
        assert step[:5] == ["sscb", *before]
        assert run_sscb(*step[1:]).code == (1 if step[-1] == "check" else 0), step


def test_without_options_of_the_tool_a_suggested_command_has_none() -> None:
    assert all(" --seed " not in step for step in suggested(run_sscb("trace", "22").out))
