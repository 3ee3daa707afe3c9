"""From a draft to facts with evidence. Pure functions: no model, no input or output, no clock."""
