import io

import pytest

from jinju.adapters.sources import read_sources
from jinju.messages.en import MESSAGES as EN
from jinju.messages.zh import MESSAGES as ZH
from jinju.model.errors import Problem, UserError


def _decode(data):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _read(*arguments, stdin=b"", decode=_decode, **options):
    found = list(read_sources([str(a) for a in arguments], stdin=io.BytesIO(stdin), decode=decode, **options))
    for problem in found:
        if isinstance(problem, Problem):
            _said(problem.code, dict(problem.details))
    return found


def _said(code, details):
    """Whatever goes wrong can be said, names its source, and stays on one line."""
    for messages in (EN, ZH):
        message = messages[code].format(**details)
        assert details["path"] in message
        assert len(message.splitlines()) == 1


@pytest.fixture
def read():
    """Reads what the arguments name, with a decoder that knows the two commonest encodings."""
    return _read


@pytest.fixture
def refused():
    """Reads likewise, and gives the error that it must end in."""

    def refused(*arguments, **options):
        with pytest.raises(UserError) as caught:
            _read(*arguments, **options)
        _said(caught.value.code, caught.value.details)
        return caught.value

    return refused
