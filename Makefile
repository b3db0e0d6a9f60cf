# Every target sets up what it needs in .venv; Python 3.11 or later and make are enough.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types imports evaluate clean
.DEFAULT_GOAL := demo

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev
	touch $@

demo: $(VENV)/.run ## scan the mailbox that ships with the program
	@$(BIN)/inbox-watch demo

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

check: lint types imports test ## everything that must hold

evaluate: $(VENV)/.dev ## measure the reader and the clock
	$(BIN)/python models/scripts/evaluate.py
	$(BIN)/python benchmarks/speech.py models/test/recruiting.jsonl
	$(BIN)/python -m benchmarks.scenarios --given
	$(BIN)/python -m benchmarks.scenarios

clean:
	rm -rf $(VENV) dist build
