"""Writers, one a target."""
