"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # text
    "not-text": "{path}：不是可读的文本（既非 UTF-8、UTF-16，也非 GB 18030 或 Big5）。"
    "请另存为 UTF-8 纯文本，或直接提供原文档。",
    "garbled": "{path}：文本在转换编码时已经损坏，丢失的字无法恢复。"
    "请从原网页重新保存（注意选对编码，多为 GBK）。",
}
