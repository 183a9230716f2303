"""Many documents: found in folders, archives and streams, worked on in processes; a bad one never stops the rest."""

from policyparse.batch.failure import Failure
from policyparse.batch.items import Item, find_items
from policyparse.batch.many import parse_many
from policyparse.batch.workers import for_each

__all__ = ["Failure", "Item", "find_items", "for_each", "parse_many"]
