"""Do two languages tell the same facts?

`compare` looks at one aligned pair of texts, `compare_turn` at the segments of a whole turn.
"""

from interviews.bilingual.parity.comparing import compare
from interviews.bilingual.parity.facts import Difference, Fact
from interviews.bilingual.parity.reading import READERS
from interviews.bilingual.parity.turns import compare_turn

LANGUAGES = tuple(READERS)

__all__ = ["LANGUAGES", "Difference", "Fact", "compare", "compare_turn"]
