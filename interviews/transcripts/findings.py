"""What a reader of an import must know: lines that went nowhere, and guesses."""

from dataclasses import dataclass

FINDING_KINDS = ("dropped", "unpaired", "unsure")


@dataclass(frozen=True)
class Finding:
    """One remark on the input: its line (counted from 1), what stands there, and why it is remarked on.

    `kind` is `dropped` (page furniture, in no field), `unpaired` (no counterpart in the other language) or `unsure`
    (a guess that a person should check).
    """

    line: int
    kind: str
    text: str
    why: str
