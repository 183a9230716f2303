"""What a text plans for industries."""
