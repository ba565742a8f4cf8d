"""A third language is a line in the settings, a migration and nothing else: tried on a copy of the project."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interviews.formats import json as archive_json
from interviews.transcripts.transcript import Conference, Text, Turn
from tests import builders as build

PROJECT = Path(__file__).resolve().parent.parent
ABSENT = {
    ".git",
    ".venv",
    "data",
    "staticfiles",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
    "__pycache__",
    "node_modules",
}
LINE = '    ("en", _("English")),\n'
JAPANESE = '    ("ja", _("Japanese")),\n'
SLUG = "abc-2025-lin"
ADDRESSES = (
    *(f"/{code}/interviews/{SLUG}/{rest}" for code in ("zh-hans", "en", "ja") for rest in ("", "only/")),
    f"/zh-hans/interviews/{SLUG}/with/ja/",
    f"/ja/interviews/{SLUG}/with/en/",
    *(
        f"/ja/{rest}"
        for rest in ("", "interviews/", "speakers/", "speakers/anhe-lin/", "topics/", "conferences/", "about/", "none/")
    ),
    f"/interviews/{SLUG}.json",
    "/sitemap-interviews.xml",
    "/en/interviews/?language=ja",
)
PUBLISH = """
import sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("import_articles", sys.argv[1], publish=True)
"""
ADD_AND_READ = """
import io, json, sys
import django
django.setup()
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.test import Client
from interviews.indexing import checking, finding
from interviews.models import Edition
from interviews.search.expression import Expression, Need
from interviews.search.phrases import Phrase

def report(*command, **options):
    call_command(*command, **options, stdout=(said := io.StringIO()))
    return said.getvalue()

def found_in_japanese(text):
    asked = Expression((Need.of(Phrase.of(text)),), languages=("ja",))
    return len(finding.in_interviews(asked).passages)

given = json.load(sys.stdin)
report("makemigrations", "interviews", name="japanese")
report("migrate", verbosity=0)
imported = report("import_articles", given["article"], publish=True)
pending = report("makemigrations", check_changes=True, dry_run=True)
warning, before, said = checking.warning(), found_in_japanese("日本語"), io.StringIO()
try:
    call_command("search_check", stdout=said)
except CommandError as error:
    said.write(str(error))
index = {"warning": warning, "check": said.getvalue(), "before": before, "prepare": report("prepare")}
index |= {"recheck": report("search_check"), "warning after": checking.warning()}
index |= {text: found_in_japanese(text) for text in ("日本語", "がん", "血", "治療", "什么")}
settings.ALLOWED_HOSTS.append("testserver")
public, desk = Client(), Client()
desk.force_login(get_user_model().objects.create_superuser("editor"), "django.contrib.auth.backends.ModelBackend")
answers = {path: (response.status_code, response.text) for path in given["paths"] for response in [public.get(path)]}
form = desk.get(f"/en/admin/interviews/interview/{Edition.objects.latest('pk').interview_id}/change/")
try:
    Edition.objects.update(content="{}")
except DatabaseError as error:
    refusal = str(error).splitlines()[0]
else:
    refusal = ""
