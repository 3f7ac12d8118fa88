"""What jinju says of the store of reviews, its settings and copies, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # the store
    "store-busy": "{path}：复习记录库被别的程序占用太久。请关掉另一个 jinju 再试；记录没有丢失。",
    "store-unwritable": "{path}：复习记录库打不开或不能写入（{reason}）。请检查文件、文件夹和磁盘的权限，或用 --store 另指定一个文件。",
    "store-full": "{path}：磁盘已满，刚才这一次作答没有存上，之前的都已存好。请腾出空间后重新作答。",
    "store-io": "{path}：磁盘出错或已满（{reason}），刚才这一次作答没有存上，之前的都已存好。请检查磁盘和剩余空间后重新作答。",
    "store-damaged": "{path}：复习记录库已损坏（{reason}）。请保留这个文件，再用备份恢复：jinju restore 文件。",
    "store-foreign": "{path} 是别的程序的数据库，没有动它。请用 --store 另指定一个文件。",
    "store-newer": "{path} 由更新版本的 jinju 写成。请升级 jinju，或用 --store 另指定一个文件。",
    "store-is-folder": "{path} 是文件夹。请用 --store 指定文件，例如 {path}/reviews.db。",
    "store-kept-aside": "复习记录库已损坏，原文件保留为 {kept}，并新建了一个。可用备份恢复：jinju restore 文件。",
    # studying
    "study-no-decks": "请指定要学的牌组文件：jinju study 牌组.yaml（用 jinju make 文章 生成）。以后直接运行 jinju study 就接着学全部牌组。",
    "study-no-decks-left": "这些牌组文件都读不了：\n{paths}\n请指定它们现在的位置。",
    "study-no-place": "各牌组文件里已经没有条目 {item}。",
    # settings
    "settings-unreadable": "{path}：设置文件读不了（{reason}）。",
    "settings-too-big": "超过 1 MB",
    "settings-bad-yaml": "{path}:{line}：不是合法的 YAML。每行写一项设置，如“  new_a_day: 20”，在“study:”下面用空格缩进。",
    "settings-want-keys": "{path}:{line}：设置写作“键: 值”，每行一项。可用的键：{keys}。",
    "settings-unknown-key": "{path}:{line}：没有“{key}”这项设置。是不是想写：{nearest}？",
    "settings-key-twice": "{path}:{line}：“{key}”写了两次，请去掉一个。",
    "setting-wrong": "{where}：{name} 不能是“{value}”，应为{want}。",
    "want.share": "0.7 到 0.99 之间的数，如 0.9",
    "want.weights": "21 个数的列表，或留空",
    "want.steps": "时间列表，如 [1m, 10m]；单位可用 s、m、h、d",
    "want.interval": "1 到 36500 之间的天数",
    "want.cards": "卡片的整数张数",
    "want.hour": "0 到 23 之间的钟点",
    "want.order": "due 或 retrievability",
    "want.yes": "yes 或 no",
    "want.leech": "1 到 99 之间的遗忘次数",
    "want.date": "日期，如 2026-12-31",
}
