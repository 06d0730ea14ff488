"""A new plan's folder: empty, or a copy of the shipped one, with a README of its columns."""

from __future__ import annotations

import re

from sscb_graph.errors import visible
from sscb_graph.folder.csv_cells import write_csv
from sscb_graph.folder.references import ANY_FILE, files_named
from sscb_graph.folder.source import read_folder
from sscb_graph.model import RECORDS, Based, DatedFact, Fact, Plan, Record
from sscb_graph.model.cells import is_id
from sscb_graph.resources import seed_folder
from sscb_graph.text import slug

README = "README.md"


def empty_plan(name: str) -> dict[str, bytes]:
    """The files of a plan that holds only its own row, by file name; its title is ``name``, made visible."""
    key = slug(re.sub(r"[^A-Za-z0-9]+", "-", name)).strip("-.") or "my-plan"
    key = key if is_id(key) else f"plan-{key}"
    title = visible(name).strip() or key  # a folder's name may hold control characters
    files = {record.FILE: write_csv(record.columns(), []) for record in RECORDS}
    files[Plan.FILE] = write_csv(Plan.columns(), [{"id": key, "title": title, "short_title": title}])
    return {**files, README: readme().encode()}


def example_plan() -> dict[str, bytes]:
    """The files of the shipped plan, by file name, for editing."""
    return {**read_folder(seed_folder()).files, README: readme().encode()}


def readme() -> str:
    """The page that explains every file and column of a plan's folder, in Markdown."""
    return "\n\n".join([_INTRODUCTION, *(_section(record) for record in RECORDS)]) + "\n"


def _section(record: type[Record]) -> str:
    lines = [f"## {record.FILE}", "", record.MEANING, "", "| column | needed | what it holds |", "| --- | --- | --- |"]
    for name, column in record.columns().items():
        needed = "yes" if column.is_required() else "no"
        files = files_named(record, name) if name in record.REFERENCES and name != "written_in" else ANY_FILE
        where = "" if files == ANY_FILE else f" ({files})"
        lines.append(f"| {name} | {needed} | {column.description}{where} |")
    if rules := _rules(record):
        lines += ["", rules]
    return "\n".join(lines)


def _rules(record: type[Record]) -> str:
    """How the columns of a record depend on each other, in sentences."""
    rules = []
    if issubclass(record, Fact):
        rules.append(
            "A stated fact needs `written_in` and `quote`, and a recorded one `recorded_by` and `recorded_on`;"
        )
        rules.append("any other basis needs a `reason`.")
    elif issubclass(record, Based):
        rules.append("What is recorded needs `recorded_by` and `recorded_on`.")
    if issubclass(record, Fact):
        rules.append("`confirmed_by` and `confirmed_on` go together.")
    if issubclass(record, DatedFact):
        rules.append("A fact with an `until` date is kept and exported, and no longer counts in answers.")
    return " ".join(rules)


_INTRODUCTION = """# A plan, as a folder of CSV files

Each file holds one kind of record; each row is one record. Open them in Excel, correct a cell, save as
"CSV UTF-8 (comma delimited)", and ask again: the answers follow. `sscb check` says what is questionable, and a
mistake in a file is reported with its file, row and column before anything is loaded.

- **Ids** (`p2-2.10`, `business-group`) tie the files together. They never change, and they begin with a letter so
  that a spreadsheet leaves them alone. A column that names several ids separates them with `;`.
- **Dates** are written `2018-06-30`, `30/06/2018` or `30 June 2018`; a month alone is `2018-06`, `June 2018` or
  `Jun-18`, as a spreadsheet shows it. A blank date is unknown.
- **Basis** says how a fact is supported: `stated` (the document says it), `recorded` (the partnership entered it after
  the plan: `recorded_by` a post or a minute, `recorded_on` a day), `inherited` (a blank cell that shares the row
  above), `inferred` (reasoned from a statement; the reason is given) or `assumed` (ours, to be confirmed).
- **Quotes** are the document's own words. Each must stand, word for word, in the passage or row that `written_in`
  names; several quotes are separated by ` | `.
- **Confirming a line** that the document does not state: fill in `confirmed_by` (a post or a minute) and
  `confirmed_on` in `relations.csv`. The basis stays, and answers show the confirmation. To add a line that no
  sentence supports, use basis `recorded` where a post or a minute stands behind it, or `assumed` with a reason.
- **Setting a status**: add a row to `statuses.csv` with basis `recorded`, `recorded_by` (the post or minute that set
  it) and `recorded_on`; it needs no quote and no reason. Give the row of the status that it follows an `until` date.
- **Changing a lead**: give the old row of `leads.csv` an `until` date and add a row for the new lead, with basis
  `recorded`, `recorded_by` and `recorded_on`. A lead is `stated` only where the plan prints that body's name.
- **Handing over a function**: give its row of `functions.csv` an `until` date and add a row to `function_homes.csv` for
  the body that has it now, with basis `recorded`, `recorded_by` and `recorded_on`. The words stay where they are.
- **Reports**: a report whose numbered items the actions cite is a row of `reports.csv`, its items are rows of
  `recommendations.csv`. In a printed cell a number alone is an item of the plan's `default_report`; `CQC 1, 2` is two
  items of the report whose word or name is CQC.
- **Requirements**: which body meets what of `statutory_requirements.csv` is a row of `requirements_met.csv`, with `met`
  yes or no. Without such a row a requirement is unknown; it is unmet only where a row says no.
- **Files**: only `plan.csv` is needed. A file that is missing is empty. A column that is not needed may be missing;
  add its name to the header to use it.
- **Blank cells** of the document stay blank here; what they are read as stands in a row of its own, as `inherited`."""
