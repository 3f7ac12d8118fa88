"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # 写文件与牌组包
    "write-no-folder": "{path}：没有文件夹 {folder}。请先新建，或换一个路径。",
    "write-not-a-file": "{path}：这是文件夹或设备，不是文件。请给出文件的路径。",
    "write-disk-full": "{path}：空间不足，没有写入；原有文件未动。请腾出空间后再运行。",
    "write-failed": "{path}：无法写入（{reason}）；原有文件未动。请检查权限，或换一个路径。",
}
