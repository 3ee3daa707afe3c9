"""Reads the kinds of sources that news comes in; `summarizer.sources` tells them apart."""
