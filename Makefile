# `make` alone prints this menu. Each recipe sets up what it needs.
.DEFAULT_GOAL := menu
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
SEED ?= 1
N ?= 200
# June is the month README.md walks through; July, a month later, shows what became of what June asked (make pack MONTH=2026-07).
MONTH ?= 2026-06

.PHONY: menu pack test test-fast bench mutants lint types contract docs docs-check samples pictures forms accept lock sbom sbom-check site wheel laptop office clean system

menu:  ## print this menu
	@echo "make pack      set up, and build June, the sample month of README.md (PDF, Word, data book, record)"
	@echo "make test      set up, and run all tests"
	@echo ""
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | grep -vE '^(menu|pack|test):' | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "make %-11s%s\n", $$1, $$2}'

pack: .venv/ready-to-run  ## build June, or the month given (MONTH=2026-07)
	$(BIN)/pack build --month $(MONTH)

test: .venv/ready-to-test  ## run all tests
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n auto --dist worksteal tests

test-fast: .venv/ready-to-test  ## run the quick tests (no built month, no office, no browser)
	$(BIN)/pytest -m "not slow and not office and not browser" tests

bench: .venv/ready-to-test .venv-others/tried  ## measure what runs cost, and write docs/benchmarks.md (minutes; on a quiet machine)
	$(BIN)/python -m bench

mutants: .venv/ready-to-test  ## change lines of the code at random and see whether a test notices (SEED=7 N=200)
	$(BIN)/python tests/mutants --seed $(SEED) --count $(N)

lint: .venv/ready-to-test  ## look for faults of form
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/ready-to-test  ## check the types, strictly
	$(BIN)/mypy

contract: .venv/ready-to-test  ## check that imports run one way, down the house
	$(BIN)/lint-imports

docs: .venv/ready-to-test  ## write the generated pages and the standard forms again
	$(BIN)/python -m assurance_pack.reference

docs-check: .venv/ready-to-test  ## fail where a generated page or form is out of date
	$(BIN)/python -m assurance_pack.reference --check

samples: .venv/ready-to-test  ## write the sample months in inputs/ again from their text in samples/
	$(BIN)/python -m samples

pictures: .venv/ready-to-test  ## draw docs/pictures again: the pages of README, and each page of the PDF above that of Word (LibreOffice)
	$(BIN)/python docs/pictures

lock: .venv/ready-to-test  ## pin the newest allowed libraries again, with their hashes
	$(BIN)/python -m pip install --quiet pip-tools uv
	cd requirements && for f in runtime dev site; do ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe $$f.in -o $$f.txt; done
	mkdir -p build && $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --format pylock.toml requirements/runtime.txt -o build/pylock.toml
	$(BIN)/python requirements/pylock.py build/pylock.toml

sbom: .venv/ready-to-test  ## write the bill of materials (CycloneDX) and the list of licences again
	$(BIN)/python requirements/sbom.py

sbom-check: .venv/ready-to-test  ## fail where either is out of date, or a licence is not agreed to
	$(BIN)/python requirements/sbom.py --check

site: .venv/ready-to-run requirements/site.txt  ## draw README and docs/ as a site in dist/site; a link that leads nowhere stops it
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/sphinx-build --quiet --nitpicky --fail-on-warning --keep-going --fresh-env --conf-dir docs/site . dist/site
	@echo "dist/site/docs/site/contents.html"

wheel: .venv/ready-to-test  ## make the wheel, for installing elsewhere
	$(BIN)/python -m build --wheel --no-isolation

# For another machine than this: make laptop FOR=win_amd64 WITH=3.12
laptop: wheel  ## put into dist/laptop all that a laptop without a connection needs (the wheel, its libraries, pylock.toml)
	rm -rf dist/laptop && mkdir -p dist/laptop
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
	  $(if $(FOR),--platform $(FOR) --python-version $(WITH)) -r requirements/runtime.txt --dest dist/laptop/wheels
	cp requirements/pylock.toml dist/assurance_pack-*.whl dist/laptop/

office:  ## install what the tests need to open files in real programs (root on Debian)
	@sh .ci/system office

system:  ## install the system libraries a PDF needs, or say which
	@sh .ci/system

clean:  ## remove .venv and what tools leave behind; inputs and output stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache dist

.venv/bin/python:
	@sh .ci/system
	$(PYTHON) -m venv .venv

.venv/ready-to-run: .venv/bin/python requirements/runtime.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# For comparison only, in an environment of their own; where they cannot be installed the page says so.
.venv-others/tried: bench/others/requirements.txt
	$(PYTHON) -m venv .venv-others
	-.venv-others/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/ready-to-test: .venv/ready-to-run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
