"""What `jinju due` and `jinju stats` say, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "help.due": "按牌组文件列出今天要学什么。",
    "help.due-decks": "牌组文件；默认是学过的全部。",
    "examples.due": "例：jinju due   |   jinju due essay.yaml --json",
    "due.deck": "牌组",
    "due.new": "新卡",
    "due.learning": "学习中",
    "due.review": "到期",
    "due.session": "现在学习：新卡 {new} 张，学习中 {learning} 张，复习 {review} 张。运行 jinju study",
    "due.nothing": "今天的都学完了。下一次：{day}，{count} 张。",
    "due.nothing-ahead": "今天没有要学的，以后也还没有安排。",
    "due.waiting": "下一个学习步骤在 {time} 到期。",
}
