"""Finding what was said: text into tokens, a reader's words into a query, hits into excerpts. Pure."""
