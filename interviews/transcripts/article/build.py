"""The parts of an article put together: one transcript, and a finding for every line that is not in it."""

from dataclasses import dataclass, field

from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import NO_TEXT, Credit, Text, Transcript, Turn

from . import parts as places
from . import sections as s
from .biographies import Career, read_careers
from .conference import find_conference
from .coverage import uncovered
from .credits import read_credits
from .dialogue import mark_questions
from .head import read_head
from .labels import PERSON
from .language import CHINESE, language_of
from .lines import read_lines
from .linking import assign_persons
from .notes import by_language, read_notes, without_repetitions
from .pairing import Row, pair
from .paragraphs import Paragraph, wrap_width
from .people import People
from .publication import find_publication
from .scan import scan
from .speakers import make_biography, make_speaker, speaker_keys
from .tail import read_disclaimer, read_references, read_tags
from .utterances import NOTE_TURN, Speech, Utterance


@dataclass(frozen=True)
class Parsed:
    """What was understood of an article, and what a person should know about the rest."""

    transcript: Transcript
    findings: tuple[Finding, ...]


def parse(text: str) -> Parsed:
    """Return the transcript of a pasted article, and findings on all that is not in it or was guessed.

    Pure and deterministic. Raises ValueError for a text that is empty, too large, or in which nobody speaks.
    """
    return _Builder(text).build()


