.PHONY: setup run test bench check audit screenshots translations lock
SHELL := /bin/bash
PYTHON := .venv/bin/python
STAMP := .venv/.complete

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml tools/setup.sh
	@tools/setup.sh
	@touch $@

run: $(STAMP)
	@tools/run.sh

test: $(STAMP)
	$(PYTHON) -m pytest -n 2 --dist loadgroup

bench: $(STAMP)
	$(PYTHON) -m tests.benchmarks

check: $(STAMP)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	@$(MAKE) -s audit

# Away from the network there is nothing to compare with: a counter's computer must be able to check itself too.
audit: $(STAMP)
	@timeout 120 .venv/bin/pip-audit --progress-spinner off --disable-pip --require-hashes -r requirements.lock \
		|| echo "pip-audit: findings above, or the advisories cannot be reached; not counted as a failure here."

screenshots: $(STAMP)
	$(PYTHON) -m tools.screenshots
	$(PYTHON) -m tools.screenshots_together
	$(PYTHON) -m tools.screenshots_staff

# Extract what changed, merge it into every language, compile, and tell how far each is.
translations: $(STAMP)
	$(PYTHON) -m tools.translations update
	for layer in nederland twente enschede; do \
		.venv/bin/wijkwijzer catalogue translations export --content resources/content/$$layer \
			-o resources/content/$$layer/translations || exit 1; \
	done
	$(PYTHON) -m tools.translations compile
	$(PYTHON) -m tools.translations report

lock:
	uv pip compile --universal --generate-hashes --no-header --no-annotate --group dev pyproject.toml -o requirements.lock
