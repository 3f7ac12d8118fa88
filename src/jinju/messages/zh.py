"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # 写文件与牌组包
    "write-no-folder": "{path}：没有文件夹 {folder}。请先新建，或换一个路径。",
    "write-not-a-file": "{path}：这是文件夹或设备，不是文件。请给出文件的路径。",
    "write-disk-full": "{path}：空间不足，没有写入；原有文件未动。请腾出空间后再运行。",
    "write-failed": "{path}：无法写入（{reason}）；原有文件未动。请检查权限，或换一个路径。",
    # the deck file
    "deck-bad": "{path}：这个牌组文件现在不能用，什么都没有写入。请改正（{count} 处）：\n{problems}",
    "deck-newer": (
        "format {format}：由更新版本的 jinju 写成（本版本只认识 {known}）。请升级 jinju 后再运行。"
    ),
    "deck-not-a-mapping": "牌组文件以“format: 1”“deck: 名称”这样的行开头。是不是选错了文件？",
    "deck-several-documents": "这里开始了第二个文档（---）。一个文件只放一个牌组，请删去这一行。",
    "deck-key-not-text": "键必须是普通的词。以 {{{{ 或 [ 开头的文字请加引号。",
    "deck-anchor": "这里不支持锚点和别名（& 和 *）。请把内容写全，或加上引号。",
    "deck-tag": "这里不支持 !name 这样的标签。请删去，或给内容加上引号。",
    "deck-too-deep": "嵌套太深。请检查多余的 [ 或 {{{{，或丢失的引号。",
    "deck-conflict": "这里留有合并冲突的标记（{mark}）。请选定一方，并删去标记行。",
    "deck-unprintable": "这里有控制字符 {sign}。请删去。",
    "deck-tab": "这一行用制表符缩进。请改用空格，与上下各行对齐。",
    "deck-indent": "缩进与上下各行不一致，在“{near}”附近。请与上面的键对齐。",
    "deck-syntax": (
        "这里不是合法的 YAML（{said}），在“{near}”附近。请给文字加引号，或放到“|-”下面另起一行。"
    ),
    "deck-unknown-key": "{what} 里没有“{key}”这个键。是不是想写：{nearest}？",
    "deck-key-twice": "“{key}”在这里重复了（第一次在第 {first} 行）。请只留一个。",
    "deck-missing": "缺少“{key}”，或内容为空。请补上，或删去整条。",
    "deck-want-mapping": "{what}：这里应是“键: 值”的行（{keys}）。请检查缩进。",
    "deck-want-list": "“{key}”应是列表：以“- ”开头的各行，或 [甲, 乙]。",
    "deck-want-text": "“{key}”应是一段文字。请加上引号。",
    "deck-want-by-number": "“{key}”应是“编号: 值”的行，每个填空编号一行。",
    "deck-want-number": "“{key}: {value}”不是数。",
    "deck-want-integer": "“{key}: {value}”应是 {low} 到 {high} 的整数。",
    "deck-want-flag": "“{key}: {value}”：请写 yes 或 no。",
    "deck-want-time": "“{key}: {value}”不是 2026-11-23T06:10:00Z 这样的时间。请改正，或删去这一行。",
    "deck-same-key": "文章键 {key} 在这里重复了（第一次在第 {first} 行）。请删去其中一个。",
    "deck-same-id": (
        "id {id} 在这里重复了（第一次在第 {first} 行）。请删去一条；如果是新条目，删去 id 这一行。"
    ),
    "deck-bad-id": "id“{id}”：应以字母开头，后面是字母和数字。请恢复原样，或删去这一行。",
    "deck-bad-kind": "没有“{value}”这种填空。可用：{kinds}。",
    "deck-bad-mine": "“mine: {value}”：请写 yes（整条归我）、tags（只有标签归我），或删去这一行。",
    "deck-made": "“{value}”不是 jinju 自己清单里的行。请删去这一行。",
    "deck-no-such-article": "条目 {id} 属于文章“{key}”，而 articles 里没有它（{keys}）。请改正。",
    "deck-no-such-paragraph": "条目 {id}：它的文章有 {count} 段。请改正段号（从 1 数起）。",
    "deck-key-in-text": "条目 {id}：文字里有一行像是键或注释。请让它与“text”对齐。",
    "deck-cloze-unclosed": "条目 {id}：填空没有结束，在“{near}”附近。请用两个右花括号结束。",
    "deck-cloze-empty": "条目 {id}：填空是空的，在“{near}”附近。请填入答案，或删去标记。",
    "deck-cloze-number": "条目 {id}：填空编号应在 1 到 499 之间，在“{near}”附近。",
    "deck-cloze-nearly": (
        "条目 {id}：“{near}”不是完整的标记。请写 {{{{c1::答案}}}}；正文里的花括号前加反斜杠：\\{{。"
    ),
    "deck-no-blank": "条目 {id}：文字里没有填空。请标出一个 {{{{c1::答案}}}}，或加上“keep: no”。",
    "deck-number-reused": (
        "条目 {id}：编号 {number} 已停用，再用会让 Anki 把旧记录算给别的填空。请用 {free}。如果恢复的正是原"
        "来那个填空，请把 {number} 从“retired”里去掉。"
    ),
    "deck-is-folder": "{path}：这是文件夹。请给出牌组文件的路径。",
    "deck-too-big": "{path}：超过 {limit} MB，不像牌组文件。请检查路径。",
    "deck-unreadable": "{path}：读不了（{reason}）。请检查权限。",
    "deck-not-utf8": "{path}:{line}：不是 UTF-8。请把文件存为 UTF-8 后再运行。",
    "deck-changed-meanwhile": "{path}：期间被别的程序改动过，所以保持原样。请再运行一次。",
    # what a run changes in a deck
    "deck-busy": "{path}：另一个 jinju 一直在处理这个文件。请等它结束后再运行。",
    "undo-nothing": "{path}：没有更早的版本可以恢复。",
    "undo-edited": "{path}：jinju 上次改动之后又被编辑过，撤销会丢掉这些编辑。确定要撤销请加 --force。",
    "change-new": "新增",
    "change-same": "没有变化",
    "change-text": "句子或填空有变化",
    "change-context": "提示或上下文有变化",
    "change-theirs": "你改过，以你的为准",
    "change-own": "你自己加的，保留",
    "change-not-picked": "这次没有选中，仍在文章里，保留",
    "change-gone": "文章里已没有这一句；先保留，同意的话请删去",
    "change-keep-no": "keep: no",
    "change-deleted": "你删去过；想恢复就从“refused”里去掉",
    "change-refused": "以前在这个或别的牌组里拒绝过",
    "change-overlap": "与保留的条目重叠",
}
