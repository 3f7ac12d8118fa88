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
}
