"""From a numbered article to a draft: plans for large and small models, and asking again."""
