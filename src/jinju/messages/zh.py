"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
    # 来源
    "source-empty": "{path}：里面没有文字。请检查是否选对了文件、是否已保存。",
    "source-unreadable": (
        "{path}：无法读取（{reason}）。请检查文件是否存在、是否有读取权限、磁盘或共享是否可用。"
    ),
    "source-too-large": "{path}：超过 {limit} MB，不像一篇文章。请把文章单独存成一个文件。",
    "source-binary": (
        "{path}：这不是文本{format}。请提供文本、Markdown、HTML、DOCX、PDF 或 EPUB 文件；图片请先识别成文字。"
    ),
    "source-broken-link": "{path}：链接指向的文件不存在。请删除这个链接，或恢复原文件。",
    "source-empty-folder": (
        "{path}：这个文件夹里没有文章。已查找 .txt、.md、.html、.docx、.pdf、.epub 文件（包括子文件夹）。"
    ),
    "source-no-match": "{path}：没有文件与此匹配。请检查文件夹和拼写；用 ** 可以搜索各级子文件夹。",
    "source-old-office": (
        "{path}：旧版 Office 文件（.doc、.wps），无法读取。请用 Word、WPS 或 LibreOffice 打开，另存为 .docx。"
    ),
    "source-rtf": "{path}：RTF 文件，无法读取。请用文字处理软件打开，另存为 .docx 或 .txt。",
    "source-kindle": "{path}：Kindle 电子书，无法读取。请先转换为 .epub，例如用 Calibre。",
    "source-odt": "{path}：OpenDocument 文件，无法读取。请用 LibreOffice 或 Word 打开，另存为 .docx。",
    "source-archive": "{path}：这是压缩包，不是文章。请解压后给出文件夹。",
    "source-broken": (
        "{path}：文件已损坏：名称或开头表明是 {kind}，内容却不完整（{reason}）。请重新下载或保存。"
    ),
    "source-bomb": (
        "{path}：解压后超过 {limit} MB，不像文章，已停止读取。如果信任它，请把文字复制到 .txt 文件。"
    ),
    "source-docx-encrypted": "{path}：有密码保护。请在 Word 中打开，取消密码后重新保存。",
    "source-epub-drm": "{path}：带有版权保护（DRM）的电子书，无法读取。请使用没有保护的版本。",
    "source-pdf-encrypted": "{path}：有密码保护的 PDF。请在阅读器中打开，打印或另存为没有密码的文件。",
    "source-pdf-scanned": (
        "{path}：扫描版 PDF：{pages} 页都是图片，没有文字。请先做文字识别，例如："
        "ocrmypdf -l chi_sim in.pdf out.pdf"
    ),
    "source-no-article": (
        "{path}：网页里没有找到文章。可能需要登录或脚本；请在浏览器中打开，把文字复制到 .txt 文件。"
    ),
    "source-needs-extra": (
        "{path}：读取 {kind} 需要安装 jinju 的相应部分：pipx install 'jinju[{extra}]'（用 pip："
        "pip install 'jinju[{extra}]'）。"
    ),
    "source-url-scheme": "{path}：只读取 http:// 和 https:// 网址。本机文件请直接给出路径。",
    "source-url-malformed": "{path}：网址不完整。应类似 https://example.org/article.html",
    "source-url-credentials": (
        "{path}：网址中含有用户名或密码，不会发送。请在浏览器中打开并保存网页，再给出文件。"
    ),
    "source-url-status": (
        "{path}：服务器返回 {status}。请在浏览器中打开；如果网页已删除或需要登录，请从别处保存或复制文字。"
    ),
    "source-url-redirects": (
        "{path}：服务器不停地跳转（{count} 次后停止）。请在浏览器中打开，给出最后的网址。"
    ),
    "source-url-redirect-scheme": (
        "{path}：服务器跳转到既非 http 也非 https 的地址，没有跟随。请检查网址是否正确。"
    ),
    "source-url-timeout": (
        "{path}：{seconds} 秒内没有收到完整的网页。请稍后再试，或在浏览器中保存网页后给出文件。"
    ),
    "source-url-unreachable": (
        "{path}：无法连接（{reason}）。请检查拼写和网络，或在浏览器中保存网页后给出文件。"
    ),
    "source-url-encoding": "{path}：网页的压缩方式无法读取（{encoding}）。请在浏览器中保存网页后给出文件。",
    "source-pdf-garbled": (
        "{path}：这个 PDF 没有说明字形对应哪些文字，无法取出文字。请做文字识别，例如："
        "ocrmypdf --force-ocr -l chi_sim in.pdf out.pdf"
    ),
    "source-pdf-long": "{path}：共 {pages} 页，超过一次读取的上限 {limit} 页。请把文章单独存成一个文件。",
}
