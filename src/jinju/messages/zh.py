"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # help
    "help.jinju": "把文章变成能记住好词好句的 Anki 卡片。离线运行，不到一秒。",
    "help.make": "用文章制作牌组：一个 Anki 包（.apkg）和它可编辑的源文件（.yaml）。",
    "help.pick": "列出值得背的短语和句子，附分数、理由和位置。不写任何文件。",
    "help.export": "不需要原文，由牌组文件生成 Anki 包。手工改过的条目会得到新的时间。",
    "help.version": "显示版本号后退出。",
    "help.article": "一个文件；- 表示标准输入。",
    "help.articles": "要读的文件；- 表示标准输入。",
    "help.out": "一个文件夹，或合成一个 FILE.apkg。默认写在文章旁边，与文章同名。",
    "help.deck": "牌组在 Anki 里的名字（:: 表示子牌组）。默认：金句::<标题>。",
    "help.cards": "每篇文章最多多少条笔记。默认按篇幅，最多 25 条。",
    "help.tag": "给每条笔记加标签；可重复使用。",
    "help.json": "输出 JSON，供程序使用。",
    "help.dry-run": "只说会做什么，不写文件。",
    "help.force": "替换手工改过的牌组文件；会保留备份。",
    "help.deck-file": "用来生成的牌组文件。",
    "help.apkg": "要写的包。默认写在牌组文件旁边，同名。",
    "examples.make": "例：jinju make essay.txt   |   jinju make *.txt -o decks/   |   "
    "jinju make a.txt b.txt -o exam.apkg --deck 申论   |   cat essay.txt | jinju make -",
    "examples.pick": "例：jinju pick essay.txt   |   jinju pick essay.txt --json",
    "examples.export": "例：jinju export essay.yaml -o essay.apkg",
    # what was done
    "made": "牌组“{deck}”\n  Anki 包    {package}\n  牌组文件   {deck_file}",
    "would-make": "将制作牌组“{deck}”\n  Anki 包    {package}\n  牌组文件   {deck_file}",
    "backup-kept": "  备份       {backup}",
    "exported": "{path}：{notes} 条笔记，{cards} 张卡片。",
    "stamped": "{count} 个改过的条目有了新的时间，下次导入时 Anki 会更新它们。",
    "progress": "正在制作牌组",
    "interrupted": "已中断，没有留下写了一半的文件。",
    "preparing": "正在准备词典（只需一次，约两秒）……",
    "column.article": "文章",
    "column.notes": "笔记",
    "column.cards": "卡片",
    "column.kinds": "类型",
    "column.repairs": "修复",
    "column.score": "分数",
    "column.pick": "内容",
    "column.reasons": "理由",
    "column.span": "位置",
    "heading.phrases": "短语",
    "heading.sentences": "句子",
    "kind.phrase": "短语",
    "kind.slot": "槽位",
    "kind.quote": "引句",
    "kind.recite": "背诵",
    # what went wrong
    "deck-edited": "{path}：这个牌组文件被手工改过，因此不替换。"
    "可用 `jinju export {path}` 由它生成 Anki 包，或加 --force 替换（会保留备份）。",
    "nothing-to-pick": "{path}：没有找到值得背的内容，因此没有写牌组。"
    "请给一篇有一定篇幅的文章或评论；`jinju pick` 可以看到识别出了什么。",
    # text
    "no-such-file": "{path}：没有这个文件。请检查路径。",
}