@dataclass
class _Builder:
    source: str
    findings: list[Finding] = field(default_factory=list)

    def build(self) -> Parsed:
        lines = read_lines(self.source)
        self.scan = scan(lines)
        self.width = wrap_width([item.line for item in self.scan.of(places.NOTE, places.BODY)])
        self.disclosures = self.scan.of(s.DISCLOSURE)
        self.head = read_head(self._plain_items(places.HEAD), self.width)
        self.notes = self._notes()
        self.cast = [item.text for item in self.scan.of(places.HEAD) if item.section]
        speech = Speech(self.scan.of(places.BODY), self.width)
        utterances = speech.collect()
        if not utterances:
            raise ValueError("no question, answer or heading was found: this does not look like an interview")
        self.people = self._learn(utterances)
        self.careers = read_careers(
            self._plain_items(places.BIOGRAPHY), {name for _, name in self.people.index}, self.width
        )
        self.owners = assign_persons(utterances, self.careers, self.people)
        self.people.link_printed_together(self._introduction())
        for one in utterances:
            one.person = None if one.person is None else self.people.resolve(one.person)
        mark_questions(utterances, self.people)
        self._give_the_rest_to_the_only_expert(utterances)
        rows = [*self._captions(before=True), *pair(utterances), *self._captions(before=False)]
        transcript = self._transcript(rows, utterances)
        self._report(utterances, speech, rows, transcript)
        return Parsed(transcript, tuple(sorted(self.findings, key=lambda one: (one.line, one.kind, one.why))))

    # -- the parts -----------------------------------------------------------------------------------------------

    def _plain_items(self, zone: str) -> list[places.Item]:
        return [item for item in self.scan.of(zone) if item.kind != places.CAPTION]

    def _notes(self) -> list[Paragraph]:
        paragraphs = self.head.lead + read_notes(self._plain_items(places.NOTE), self.width)
        kept, repeated = without_repetitions(paragraphs)
        self.findings += self.head.findings + repeated
        return kept

    def _captions(self, before: bool) -> list[Row]:
        """Captions above or below the interview, which stand beside nothing that is said."""
        zones = (
            (places.HEAD, places.NOTE)
            if before
            else (places.BIOGRAPHY, places.REFERENCES, places.RELATED, places.AFTER)
        )
        captions = [item for item in self.scan.of(*zones) if item.kind == places.CAPTION]
        rows = []
        for item in captions:
            made = Utterance(
                NOTE_TURN, item.line, None, item.line.language or CHINESE, [Paragraph(item.text, item.line)]
            )
            rows.append(Row(made, None) if made.language == CHINESE else Row(None, made))
        return rows

    def _introduction(self) -> str:
        """What stands above and below the interview: where names are printed in full."""
        texts = [title.text for title in self.head.titles.values()] + [note.text for note in self.notes]
        texts += [item.line.text for item in self.scan.of(places.BIOGRAPHY, places.HEAD)]
        return "\n".join(text[:4000] for text in texts)[:60_000]

    def _learn(self, utterances: list[Utterance]) -> People:
        people = People(self._introduction())
        named = [one for one in utterances if one.label and one.label.kind == PERSON]
        people.learn([name for one in named for name in (one.label.name, *one.label.aliases)])
        people.note_moderators()
        for one in named:
            people.take(one.label, one.language)
        return people

    def _give_the_rest_to_the_only_expert(self, utterances: list[Utterance]) -> None:
        """An answer or a career without a name is the expert's, where there is exactly one."""
        experts = {one.person for one in utterances if one.person is not None} | set(self.owners.values())
        experts = {person for person in experts if not self.people.persons[person].roles}
        if not experts:
            titles = [title.text for title in self.head.titles.values()]
            experts = self.people.only_expert_of(["\n".join(self.cast), *titles, *by_language(self.notes).values()])
        for place in range(len(self.careers)) if len(experts) == 1 else ():
            self.owners.setdefault(place, next(iter(experts)))
        for one in utterances:
            if one.person is None and one.kind == "answer":
                if len(experts) == 1:
                    one.person = next(iter(experts))
                else:
                    self._find(one.line, "unsure", "an answer whose speaker the article does not name here")

    def _find(self, line, kind: str, why: str, text: str | None = None) -> None:
        self.findings.append(Finding(line.number, kind, line.text if text is None else text, why))

    # -- the transcript ------------------------------------------------------------------------------------------

    def _transcript(self, rows: list[Row], utterances: list[Utterance]) -> Transcript:
        self.keys = speaker_keys(rows, self.owners)
        editors_note = by_language(self.notes)
        introduced = by_language([*self.notes, *(Paragraph(text, self.scan.items[0].line) for text in self.cast)])
        careers: dict[int, list[Career]] = {person: [] for person in self.keys}
        for place, owner in self.owners.items():
            careers[owner].append(self.careers[place])
        for person, owned in careers.items():
            for one in owned:
                for label in one.names:
                    self.people.persons[person].add(one.language_of(label), label.name, label.honorific)
        self.people.find_honorifics()
        return Transcript(
            title=Text({language: title.text for language, title in self.head.titles.items()}),
            publication=Text(find_publication(utterances, editors_note)),
            column=Text(self.head.column),
            published_at=next((facts.moment for _, facts in self.head.facts if facts.moment), None),
            source_url=next((item.text for item in self.scan.of(s.SOURCE)), ""),
            conference=find_conference(
                [title.text for title in self.head.titles.values()], list(editors_note.values())
            ),
            editors_note=Text(editors_note),
            speakers=tuple(
                make_speaker(key, self.people.persons[person], careers[person], introduced, self._disclosure(person))
                for person, key in self.keys.items()
            ),
            turns=self._turns(rows),
            biographies=tuple(
                make_biography(self.keys[person], owned)
                for person, owned in careers.items()
                if make_biography(self.keys[person], owned).entries
            ),
            credits=self._credits(),
            tags=tuple(Text(tag) for tag in read_tags(self.scan.of(s.TAGS))),
            disclaimer=Text(read_disclaimer(self.scan.of(s.DISCLAIMER))),
            funding=Text(read_disclaimer(self.scan.of(s.FUNDING))),
        )

    def _names(self, person: int) -> list[str]:
        return [name for printed in self.people.persons[person].names.values() for name in printed]

    def _disclosure(self, person: int) -> Text:
        """What is printed of a person's interests: the only expert's, or that which names the person."""
        if not self.disclosures:
            return NO_TEXT
        experts = [one for one in self.keys if not self.people.persons[one].roles]
        found: dict[str, str] = {}
        for item in self.disclosures:
            language = language_of(item.text) or CHINESE
            name = self.people.persons[person].name(language)
            anyone = any(len(one) > 1 and one in item.text for other in experts for one in self._names(other))
            if person in experts and (not anyone or (len(name) > 1 and name in item.text)):
                found.setdefault(language, item.text)
        return Text(found)

    def _credits(self) -> tuple[Credit, ...]:
        found = list(self.head.credits)
        for item in self.scan.of(s.CREDITS):
            found += read_credits(item.line.text)
        return tuple(dict.fromkeys(found))

    def _turns(self, rows: list[Row]) -> tuple[Turn, ...]:
        turns = []
        for row in rows:
            person = next((side.person for side in row.sides if side.person is not None), None)
            text = Text({side.language or CHINESE: side.text for side in row.sides})
            turns.append((row.sides[0].kind, self.keys.get(person), text))
        for language, paragraphs in read_references(self._plain_items(places.REFERENCES), self.width):
            turns.append((NOTE_TURN, None, Text({language: "\n\n".join(paragraph.text for paragraph in paragraphs)})))
        return tuple(
            # Which language was spoken and which is the translation, no article says.
            Turn(number, kind, speaker, text, Text(dict.fromkeys(text, "unknown")))
            for number, (kind, speaker, text) in enumerate(turns, start=1)
        )

    # -- what is to be said ----------------------------------------------------------------------------------------

    def _report(self, utterances: list[Utterance], speech: Speech, rows: list[Row], transcript: Transcript) -> None:
        both = len({side.language for row in rows for side in row.sides}) > 1
        for row in rows if both else ():
            if len(row.sides) == 1:
                kind = row.sides[0].kind
                self._find(row.sides[0].line, "unpaired", f"this {kind} has no counterpart in the other language")
        self._report_dropped(speech)
        self._report_doubts(utterances, speech)
        self.findings += uncovered(self.scan.items, transcript, self.findings)

    def _report_dropped(self, speech: Speech) -> None:
        for item in self.scan.of(s.FURNITURE):
            self._find(item.line, "dropped", "page furniture")
        for item in self.scan.of(places.RELATED):
            self._find(item.line, "dropped", "page furniture: links to other articles")
        for line, facts in self.head.facts:
            if facts.dropped:
                self._find(line, "dropped", "view count", facts.dropped)
        for line in speech.numbers:
            self._find(line, "dropped", "a number or letter that only marks a question or answer")

    def _report_doubts(self, utterances: list[Utterance], speech: Speech) -> None:
        for item in self.scan.of(places.AFTER):
            self._find(item.line, "unsure", "stands below the end of the article")
        for line in speech.silent:
            self._find(line, "unsure", "a speaker's name below which nothing is said")
        for one in utterances:
            if one.label and one.label.name in self.people.doubtful:
                self._find(one.line, "unsure", "the name fits several persons", one.label.name)
            elif one.label and one.label.kind == PERSON and not one.label.colon and one.label.rest:
                self._find(one.line, "unsure", "a name without a colon was taken for the speaker", one.line.text[:200])
