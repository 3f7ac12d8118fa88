"""The frame that Anki's reviewers put around a side of a card."""


def page(side, number, mode=""):
    """A whole HTML page; `mode` is the class that tells night from day."""
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f'<body class="card card{number} {mode}"><div id="qa">{side}</div></body></html>'
    )
