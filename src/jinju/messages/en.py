"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}: no such file. Check the path.",
    # Sources
    "source-empty": (
        "{path}: there is no text in it. Check that it is the right file, and that it was saved."
    ),
    "source-unreadable": (
        "{path}: cannot be read ({reason}). Check that it exists, that you may read it, and that the "
        "disk or share is there."
    ),
    "source-too-large": (
        "{path}: larger than {limit} MB, which no article is. Cut the article out into a file of its own."
    ),
    "source-binary": (
        "{path}: this is not a text{format}. Give a text, Markdown, HTML, DOCX, PDF or EPUB file; of "
        "a picture, type or recognise the text first."
    ),
    "source-broken-link": (
        "{path}: a link to a file that is not there. Remove the link, or restore the file."
    ),
    "source-empty-folder": (
        "{path}: no articles in this folder. Looked for .txt, .md, .html, .docx, .pdf and .epub "
        "files, in its folders too."
    ),
    "source-no-match": (
        "{path}: no file matches this pattern. Check the folder and the spelling; ** searches "
        "folders within folders."
    ),
    "source-old-office": (
        "{path}: an old Office file (.doc, .wps), which cannot be read. Open it in Word, WPS or "
        "LibreOffice and save it as .docx."
    ),
    "source-rtf": (
        "{path}: an RTF file, which cannot be read. Open it in a word processor and save it as .docx or .txt."
    ),
    "source-kindle": (
        "{path}: a Kindle book, which cannot be read. Convert it to .epub first, for example with Calibre."
    ),
    "source-odt": (
        "{path}: an OpenDocument file, which cannot be read. Open it in LibreOffice or Word and save "
        "it as .docx."
    ),
    "source-archive": "{path}: an archive, not an article. Unpack it and give the folder.",
    "source-broken": (
        "{path}: broken: its name or first bytes say {kind}, but it does not hold together "
        "({reason}). Fetch or save it again."
    ),
    "source-bomb": (
        "{path}: unpacks to more than {limit} MB, as no article does; not opened further. If you "
        "trust it, copy the text into a .txt file."
    ),
    "source-docx-encrypted": (
        "{path}: protected by a password. Open it in Word, remove the password, and save it again."
    ),
    "source-epub-drm": (
        "{path}: a book with copy protection (DRM), which cannot be read. Use a copy without it."
    ),
    "source-pdf-encrypted": (
        "{path}: a PDF protected by a password. Open it in a viewer, print or save it without the "
        "password, and give that file."
    ),
    "source-pdf-scanned": (
        "{path}: a scanned PDF: {pages} page(s) of pictures without text. Run text recognition over "
        "it first, for example: ocrmypdf -l chi_sim in.pdf out.pdf"
    ),
    "source-no-article": (
        "{path}: no article found on this page. It may need a login or a script; open it in a "
        "browser, copy the text into a .txt file and give that."
    ),
    "source-needs-extra": (
        "{path}: to read {kind}, install the part of jinju for it: pipx install 'jinju[{extra}]' "
        "(with pip: pip install 'jinju[{extra}]')."
    ),
    "source-url-scheme": (
        "{path}: only http:// and https:// addresses are fetched. For a file on this machine give its path."
    ),
    "source-url-malformed": (
        "{path}: not a complete address. It should look like https://example.org/article.html"
    ),
    "source-url-credentials": (
        "{path}: the address holds a user name or password, which is not sent. Open the page in a "
        "browser and save it, then give the file."
    ),
    "source-url-status": (
        "{path}: the server answered {status}. Open the address in a browser; if the page is gone or "
        "needs a login, save or copy its text from elsewhere."
    ),
    "source-url-redirects": (
        "{path}: the server sends from one address to the next without end (stopped after {count}). "
        "Open it in a browser and give the address it ends at."
    ),
    "source-url-redirect-scheme": (
        "{path}: the server sends on to an address that is neither http nor https; not followed. "
        "Check that the address is the right one."
    ),
    "source-url-timeout": (
        "{path}: no complete answer within {seconds} seconds. Try again later, or save the page in a "
        "browser and give the file."
    ),
    "source-url-unreachable": (
        "{path}: cannot be reached ({reason}). Check the spelling and your connection, or save the "
        "page in a browser and give the file."
    ),
    "source-url-encoding": (
        "{path}: the answer is packed in a way that cannot be read ({encoding}). Save the page in a "
        "browser and give the file."
    ),
    "source-pdf-garbled": (
        "{path}: this PDF does not say which characters its letters are, so its text cannot be taken "
        "out. Run text recognition over it, for example: ocrmypdf --force-ocr -l chi_sim in.pdf "
        "out.pdf"
    ),
    "source-pdf-long": (
        "{path}: {pages} pages, more than the {limit} that are read at once. Cut the article out "
        "into a file of its own."
    ),
}
