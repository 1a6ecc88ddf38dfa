# Everything runs inside .venv; README.md gives the same commands for machines without make.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
BUNDLE ?= joint
HEADLESS ?= $(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),false,true)

# The first of these that is new enough. Name another one with: make run PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run serve ray test check lint types format train gate bench schema lock fuzz

help:
	@echo "make run      install, then open the page"
	@echo "make serve    the same for several people: a strict content policy, the models loaded before anybody comes,"
	@echo "              no links fetched (HEDGEROW_FETCH=on has them fetched all the same)"
	@echo "make ray      install Ray beside it, for 'python -m batch run --engine ray' and the tests of it"
	@echo "make test     install, then run the tests (ARGS=... goes to pytest)"
	@echo "make check    formatting, lint, types, tests"
	@echo "make fuzz     look for inputs that break a reader, for ten minutes (Linux on x86; ARGS=... goes to tests.fuzzing.run)"
	@echo "make format   put the code into the form that 'make check' asks for"
	@echo "make bench    measure speed beside what users assemble, clicks in the browser, cold start, ten sessions at once"
	@echo "make gate     every measured figure beside its floor; the data of most of them lie in HEDGEROW_DATA"
	@echo "make lock     write requirements.lock and requirements-cuda.lock anew, after a change of the requirements"
	@echo "make schema   write docs/analysis.schema.json anew"
	@echo "make train    train the bundle again (HEDGEROW_DATA names the data; BUNDLE=... another configuration)"

install: $(VENV)/.runtime

run: install
	@echo "Hedgerow opens at http://127.0.0.1:$(PORT) (another port: make run PORT=8600; Ctrl-C stops it)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.headless $(HEADLESS) \
		--server.showEmailPrompt false

serve: install
	@echo "Hedgerow is served at http://127.0.0.1:$(PORT) (Ctrl-C stops it)"
	@$(BIN)/python -m streamlit run asgi.py --server.port $(PORT) --server.headless true --server.showEmailPrompt false

ray: $(VENV)/.ray

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(ARGS)

check: lint types test

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: $(VENV)/.train
	$(BIN)/python -m training.train training/configs/$(BUNDLE).toml --out models/bundles/$(BUNDLE) $(ARGS)

gate: $(VENV)/.dev
	$(BIN)/python -m benchmarks.gate --bundle models/bundles/$(BUNDLE) $(ARGS)

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.speed $(ARGS)
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.load

lock: $(VENV)/.dev
	$(BIN)/python -m deploying.lock

fuzz: $(VENV)/.fuzz
	$(BIN)/python -m tests.fuzzing.run $(ARGS)

schema: install
	$(BIN)/python -m framing.schema > docs/analysis.schema.json.new
	@mv docs/analysis.schema.json.new docs/analysis.schema.json

# pip is there only when the environment was made to the end, so a broken attempt is made again.
$(BIN)/pip:
	@$(or $(PYTHON),python3) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Hedgerow needs Python 3.11 or newer, and $(or $(PYTHON),python3) is not that." >&2; \
		echo "Install one, or name it: make $(firstword $(MAKECMDGOALS)) PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(or $(PYTHON),python3) -m venv $(VENV)

# The stamps make the second 'make run' start at once.
$(VENV)/.runtime: requirements.txt constraints.txt | $(BIN)/pip
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	@touch $@

$(VENV)/.ray: requirements-ray.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements-ray.txt -c constraints.txt
	@touch $@

$(VENV)/.fuzz: requirements-fuzz.txt $(VENV)/.dev
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements-fuzz.txt -c constraints.txt
	@touch $@

$(VENV)/.train: requirements-train.txt $(VENV)/.dev
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps -r requirements-train.txt
	@touch $@