found = {"index": index, "report": imported, "pending": pending, "answers": answers, "refusal": refusal}
print(json.dumps({**found, "desk": [form.status_code, form.text]}))
"""


EARLIER = build.transcript(
    title=build.text(("早先的访谈", "An earlier interview")),
    speakers=(),
    turns=(Turn(1, "question", None, build.text(("问", "Question"))),),
)


def trilingual():
    """Return an interview in three languages, one turn of which exists in Japanese only."""

    def text(chinese, english, japanese):
        return Text({"zh-hans": chinese, "en": english, "ja": japanese})

    return build.transcript(
        title=text("白血病的治疗", "Treating leukemia", "白血病の治療"),
        publication=text("血液学笔谈", "Hematology Conversations", "血液学対談"),
        speakers=(build.speaker(("林安和", "Anhe Lin"), affiliation=text("血液病医院", "Blood Hospital", "血液病院")),),
        conference=Conference("ABC", "2025", text("年会", "Congress", "学会")),
        tags=(text("白血病", "Leukemia", "白血病 (ja)"),),
        turns=(
            Turn(1, "question", None, text("什么是白血病？", "What is leukemia?", "白血病とは何ですか。")),
            Turn(2, "answer", "s1", text("一种血液肿瘤。", "A cancer of the blood.", "血液のがんです。")),
            Turn(3, "answer", "s1", Text({"ja": "日本語だけの答えです。"})),
        ),
    )


@pytest.fixture(scope="module")
def japanese(tmp_path_factory, empty_database):
    """What a copy of the project, with data in it before Japanese came, answers after it came."""
    copy = tmp_path_factory.mktemp("japanese") / "archive"
    shutil.copytree(PROJECT, copy, ignore=lambda _folder, names: ABSENT & set(names))
    shutil.copytree(os.environ["LEXICON"], copy / "data")
    own = {"DATA_DIR": str(copy / "data"), "STATIC_ROOT": str(copy / "collected"), "PYTHONPATH": str(copy)}
    environment = os.environ | own | {"DATABASE_URL": empty_database}

    def run(code, *arguments, given=""):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(
            command, cwd=copy, env=environment, input=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (done.stdout[-3000:], done.stderr[-3000:])
        return done.stdout

    before = copy / "before.json"
    before.write_text(archive_json.dump(EARLIER))
    run(PUBLISH, str(before))
    settings = copy / "archive" / "settings.py"
    assert settings.read_text().count(LINE) == 1
    settings.write_text(settings.read_text().replace(LINE, LINE + JAPANESE))
    article = copy / f"{SLUG}.json"
    article.write_text(archive_json.dump(trilingual()))
    article.with_suffix(".toml").write_text(f'slug = "{SLUG}"')
    found = json.loads(run(ADD_AND_READ, given=json.dumps({"article": str(article), "paths": ADDRESSES})))
    return found | {"migrations": sorted((copy / "interviews" / "migrations").glob("*_japanese.py"))}


@pytest.fixture
def read(japanese):
    def read(path):
        status, text = japanese["answers"][path]
        assert status == (404 if path.endswith("/none/") else 200), path
        return text

    return read


def test_one_migration_is_made_and_none_is_left_to_make(japanese):
    assert len(japanese["migrations"]) == 1
    assert "title_ja" in japanese["migrations"][0].read_text()
    assert "No changes detected" in japanese["pending"]
    assert japanese["report"].endswith("1 added.\n")


def test_chinese_stands_beside_japanese(read):
    text = read(f"/zh-hans/interviews/{SLUG}/with/ja/")
    assert '<html lang="zh-Hans">' in text
    for passage in (
        "什么是白血病？",
        "白血病とは何ですか。",
        "血液のがんです。",
        "日本語だけの答えです。",
        'lang="ja"',
    ):
        assert passage in text, passage
    assert "A cancer of the blood." not in text.split('class="reading"')[1]


def test_the_page_in_japanese_shows_japanese_first(read):
    text = read(f"/ja/interviews/{SLUG}/")
    assert '<html lang="ja">' in text
    reading = text.split('class="reading"')[1]
    assert 0 < reading.index("血液のがんです。") < reading.index("一种血液肿瘤。")
    assert "A cancer of the blood." in read(f"/ja/interviews/{SLUG}/with/en/")
    assert "一种血液肿瘤。" not in read(f"/ja/interviews/{SLUG}/only/").split('class="reading"')[1]


def test_the_normal_page_of_the_other_languages_stays_a_pair(read):
    for code in ("zh-hans", "en"):
        reading = read(f"/{code}/interviews/{SLUG}/").split('class="reading"')[1]
        assert "一种血液肿瘤。" in reading
        assert "A cancer of the blood." in reading
        assert "血液のがんです。" not in reading


def test_every_page_offers_the_three_languages(read):
    for path in ADDRESSES:
        if path.startswith("/ja/"):
            text = read(path)
            assert '<html lang="ja">' in text, path
            assert all(f'hreflang="{code}"' in text for code in ("zh-Hans", "en", "ja")), path


def test_lists_filters_sitemap_and_export_know_the_language(read):
    assert "白血病の治療" in read("/ja/interviews/")
    assert "Treating leukemia" in read("/en/interviews/?language=ja")
    assert "An earlier interview" in read("/ja/interviews/")
    assert "An earlier interview" not in read("/en/interviews/?language=ja")
    assert f"/ja/interviews/{SLUG}/</loc>" in read("/sitemap-interviews.xml")
    exported = archive_json.load(read(f"/interviews/{SLUG}.json"))
    assert [turn.text for turn in exported.turns] == [turn.text for turn in trilingual().turns]


def test_the_desk_shows_three_columns(japanese):
    status, text = japanese["desk"]
    assert status == 200
    assert all(f'name="title_{code}"' in text for code in ("zh_hans", "en", "ja"))


def test_an_edition_still_is_final(japanese):
    assert japanese["refusal"] == "an edition is final"


def test_the_index_is_said_to_be_stale_and_then_finds_japanese(japanese):
    index = japanese["index"]
    assert index["warning"] == "The search index is stale: run `manage.py search_rebuild`."
    assert "for other languages than the settings name" in index["check"]
    assert index["before"] == 0
    assert "The search index is stale: making it anew." in index["prepare"]
    assert "The search index is new: " in index["prepare"]
    assert index["recheck"] == "The index says what the rows say.\n"
    assert index["warning after"] == ""
    asked = ("日本語", "がん", "血", "治療", "什么")
    assert {text: index[text] for text in asked} == {"日本語": 1, "がん": 1, "血": 3, "治療": 1, "什么": 0}
