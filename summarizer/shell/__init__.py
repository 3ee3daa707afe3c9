"""What the command `summarizer` is made of; `summarizer/cli.py` puts it together."""
