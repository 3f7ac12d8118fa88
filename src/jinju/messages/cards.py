"""The words that stand on cards and in deck files; they follow the article's language."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    # why it was picked
    "reason.quoted": "引号热词“{detail}”",
    "reason.idiom": "成语“{detail}”",
    "reason.set-phrase": "固定搭配“{detail}”",
    "reason.shape": "叠字对举“{detail}”",
    "reason.four-character": "四字格“{detail}”",
    "reason.even-pair": "整齐短语“{detail}”",
    "reason.formula": "数字提法“{detail}”",
    "reason.collocation": "精当搭配“{detail}”",
    "reason.parallel": "排比 {detail} 项",
    "reason.antithesis": "对偶",
    "reason.quotation": "引用",
    "reason.classical": "文言句式",
    "reason.aphorism": "格言句式",
    "reason.definition": "判断句（X是Y）",
    "reason.template": "可套用的句式",
    "reason.metaphor": "比喻",
    "reason.thesis": "论点句",
    "reason.opening": "开头",
    "reason.closing": "结尾",
    "reason.echo-title": "呼应标题",
    # hints
    "hint.parallel": "与“{partner}”并列，第 {place} 项",
    "hint.antithesis": "与“{partner}”相对",
    "hint.goal": "从“{partner}”到",
    "hint.place": "并列 {size} 项中的第 {place} 项",
    "hint.length": "{count} 字",
    "hint.quoted": "引号中的热词",
    "hint.idiom": "成语",
    "hint.shape": "有一字重复的短语",
    "hint.even-pair": "字数相同、前后对举",
    "hint.formula": "带数字的提法",
    "hint.saying": "所引之句的一半",
    "hint.image": "比喻的喻体",
    # recitation
    "cue.recite": "背诵整句｜主题：{theme}｜用于：{use}｜开头：{opening}……",
    "use.opening": "开头",
    "use.closing": "结尾",
    "use.head": "分论点",
    "use.body": "论证",
    "use.citation": "引用",
}
