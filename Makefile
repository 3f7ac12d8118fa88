# One vocabulary for people and CI. `make deck` and `make test` are the README's two lines.
.PHONY: deck test check format bench golden

DECK = python3 -m venv .venv && .venv/bin/python -m pip install -q . && .venv/bin/jinju make decks/xianchang-bangong/article.txt
TEST = python3 -m venv .venv && .venv/bin/python -m pip install -q -e '.[test]' && .venv/bin/python -m pytest

deck:
	$(DECK)

test:
	$(TEST)

.venv/dev: pyproject.toml
	python3 -m venv .venv && .venv/bin/python -m pip install -q -e '.[dev]' && touch .venv/dev

check: .venv/dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest --cov --cov-report=term-missing:skip-covered

format: .venv/dev
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

golden: .venv/dev
	.venv/bin/python -m pytest tests/golden --update-golden

bench: .venv/dev
	.venv/bin/python benchmarks/speed.py
