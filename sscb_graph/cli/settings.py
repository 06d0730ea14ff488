"""The options of the whole tool, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from sscb_graph.cli.command_lines import quoted
from sscb_graph.plan import OpenPlan, open_plan
from sscb_graph.stores.address import StoreAddress
from sscb_graph.stores.neo4j.uri import mask_uri


@dataclass(frozen=True)
class Settings:
    """The typed values of --seed, --plan and --store; None for an option that was not typed."""

    seed: Path | None = None
    plan: str | None = None
    store: StoreAddress | None = None

    @property
    def address(self) -> StoreAddress:
        """Where answers come from."""
        return self.store or StoreAddress.EMBEDDED

    def open(self) -> OpenPlan:
        """Opens the plan; raises UsageError for --seed with a server, and what ``open_plan`` raises."""
        if self.seed is not None and self.address.shared:
            raise click.UsageError("Say --seed or --store, not both: a question is answered from one of them.")
        return open_plan(self.seed, plan=self.plan, store=self.address)

    def typed(self) -> list[tuple[str, str]]:
        """The options of a command line that would give these settings, each with its value, without a password."""
        address = self.store.uri and mask_uri(self.store.uri) if self.store else None
        store = self.store and (address or ("neo4j" if self.store.shared else "embedded"))
        pairs = (("--seed", self.seed), ("--plan", self.plan), ("--store", store))
        return [(option, str(value)) for option, value in pairs if value is not None]

    def before(self) -> str:
        """The words of a command line that would give these settings, as they are typed before a command."""
        return " ".join(f"{option} {quoted(value)}" for option, value in self.typed())


def as_typed(commands: Sequence[str]) -> list[str]:
    """Suggested commands with the options of the whole tool that were typed: each can be pasted as it stands."""
    before = click.get_current_context().ensure_object(Settings).before()
    own = "sscb "
    return [f"{own}{before} {each.removeprefix(own)}" if before and each.startswith(own) else each for each in commands]


pass_settings = click.make_pass_decorator(Settings, ensure=True)
