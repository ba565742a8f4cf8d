# `make run` starts the archive, `make test` runs every test; `make help` lists the rest.
HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= python3
DATA_DIR ?= data
STATIC_ROOT ?= staticfiles
# An address that stands for every interface is no address to go to.
REACHED_AT := $(patsubst ::,[::1],$(patsubst 0.0.0.0,127.0.0.1,$(HOST)))
SITE_ORIGIN ?= http://$(REACHED_AT):$(PORT)
export HOST PORT DATA_DIR STATIC_ROOT SITE_ORIGIN

# Paths are relative and tools are run as modules, so that the project may lie in a folder with spaces in its name.
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
STATIC := $(STATIC_ROOT)/staticfiles.json

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run preflight staff test test-postgresql browser lint requirements messages screenshots bench

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1#/p' Makefile | awk -F'#' '{printf "%-21s %s\n", $$1, $$2}'

run: preflight $(VENV)/run $(STATIC) ## serve the archive at http://127.0.0.1:8000 (PORT and HOST may be set)
	@$(RUN) manage.py prepare --samples fixtures/articles
	@echo "For a staff account: make staff"
	@exec $(RUN) -m gunicorn --config archive/gunicorn.py

staff: $(VENV)/run ## make an account for the editors' desk
	@$(RUN) manage.py prepare
	@$(RUN) manage.py createsuperuser

test: $(VENV)/development browser ## run all tests, those in a real browser too
	$(RUN) -m pytest -n 2

test-postgresql: $(VENV)/development ## run the tests that touch a database on a PostgreSQL of their own
	.ci/postgresql $(RUN) -m pytest -n 2 --postgresql

bench: $(VENV)/run $(STATIC) ## measure an invented archive of SIZE turns, 10000 by default (INTERVIEWS=100000: its lists)
	@$(RUN) -m benchmarks $(BENCHED) $(if $(JSON),--json "$(JSON)")

lint: $(VENV)/development ## check style, templates, migrations and requirements
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	find templates interviews -name '*.html' ! -name '_inline_*' -exec $(VENV)/bin/djade --check --target-version 5.2 {} +
	DATA_DIR=$(VENV)/lint $(RUN) manage.py makemigrations --check --dry-run
	$(RUN) -m pytest -q tests/test_requirements.py

requirements: $(VENV)/development ## pin the dependencies of pyproject.toml (UPGRADE=1: their newest versions)
	$(RUN) -m uv pip compile $(PINNED) --extra postgresql pyproject.toml --output-file requirements.txt
	$(RUN) -m uv pip compile $(PINNED) --group dev --constraint requirements.txt --output-file requirements-dev.txt

messages: $(VENV)/development ## bring the catalogues of interface strings in step with the code
	$(RUN) manage.py messages

screenshots: $(VENV)/development browser ## take the pictures in docs/pictures anew
	$(RUN) -m pytest -q tests/browser/screenshots.py

# In a folder of its own, which stays where DATA_DIR was given.
BENCHED = $(if $(INTERVIEWS),--interviews $(INTERVIEWS),--turns $(or $(SIZE),10000)) \
  $(if $(filter-out file,$(origin DATA_DIR)),--data "$(DATA_DIR)")

PINNED := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url $(if $(UPGRADE),--upgrade)

preflight:
	@command -v $(PYTHON) >/dev/null || { echo "The archive needs Python 3.11 or newer: no $(PYTHON) is here."; exit 1; }
	@$(PYTHON) archive/preflight.py $(HOST) $(PORT)

browser:
	@.ci/browser

$(VENV)/bin/python:
	@echo "Making $(VENV)."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements.txt $(VENV)/bin/python
	@echo "Installing what the archive needs."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/development: requirements-dev.txt $(VENV)/run
	@echo "Installing what its tests need."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(STATIC): $(shell find static -type f) archive/staticfiles.py archive/settings.py $(VENV)/run
	@echo "Collecting the static files."
	@$(RUN) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
