"""What a person at the command line does next about an error: the only place where errors meet commands and options."""

from __future__ import annotations

from sscb_graph import errors, errors_of_store
from sscb_graph.cli.command_lines import quoted
from sscb_graph.errors import SscbError

_SEARCH = "Search every text with 'sscb search WORD'."

#: What to do about each class of errors; names in braces are attributes of the error.
ADVICE: dict[type[SscbError], str] = {
    errors.OldFolder: "Convert it with 'sscb upgrade {folder}', which keeps a copy of the folder beside it.",
    errors.NoSeed: "Make a new plan with 'sscb init DIR', or name another folder with --seed.",
    errors.SeveralPlans: "Choose one with 'sscb --plan ID ...'.",
    errors.UnknownName: _SEARCH,
    errors.UnknownNumber: _SEARCH,
    errors.UnknownReport: "Type the word of a report before a number, or 'action' or 'body' before a name.",
    errors.AmbiguousName: "Type one of these in full.",
    errors.NotInPicture: "Add --everyone, which draws bodies without a place too, or name another --root.",
    errors.EngineFailed: "Draw a part of it, or have it as text with --format txt.",
    errors.UnknownQuestion: "List them with 'sscb questions'.",
    errors.BadParameters: "See 'sscb questions show {question}'.",
    errors.BadQuestionFile: "Install sscb-graph again.",
    errors.BrokenInstallation: "Install sscb-graph again.",
    errors_of_store.NoServer: "Start it, or set SSCB_NEO4J_URI; the plan's own folder answers without --store.",
    errors_of_store.BadLogin: "Correct SSCB_NEO4J_USER and SSCB_NEO4J_PASSWORD.",
    errors_of_store.NoPassword: (
        "SSCB_NEO4J_PASSWORD is not set. Set it in the environment; a password never goes on the command line."
    ),
    errors_of_store.NoDatabase: "Correct SSCB_NEO4J_DATABASE.",
    errors_of_store.Untrusted: (
        "Have it signed by an authority that this machine trusts; only for a test, use neo4j+ssc:// in place of "
        "neo4j+s://."
    ),
    errors_of_store.TimedOut: "Try again, or give it longer with SSCB_NEO4J_TIMEOUT (seconds).",
    errors_of_store.LostServer: "Run the command again.",
    errors_of_store.Unreadable: "Correct SSCB_NEO4J_URI.",
    errors_of_store.TooMuch: "Ask whoever runs the server to take out what others have added to the plan.",
    errors_of_store.TooManyRows: "Add a LIMIT to it, or return counts.",
    errors_of_store.Busy: "Run the command again.",
    errors_of_store.NotLoaded: "Load one with 'sscb load [DIR]'.",
    errors_of_store.Damaged: "Remove it with 'sscb unload {plan}', and load it again with 'sscb load'.",
    errors_of_store.OldSchema: "Load it again with 'sscb load'.",
}


def advice(problem: SscbError) -> str:
    """What to do about an error, in a sentence; "" where its own sentence says all."""
    for kind in type(problem).__mro__:
        if kind in ADVICE:
            return ADVICE[kind].format_map({name: quoted(str(value)) for name, value in vars(problem).items()})
    return ""
