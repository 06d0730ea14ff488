"""Command lines as a person must type them, with names and folders that may hold anything."""

from __future__ import annotations

import re
import shlex
import sys

from sscb_graph.errors import visible

#: A word that every shell takes as it is: letters and digits of any script, and marks that mean nothing there.
_PLAIN = re.compile(r"[\w./][\w./-]*")
#: What a shell runs, replaces or ends double quotes at: one of POSIX, and PowerShell. The Command Prompt of Windows
#: knows no other quotes than these, so they are taken wherever PowerShell would not run what is within.
_RUN_BY_SHELLS, _RUN_BY_POWERSHELL = frozenset('$`\\"!'), frozenset('$`"\u201c\u201d\u201e')


def command_line(words: str, *names: str) -> str:
    """A command line of the tool: its own words, options among them, and then names, quoted where they need it.

    >>> command_line("who reports-to --all-levels", "Business Group"), command_line("about", "-2")
    ('sscb who reports-to --all-levels "Business Group"', 'sscb about -- "-2"')
    """
    # A name that begins as an option does would be taken for one.
    end_of_options = ["--"] if any(name.startswith("-") for name in names) else []
    return " ".join(["sscb", words, *end_of_options, *map(quoted, names)])


def quoted(name: str) -> str:
    """A name as it must be typed on a command line; what a shell would run within double quotes stands in single ones.

    >>> quoted("qap"), quoted("Business Group"), quoted("$(id)")
    ('qap', '"Business Group"', "'$(id)'")
    """
    if _PLAIN.fullmatch(name):
        return name
    shown = visible(name)
    if sys.platform == "win32":
        # A single quote within single ones is doubled in PowerShell.
        return "'{}'".format(shown.replace("'", "''")) if _RUN_BY_POWERSHELL & set(shown) else f'"{shown}"'
    return shlex.quote(shown) if _RUN_BY_SHELLS & set(shown) else f'"{shown}"'
