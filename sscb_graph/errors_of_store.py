"""The errors of the shared store: each holds its values and writes its own sentence, as those of errors.py do."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.errors import UNAVAILABLE, SscbError, listed, visible


class StoreError(SscbError):
    """The shared store cannot answer, load or unload."""

    exit_code = UNAVAILABLE


class NoServer(StoreError):
    """No server answers at the address."""

    def __init__(self, address: str, problem: str) -> None:
        self.address, self.problem = address, problem
        super().__init__(f"No Neo4j server answers at {address} ({problem}).")


class BadLogin(StoreError):
    """The server refuses the user or the password."""

    def __init__(self, address: str, user: str) -> None:
        self.address, self.user = address, user
        super().__init__(f"The Neo4j server at {address} refuses the login of '{visible(user)}'.")


class NoPassword(StoreError):
    """No password for the server was given."""

    def __init__(self) -> None:
        super().__init__("The password of the Neo4j server is not known.")


class NoDatabase(StoreError):
    """The server has no database of this name."""

    def __init__(self, address: str, database: str) -> None:
        self.address, self.database = address, database
        super().__init__(f"The Neo4j server at {address} has no database '{visible(database)}'.")


class Untrusted(StoreError):
    """No authority that this machine trusts has signed the server's certificate, or the server does not speak TLS."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"The certificate of the Neo4j server at {address} is not trusted, or it does not speak TLS.")


class TimedOut(StoreError):
    """The server exceeded its time limit, in seconds."""

    def __init__(self, address: str, waited_for: str, seconds: float) -> None:
        self.address, self.waited_for, self.seconds = address, waited_for, seconds
        super().__init__(f"The Neo4j server at {address} did not finish {waited_for} in {seconds:g} seconds.")


class LostServer(StoreError):
    """The connection broke part-way; since each load is a single transaction, nothing is half done."""

    def __init__(self, address: str, doing: str) -> None:
        self.address, self.doing = address, doing
        super().__init__(
            f"The connection to the Neo4j server at {address} was lost while {doing}. "
            "Nothing is half done: what was there before is there whole, or the new plan is."
        )


class Unreadable(StoreError):
    """What the server sends is no answer that the driver can read."""

    def __init__(self, address: str, doing: str) -> None:
        self.address, self.doing = address, doing
        super().__init__(f"What the server at {address} sent while {doing} cannot be read: it is no Neo4j server.")


class TooMuch(StoreError):
    """The server sent more than a plan can be; ``limit`` says how much that is, in words."""

    def __init__(self, address: str, doing: str, limit: str) -> None:
        self.address, self.doing, self.limit = address, doing, limit
        super().__init__(f"The Neo4j server at {address} sent more than {limit} while {doing}: no plan is so large.")


class TooManyRows(StoreError):
    """The answer to an ad hoc query is larger than what is shown; ``limit`` says how much that is, in words."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(f"The answer to the query has more than {limit}, and nothing of it is shown.")


class Busy(StoreError):
    """Other writers of the database held what was to be written, for as long as the driver tries again."""

    def __init__(self, address: str, doing: str) -> None:
        self.address, self.doing = address, doing
        super().__init__(f"Others write to the Neo4j database at {address} too, and {doing} had to give way.")


class Clash(StoreError):
    """The change would break a constraint of the database, or touch other people's data."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"{problem} Nothing was written.")


class NotLoaded(StoreError):
    """The database holds no plan, or not the one that was chosen."""

    def __init__(self, address: str, plans: Sequence[str], plan: str | None = None) -> None:
        self.address, self.plans, self.plan = address, tuple(plans), plan
        which = f"The plan '{visible(plan)}' is not" if plan else "No plan is"
        loaded = f" Loaded: {listed(plans)}." if plans else ""
        super().__init__(f"{which} in the Neo4j database at {address}.{loaded}")


class OldSchema(StoreError):
    """The plan was loaded by a version of sscb-graph whose graph has another schema."""

    def __init__(self, plan: str, found: object, wanted: int) -> None:
        self.plan, self.found, self.wanted = plan, found, wanted
        super().__init__(
            f"The plan '{visible(plan)}' was loaded by another version of sscb-graph (its schema is {found}, "
            f"this version's is {wanted})."
        )


class Damaged(StoreError):
    """What the database holds under a plan cannot have been loaded by sscb-graph."""

    def __init__(self, address: str, plan: str, problem: str) -> None:
        self.address, self.plan, self.problem = address, plan, problem
        super().__init__(
            f"The plan '{visible(plan)}' in the Neo4j database at {address} is damaged: {problem}. "
            "Somebody has changed it there."
        )


class ServerRefused(StoreError):
    """The server refuses a statement, in its own words."""

    def __init__(self, doing: str, problem: str) -> None:
        self.doing, self.problem = doing, problem
        super().__init__(f"The Neo4j server refused {doing}: {problem}")
