"""The file that readers save: a portrait goes with it."""

import base64
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests import builders as build


@pytest.fixture
def portrait():
    file = BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, "PNG")
    return file.getvalue()


@pytest.mark.django_db
def test_a_portrait_is_part_of_the_file(client, portrait, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    interview = build.interview(slug="saved")
    person = interview.participations.get().speaker
    person.portrait.save("lin.png", ContentFile(portrait))
    text = client.get("/en/interviews/saved/offline/").content.decode()
    assert f'src="data:image/png;base64,{base64.b64encode(portrait).decode()}"' in text
    assert 'src="/' not in text
    assert f'src="/media/{person.portrait.name}"' in client.get("/en/interviews/saved/").content.decode()


@pytest.mark.django_db
def test_a_portrait_whose_file_is_gone_leaves_the_interview_readable(client, portrait, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    person = build.interview(slug="saved").participations.get().speaker
    person.portrait.save("lin.png", ContentFile(portrait))
    (tmp_path / person.portrait.name).unlink()
    response = client.get("/en/interviews/saved/offline/")
    assert response.status_code == 200
    assert "A cancer of the blood." in response.content.decode()
    assert "<img" not in response.content.decode()
