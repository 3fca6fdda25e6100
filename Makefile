# The commands of this repository. Each sets up what it needs in .venv and touches nothing outside the checkout.
python = .venv/bin/python
# in as many processes as there are cores; more than four would only wait for memory
pytest = $(python) -m pytest --numprocesses auto --maxprocesses 4

.PHONY: help demo test test-all lint format samples clean

help:
	@echo 'make demo      install, compare a sample résumé with a sample posting, write report.html'
	@echo 'make test      the quick tests'
	@echo 'make test-all  all tests, the slow ones too'
	@echo 'make lint      ruff, mypy, the import rule, the taxonomy'
	@echo 'make format    write the code as ruff formats it'
	@echo 'make samples   generate the binary samples anew'

demo:
	@sh tools/venv.sh
	@$(python) -m skillgap compare samples/resume.pdf samples/posting.html
	@$(python) -m skillgap compare samples/resume.pdf samples/posting.html -o report.html
	@echo
	@echo "The same as a page: $(CURDIR)/report.html"
	@echo 'Next, with your own files:  .venv/bin/skillgap compare YOUR_CV.pdf POSTING.html'

test:
	@sh tools/venv.sh test,samples
	$(pytest)

test-all:
	@sh tools/venv.sh test,samples
	$(pytest) -m 'slow or not slow'

lint:
	@sh tools/venv.sh test,samples,dev
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	.venv/bin/lint-imports --no-cache
	$(python) -m skillgap taxonomy lint

format:
	@sh tools/venv.sh test,samples,dev
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

samples:
	@sh tools/venv.sh test,samples
	$(python) samples/generate.py

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis report.html ranked.csv
