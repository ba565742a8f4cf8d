"""How the aligner finds its way: how much of long texts it looks at, and what it takes from their marks and shapes."""

from collections import Counter
from itertools import pairwise

from interviews.bilingual.alignment import align
from interviews.bilingual.corridor import RARE, _rare, columns_around
from interviews.bilingual.edges import Edge
from interviews.bilingual.fitness import Fitness
from interviews.bilingual.shapes import fitted

CHINESE_ENGLISH = ("zh-hans", "en")


def test_the_work_grows_with_the_length_of_the_texts_and_not_with_its_square(monkeypatch):
    looked_at = Counter()
    score = Fitness.__call__

    def counting(self, row, height, column, width):
        looked_at[len(self._counts[0])] += 1
        return score(self, row, height, column, width)

    monkeypatch.setattr(Fitness, "__call__", counting)
    for size in (150, 600):
        chinese = [f"第{n}号病人服用了{n % 37}毫克ABC{n}。" for n in range(size)]
        english = [f"Patient {n} took {n % 37} mg of ABC{n}." for n in range(size)]
        assert align(chinese, english, CHINESE_ENGLISH) == [([n], [n]) for n in range(size)]
    assert looked_at[600] < 5 * looked_at[150]


def test_words_that_are_everywhere_are_not_looked_up_everywhere():
    few, many = (_rare([["the", f"word{n}", f"half{n // 2}"] for n in range(size)]) for size in (100, 2000))
    assert "the" not in few
    assert max(map(len, many.values())) == max(map(len, few.values()))
    everywhere = [["the", f"often{n % 50}"] for n in range(2000)]
    assert all(len(places) <= RARE for places in _rare(everywhere).values())


def test_a_short_sentence_goes_where_the_quotation_is():
    chinese = ["“你昨天来过吗？”", "他摇了摇头。", "“没有，我在家里。”", "她不相信他的话。"] * 8
    english = [
        '"Did you come yesterday?"',
        "He shook his head.",
        '"No.',
        'I was at home."',
        "She did not believe him.",
    ] * 8
    found = align(chinese, english, CHINESE_ENGLISH)
    assert found[2] == ([2], [2, 3])
    assert sum(pair == ([4 * n + 2], [5 * n + 2, 5 * n + 3]) for n, pair in enumerate(found[2::4])) == 8


def test_shapes_are_as_usual_as_they_were_found():
    split_sentences = [(range(n, n + 1), range(3 * n, 3 * n + 3)) for n in range(50)]
    assert fitted(split_sentences)[1, 3] > fitted([])[1, 3] > fitted([(range(1), range(1))] * 50)[1, 3]


def test_marks_say_nothing_where_only_one_text_has_them():
    edge = Edge([True, False] * 10, [False] * 20)
    assert edge(0, 0) == edge(1, 0) == 0
    edge = Edge([True, False] * 10, [True, False] * 10)
    assert edge(0, 0) > 0 > edge(0, 1)
    before = edge(0, 1)
    edge.learn([(n, n) for n in range(20)] * 5)
    assert edge(0, 1) < before


def test_the_way_has_no_gap_where_much_is_left_out():
    path = [(range(1), range(1)), (range(1, 1), range(1, 200)), (range(1, 2), range(200, 201))]
    columns = columns_around(path, 2, 201)
    assert all(here.stop > there.start for here, there in pairwise(columns))
    assert columns[0].start == 0
    assert columns[-1].stop == 202


def test_a_chapter_that_one_language_lacks_stands_alone():
    chinese = [f"第{n}号病人服用了ABC{n}。" for n in range(120)]
    english = [f"Patient {n} took ABC{n}." for n in range(120)]
    found = align([*chinese[:30], *chinese[90:]], english, CHINESE_ENGLISH)
    right = [([n], [n if n < 30 else n + 60]) for n in range(60)]
    assert sum(pair in found for pair in right) >= 55
