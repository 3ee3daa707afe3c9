"""Renderings of a briefing: terminal, Markdown, HTML. All three draw the same outline."""
