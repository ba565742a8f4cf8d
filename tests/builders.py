"""Builders of test data: each makes the least that a test needs and takes what the test mentions."""
