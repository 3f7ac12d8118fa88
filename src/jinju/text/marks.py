"""What stands before the points of a list and the headings of a text."""

from __future__ import annotations

from typing import Final

HEADING_MARK: Final = (
    r"(?:#{1,6}\s|第[一二三四五六七八九十百零\d]{1,4}[章节篇部讲条]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[)）])"
)

LIST_MARK: Final = (
    r"(?:[•·●■◆▪○◇□*+-]\s|[-–—]\s|\d{1,3}[.、．)）]\s*(?!\d)|[（(]\d{1,3}[)）]|[①-⑳❶-❿]|"
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
)
