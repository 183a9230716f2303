"""What meetings do: contributions, outcomes, visits, counts."""
