"""A plan's folder of CSV files -> records, with every fault located."""

from sscb_graph.seed.folder import SeedFolder, open_seed, plan_id, read_folder
from sscb_graph.seed.load import load_records
from sscb_graph.seed.tables import Records

__all__ = ["Records", "SeedFolder", "load_records", "open_seed", "plan_id", "read_folder"]
