# Two commands to know: `make brief` and `make test`. Each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than cores: many tests wait.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
ARTICLE ?= seeds/000_43f9479510debd93.txt

.PHONY: brief test lint record schemas lock clean help
.DEFAULT_GOAL := help

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

$(VENV)/ready: requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once; about a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summarizer needs Python 3.11 or newer; set PYTHON=python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@# Bytecode is made of what is imported, as it is; to make it of everything takes as long as the rest.
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

brief: $(VENV)/ready ## Brief an article with the embedded model (ARTICLE=path for another)
	@$(BIN)/summarizer brief "$(ARTICLE)" --model embedded/qwen2.5-coder-1.5b --save .

test: $(VENV)/ready ## Run the tests, offline, with the recorded answers
	@# Many tests start processes: without bytecode on the disk each would compile the package anew.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --inline-snapshot=disable

lint: $(VENV)/ready ## Check style, types and the one-way flow
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

record: $(VENV)/ready ## Record the cassettes anew from the embedded model
	@$(BIN)/python -m tests.record

schemas: $(VENV)/ready ## Generate schemas/ from the code
	@$(BIN)/summarizer schema --output schemas/briefing.v1.json
	@$(BIN)/summarizer schema --output schemas/README.md
	@$(BIN)/summarizer schema --of dossier --output schemas/dossier.v1.json
	@$(BIN)/summarizer schema --of dossier --output schemas/dossier.md
	@$(BIN)/python -c 'from summarizer.service.description import description; print(description(), end="")' \
	  > schemas/openapi.v1.json

lock: ## Renew requirements.lock
	@$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.lock --upgrade

clean: ## Remove what was made (the weights stay in the user's cache)
	@rm -rf $(VENV) briefing.json briefing.md briefing.html .mypy_cache .ruff_cache .pytest_cache .hypothesis
