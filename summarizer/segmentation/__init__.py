"""Cuts a text into paragraphs and sentences; `summarizer.sentences` numbers them."""
