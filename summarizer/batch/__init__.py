"""A whole corpus: read bit by bit, briefed by an engine, each article once in the output whatever happens."""
