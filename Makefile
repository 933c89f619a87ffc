# Everything a person or CI calls. `make demo` and `make test` need Python >= 3.11, Node >= 20 and make, no more.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --root-user-action=ignore
FRONTEND := apps/frontend
PORT ?= 8000

.PHONY: help setup demo serve dev check check-backend check-frontend test test-backend test-faults test-frontend \
	accept e2e pictures bench bar client format lock clean

help: ## show this
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Indexcards needs Python 3.11 or newer."; exit 1; }
	@echo "Setting up Python's part (once; a minute or two) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes --no-deps -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(FRONTEND)/node_modules/.ready: $(FRONTEND)/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo "Indexcards needs Node 20 or newer."; exit 1; }
	@echo "Fetching what the browser's part is built with (once) …"
	@cd $(FRONTEND) && npm ci --loglevel=error --no-audit --no-fund > /dev/null
	@touch $@

FRONTEND_SOURCES := $(shell find $(FRONTEND)/src $(FRONTEND)/public $(FRONTEND)/index.html $(FRONTEND)/vite.config.ts -type f 2>/dev/null)

$(FRONTEND)/dist/index.html: $(FRONTEND)/node_modules/.ready $(FRONTEND_SOURCES)
	@echo "Building the browser's part …"
	@cd $(FRONTEND) && npm run --silent build
	@touch $@

setup: $(VENV)/.ready $(FRONTEND)/dist/index.html ## virtual environment, dependencies, built frontend

demo: setup ## read the sample drawers and show what came out
	@$(BIN)/python scripts/demo.py

serve: setup ## the service with its browser UI
	@$(BIN)/indexcards serve --port $(PORT)

dev: setup ## the service and Vite's development server side by side
	$(BIN)/indexcards serve --port 8000 & trap 'kill $$!' EXIT; cd $(FRONTEND) && npm run dev

# What waits for files or other processes runs beside what does not; each part's output comes whole, at its end.
BESIDE := $(MAKE) --no-print-directory --output-sync=target -j

check: setup ## format, lint, types, layers, client is fresh
	$(BESIDE) 2 check-backend check-frontend

check-backend: setup
	$(BIN)/ruff format --check apps/backend scripts bench
	$(BIN)/ruff check apps/backend scripts bench
	$(BIN)/mypy
	$(BIN)/mypy scripts/demo.py
	$(BIN)/lint-imports
	$(BIN)/python scripts/dump_openapi.py --check

check-frontend: setup
	cd $(FRONTEND) && npm run --silent typecheck && npm run --silent lint && npm run --silent client:check

test: check ## every test: backend on SQLite and PostgreSQL, frontend, browser
	$(BIN)/python scripts/need.py postgresql chromium
	$(BESIDE) 2 test-backend test-frontend
	$(MAKE) --no-print-directory test-faults e2e

test-backend: setup
	$(BIN)/pytest -q -m "not accept and not bar" -n 2 --dist loadfile --ignore apps/backend/tests/faults

test-faults: setup
	$(BIN)/pytest -q -m "not bar and not quiet" -n 3 apps/backend/tests/faults
	$(BIN)/pytest -q -m quiet apps/backend/tests/faults

test-frontend: setup
	cd $(FRONTEND) && npm test --silent

e2e: setup ## the browser tests against the real service
	$(BIN)/python scripts/need.py chromium
	cd $(FRONTEND) && npm run --silent e2e

pictures: setup ## the pictures under docs/, made anew
	$(BIN)/python scripts/need.py chromium
	cd $(FRONTEND) && npm run --silent pictures

accept: setup ## what needs the real cards in ../shared
	@test -d ../shared/cards || { echo "make accept needs the real cards in ../shared/cards."; exit 1; }
	$(BIN)/pytest -q -m accept

bar: setup ## the long versions of the fault bar
	$(BIN)/python scripts/need.py postgresql
	$(BIN)/pytest -q -m bar

bench: setup ## the figures of bench/RESULTS.md
	$(BIN)/python -m bench

client: $(VENV)/.ready $(FRONTEND)/node_modules/.ready ## the frontend's client from the API
	$(BIN)/python scripts/dump_openapi.py
	cd $(FRONTEND) && npm run --silent client

format: $(VENV)/.ready ## put the code in order
	$(BIN)/ruff format apps/backend scripts bench
	$(BIN)/ruff check --fix apps/backend scripts bench

lock: ## pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock

clean: ## remove what was built; data stays
	rm -rf $(VENV) $(FRONTEND)/node_modules $(FRONTEND)/dist
