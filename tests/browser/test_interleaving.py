"""A pair under a pair: where columns do not fit, a sentence and its counterpart are near each other."""

import pytest

# How far below a sentence's first line its counterpart's first line stands.
DISTANCES = """() => [...document.querySelectorAll('.turns .row > :first-child .segment')]
  .filter((segment) => segment.textContent)
  .map((segment) => {
    const counterparts = document.querySelectorAll(`.row > :nth-child(2) [data-segment="${segment.dataset.segment}"]`);
    const found = [...counterparts].find((each) => each.textContent);
    return found && found.getClientRects()[0].top - segment.getClientRects()[0].top;
  }).filter((distance) => distance !== undefined)"""
# For each row the tops of its groups, in the order in which they are to be read.
TOPS = """() => [...document.querySelectorAll('.row-in-groups')].map((row) => {
  const [first, second] = [...row.querySelectorAll('p')].map((cell) => [...cell.querySelectorAll('.group')]);
  return first.flatMap((group, place) => [group, second[place]])
    .filter((group) => group.textContent).map((group) => group.getBoundingClientRect().top);
})"""


@pytest.fixture(scope="module")
def interview(paths):
    return {code: next(path for path in found if "iseh-2025" in path) for code, found in paths.items()}


@pytest.mark.parametrize("code", ["en", "zh-hans"])
@pytest.mark.parametrize(("width", "view"), [(360, ""), (1440, "?view=interleaved")])
@pytest.mark.parametrize("scripts", [True, False])
def test_groups_of_sentences_alternate(visitor, interview, code, width, view, scripts):
    reader = visitor(width, java_script_enabled=scripts)
    reader.go(interview[code] + view)
    rows = reader.page.evaluate(TOPS)
    assert len(rows) > 5
    assert all(tops == sorted(set(tops)) for tops in rows)
    distances = sorted(reader.page.evaluate(DISTANCES))
    assert distances[0] > 0
    assert distances[len(distances) // 2] < 160
    assert distances[-1] < 400


def test_side_by_side_a_paragraph_stays_one(visitor, interview):
    reader = visitor()
    reader.go(interview["en"])
    displays = reader.page.locator(".group").evaluate_all("(all) => all.map((each) => getComputedStyle(each).display)")
    assert set(displays) == {"inline"}
    assert all(abs(distance) < 400 for distance in reader.page.evaluate(DISTANCES))


@pytest.mark.parametrize("address", ["t11s3", "t11p2"])
@pytest.mark.parametrize(("width", "view"), [(360, ""), (1440, "?view=interleaved"), (1440, ""), (1440, "only/")])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_address_of_a_sentence_and_of_a_paragraph_leads_to_it(visitor, interview, address, width, view, scripts):
    reader = visitor(width, 740, java_script_enabled=scripts)
    reader.go(f"{interview['en']}{view}#{address}")
    bar = reader.page.locator(".views").bounding_box()
    box = reader.page.locator(f"#{address}").bounding_box()
    top = reader.page.locator(f"#{address} .segment").first.bounding_box()["y"] if address == "t11p2" else box["y"]
    assert bar["y"] + bar["height"] <= top < 160
