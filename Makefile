# Everything there is to run. `make demo` and `make test` fetch what they need; nothing else is to be installed first
# but Python 3.11 or newer and make. Written for every make since 3.81 (macOS has that one).

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
DEMO_READY := $(VENV)/.demo-ready
MADE := $(VENV)/.made
PIP := $(PY) -m pip --disable-pip-version-check --quiet
UV := .parts/uv/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --upgrade
ARGS ?=
WORKERS ?= 2# halves of the tests, each with a Synapse of its own; 0 runs all in one process

# Looked for only when an environment has to be made.
BASE_PYTHON = $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)

.PHONY: help setup demo test check bench parts lock clean

help:
	@echo "make demo    three people at the drop-in, side by side in your browser"
	@echo "make test    all tests (fetches a real Matrix server and client first)"
	@echo "make check   format, lint, types, layers"
	@echo "make bench   how fast, beside a bare echo bot"
	@echo "make lock    renew the lock files      make clean   remove all that was fetched"

setup: $(READY)

$(READY): requirements-dev.lock pyproject.toml | $(MADE)
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# What the bot itself needs, and no more: a newcomer need not wait for tools.
$(DEMO_READY): requirements.lock | $(MADE)
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(MADE):
	@test -n "$(BASE_PYTHON)" || { echo "peerbot needs Python 3.11 or newer with venv, and found none."; \
	echo "Debian, Ubuntu: apt install python3 python3-venv   Fedora: dnf install python3   macOS: brew install python"; \
	exit 1; }
	@echo "Setting up $(VENV) with $(BASE_PYTHON) …"
	@$(BASE_PYTHON) -m venv $(VENV)
	@touch $@

demo: $(if $(wildcard $(READY)),$(READY),$(DEMO_READY))
	@$(PY) -m bot demo $(ARGS)

test: setup parts
	$(PY) -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

check: setup
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo

bench: setup parts
	@$(PY) -m tests.bench $(ARGS)

parts: setup
	@$(PY) -m tests.parts.get

$(UV): $(READY)
	@$(PY) -m venv .parts/uv
	@.parts/uv/bin/python -m pip --disable-pip-version-check --quiet install uv==0.13.9

# Names, versions and hashes, for all platforms and Python 3.11 to 3.14; no address of any index.
lock: $(UV)
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) --extra dev pyproject.toml -o requirements-dev.lock
	@$(LOCK) tests/parts/synapse.in -o tests/parts/synapse.lock
	@$(LOCK) tests/parts/calendars.in -o tests/parts/calendars.lock
	@$(PY) -m tests.parts.npm_lock tests/parts/js tests/parts/hydrogen

clean:
	rm -rf $(VENV) .parts tests/parts/js/node_modules .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache dist
