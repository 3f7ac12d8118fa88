"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # 写文件与牌组包
    "write-no-folder": "{path}：没有文件夹 {folder}。请先新建，或换一个路径。",
    "write-not-a-file": "{path}：这是文件夹或设备，不是文件。请给出文件的路径。",
    "write-disk-full": "{path}：空间不足，没有写入；原有文件未动。请腾出空间后再运行。",
    "write-failed": "{path}：无法写入（{reason}）；原有文件未动。请检查权限，或换一个路径。",
    "apkg-backup-name": (
        "{path}：Anki 会把这个文件名当作备份，并用它替换全部收藏。请换一个名字，例如 {better}。"
    ),
    "apkg-no-room": (
        "{path}：没有写入，因为在 {folder} 中准备时出错（{reason}）。"
        "请在那里腾出空间，或把 TMPDIR 设为较宽裕的文件夹，再运行一次。"
    ),
    "note-deck-no-name": "牌组没有名字。请取一个名字。",
    "note-deck-empty": "牌组里没有保留任何条目，没有可写的内容。请把一些条目设为 keep: yes。",
    "note-no-article": "条目 {item}：牌组里没有文章 {article}。请改正文章的键，或把该文章补进牌组。",
    "note-same-id": "条目 {item}：有两个条目用了这个编号，Anki 会把两条都导入。请删去一个。",
    "note-bad-marks": (
        "条目 {item}：第 {at} 个字符处的挖空标记有误（{problem}）。"
        "请改正文本；标记写作 {{{{c1::答案}}}}，编号为 1 到 499。"
    ),
    "note-no-blank": (
        "条目 {item}：文本里没有挖空，不会有卡片。请加上 {{{{c1::答案}}}} 这样的标记，或不收这一条。"
    ),
    "note-too-deep": "条目 {item}：挖空嵌套超过 {most} 层，旧版 Anki 无法显示。请把其中一些并排放置。",
    "note-empty-blank": "条目 {item}：第 {number} 空里没有内容。请填上答案，或去掉标记。",
}
