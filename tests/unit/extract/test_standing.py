import pytest

from jinju.extract.standing import standing


@pytest.mark.parametrize(
    "text",
    [
        "这是转变干部作风的有力举措",
        "不仅可以大大提高办事效率",
        "而是要真抓实干",
        "真正做到“马上就办、特事特办",
        "基层是国家治理的最末端、服务群众的",
        "只有深入群众",
        "有人指出：",
        "才能行稳致远",
    ],
)
def test_a_clip_that_leans_on_its_neighbours_is_refused(text):
    assert standing(text, at_start=True) is None


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("基层是国家治理的最末端、服务群众的最前沿。", 0),
        ("因此，基层是国家治理的最末端。", 3),
        ("不仅要俯下身子，还要迈开步子", 0),
        ("唯有深入群众，方能取信于民", 0),
    ],
)
def test_connectives_at_the_edge_are_dropped_and_whole_frames_stand(text, trimmed):
    assert standing(text, at_start=True).trim == trimmed
