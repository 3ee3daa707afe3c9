"""Which model answers, and every attempt that it took."""
