"""How fast the archive is: invented corpora of any size, and what pages and searches take over them.

`python -m benchmarks` is the one way in; nothing of the archive imports this package.
"""
