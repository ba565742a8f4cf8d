"""`manage.py import_articles`: which files it takes, what it says, and how it ends."""

import io

import pytest
from django.core.management import CommandError, call_command

from interviews import importing
from interviews.models import Interview
from tests.test_importing import ARTICLE, CHANGED, write

pytestmark = pytest.mark.django_db


def run(*paths, **options):
    """Return what the command wrote to its two streams."""
    out, errors = io.StringIO(), io.StringIO()
    call_command("import_articles", *paths, stdout=out, stderr=errors, no_color=True, **options)
    return out.getvalue(), errors.getvalue()


def names(*paths):
    return [path.name for path in importing.article_files(paths)]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    for name in ("b.txt", "a.json", "c/d.txt", "a.txt", "a.toml", "notes.md"):
        write(tmp_path, name)
    assert names(tmp_path) == ["a.json", "a.txt", "b.txt", "d.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    for name in (".a.txt", ".hidden/b.txt", "c.txt"):
        write(tmp_path, name)
    assert names(tmp_path) == ["c.txt"]


def test_a_hidden_folder_that_is_named_is_read(tmp_path):
    write(tmp_path, ".hidden/b.txt")
    assert names(tmp_path / ".hidden") == ["b.txt"]


def test_capitals_in_a_suffix_make_no_other_file(tmp_path):
    write(tmp_path, "A.TXT")
    assert names(tmp_path) == ["A.TXT"]


def test_a_named_file_is_an_article_whatever_its_suffix_and_comes_once(tmp_path):
    path = write(tmp_path, "article.text")
    write(tmp_path, "b.txt")
    assert names(path, tmp_path, path) == ["article.text", "b.txt"]


def test_a_line_says_what_became_of_each_file_and_the_last_one_counts(tmp_path):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", ARTICLE.replace("2031", "2032"))
    out, errors = run(tmp_path)
    assert [line.split()[0] for line in out.splitlines() if ".txt" in line] == ["added", "added"]
    assert out.endswith("2 added.\n")
    assert errors == ""
    assert run(tmp_path)[0].endswith("2 unchanged.\n")


def test_a_changed_source_is_told_apart_and_is_no_failure(tmp_path):
    run(write(tmp_path))
    out, errors = run(write(tmp_path, text=CHANGED))
    assert errors.startswith("differs")
    assert out.endswith("1 differs.\n")
    assert run(write(tmp_path, text=CHANGED), replace=True)[0].endswith("1 replaced.\n")


def test_a_bad_file_is_named_the_rest_go_on_and_the_command_fails(tmp_path):
    write(tmp_path, "a.txt", "这不是访谈。")
    write(tmp_path, "b.txt")
    out, errors = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1 of 2 files"):
        call_command("import_articles", tmp_path, stdout=out, stderr=errors)
    assert "a.txt" in errors.getvalue()
    assert "Traceback" not in errors.getvalue()
    assert Interview.objects.count() == 1


def test_findings_are_told_and_those_on_furniture_only_when_asked(tmp_path):
    text = ARTICLE + "\n发表评论\n"
    quiet, _ = run(write(tmp_path, text=text))
    assert "dropped" not in quiet
    loud, _ = run(write(tmp_path, text=text + "提交评论\n"), replace=True, verbosity=2)
    assert "dropped: line" in loud


def test_publishing_is_asked_for(tmp_path):
    run(write(tmp_path), publish=True)
    assert Interview.objects.get().status == "published"


@pytest.mark.parametrize("name", ["missing.txt", "missing"])
def test_a_path_that_is_not_there_is_an_error_in_words(tmp_path, name):
    with pytest.raises(CommandError, match=name):
        run(tmp_path / name)


def test_a_folder_without_articles_is_an_error_in_words(tmp_path):
    with pytest.raises(CommandError, match="no article"):
        run(tmp_path)


def test_a_folder_that_looks_like_an_article_is_passed_over(tmp_path):
    (tmp_path / "a.txt").mkdir()
    write(tmp_path, "b.txt")
    assert names(tmp_path) == ["b.txt"]
