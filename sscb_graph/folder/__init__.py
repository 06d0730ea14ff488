"""A plan's folder of CSV files -> records, with every fault located.

Reading the bytes (``source``) needs no more than the standard library; ``load`` makes records of them.
"""

from sscb_graph.folder.source import SeedFolder, open_seed, open_seeds, plan_folders, plan_id, read_folder, stat_key

__all__ = ["SeedFolder", "open_seed", "open_seeds", "plan_folders", "plan_id", "read_folder", "stat_key"]
