"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # Why a span should be hidden: the codes of the span signals.
    "reason-first-word": "开头像人们常挖的空",
    "reason-last-word": "结尾像人们常挖的空",
    "reason-word-before": "前面的词常引出考点",
    "reason-word-after": "后面的词常收住考点",
    "reason-joint-left": "与前面的词界限分明",
    "reason-joint-right": "与后面的词界限分明",
    "reason-coherence": "内部结合紧密",
    "reason-words": "含有人们常挖的词",
    "reason-rarity": "用词不俗也不偏",
    "reason-place": "在句中的位置",
    "reason-ending": "离句尾的远近",
    "reason-governed": "是动词或“是”的对象",
    "reason-heading": "与分句末尾的中心词的关系",
    "reason-listed": "并列成分之一",
    "reason-shape": "长短和构成适合挖空",
    "reason-known": "是已知的词语或固定说法",
    "reason-frame": "处在标点或框架之间",
}
