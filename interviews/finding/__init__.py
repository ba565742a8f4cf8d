"""What a reader asks of the archive, and the answer: from typed words to passages in two languages."""
