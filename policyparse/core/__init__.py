"""What everything else stands on: places in a text, models, diagnostics and errors."""
