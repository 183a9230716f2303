"""Every public model, the drafts from which they are made, diagnostics and errors."""
