"""Briefings of many articles to one dossier: identities, events, statements, contradictions. No model, no I/O."""
