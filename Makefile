# Needs bash, make, Python 3.10 and 3.11. Ports and folders: make run BUUR_WEB_PORT=8010 BUUR_VAR=/srv/buur
.DEFAULT_GOAL := help
.PHONY: help run shell test check train validate lock dutch bench-nlu bench-cases bench-answers bench-listeners bench-learning bench-console bench-widget talks pictures console-pictures walk clean environments test-environments

APP := .venv/app/bin
ENGINE := .venv/engine/bin
bench-data = $(if $(TRAIN),--train "$(TRAIN)") $(if $(TEST),--test "$(TEST)")

export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: environments ## Set everything up and start the shop, the chat and the console
	@$(APP)/python -m bot.engine.run serve

shell: environments ## Talk to the bot in this terminal
	@$(APP)/python -m bot.engine.run shell

test: check ## Run every check and every test
	@setup/tests

check: test-environments ## Look at style, types, tone and the training data
	@$(APP)/ruff check .
	@$(APP)/ruff format --check .
	@$(APP)/mypy bot actions bench tests
	@$(APP)/mypy -p setup -m bot.engine.run.__main__
	@$(APP)/python -m bot.tone domain.yml shop.yml
	@$(APP)/python -m bot.tone --measure
	@$(ENGINE)/python -m bot.engine.data_check

train: environments ## Train the model, if there is none of the files as they are
	@$(APP)/python -m bot.engine.run train

validate: environments ## Let Rasa look for contradictions in its files
	@PYTHONWARNINGS=ignore $(ENGINE)/rasa data validate

lock: environments ## Renew the lock files in requirements/
	@setup/lock

dutch: environments ## Train the Dutch pipeline anew from treebanks: make dutch UD=folder
	@setup/dutch-recipe "$(UD)"

bench-nlu: environments ## Measure how well messages are understood, beside others: TRAIN=a.yml TEST=b.yml PEERS=no ABLATION=1 PICTURES=docs
	@PYTHONWARNINGS=ignore $(ENGINE)/python -m bench.nlu $(bench-data) $(if $(ABLATION),--ablation) $(if $(PICTURES),--pictures "$(PICTURES)")
	@$(if $(TRAIN),true,$(MAKE) --no-print-directory bench-cases)
	@$(if $(filter no,$(PEERS)),true,PYTHONWARNINGS=ignore $(ENGINE)/python -m bench.compare $(bench-data))

bench-cases: export BUUR_VAR := var/bench
bench-cases: export PYTHONWARNINGS := ignore
bench-cases: train ## Measure entities and several questions with the trained model; part of bench-nlu
	@$(APP)/python manage.py migrate --verbosity 0
	@$(APP)/python manage.py loadshop shop.yml --if-empty
	@$(ENGINE)/python -m bench.cases --model "$$($(APP)/python -m bot.engine.run model)"

talks: environments ## Hold the twelve talks of docs/gesprekken.md anew, while `make run` runs
	@$(APP)/python -m bench.talks

pictures: test-environments ## Take the pictures of the chat in docs/ anew, while `make run` runs: ADDRESS=http://...
	@BUUR_CHROMIUM=$$(setup/chromium) $(APP)/python -m tests.browser.pictures $(if $(ADDRESS),--address "$(ADDRESS)")

console-pictures: test-environments ## Take the pictures of the console in docs/ anew: ADDRESS=http://... STAFF=name, with its password in BUUR_STAFF_PASSWORD
	@BUUR_CHROMIUM=$$(setup/chromium) $(APP)/python -m tests.browser.console_pictures --staff "$(STAFF)" $(if $(ADDRESS),--address "$(ADDRESS)")

walk: environments ## Walk at random through thousands of turns, while `make run` runs: TURNS=3000
	@$(APP)/python -m tests.dialogue.walk --turns $(or $(TURNS),3000)

bench-answers: environments ## Measure how long an answer takes, while `make run` runs
	@$(APP)/python -m bench.answers

bench-listeners: environments ## Measure what 200 customers who only listen cost the others, while `make run` runs
	@$(APP)/python -m bench.listeners

bench-console: environments ## Measure the console's pages at 100,000 conversations: MANY=100000
	@$(APP)/python -m bench.console $(or $(MANY),100000)

bench-learning: environments ## Measure the time from a correction to a changed answer, with a Buur of its own
	@PYTHONWARNINGS=ignore $(APP)/python -m bench.learning

bench-widget: test-environments ## Measure what the chat costs a shop's page, beside deep-chat: RUNS=7
	@BUUR_CHROMIUM="$$(setup/chromium)" $(APP)/python -m bench.widget --runs $(or $(RUNS),7)

clean: ## Remove environments, models and caches; var/, with the shop's data, stays
	rm -rf .venv models .rasa results .mypy_cache .ruff_cache .pytest_cache

environments:
	@setup/environments

test-environments:
	@setup/environments test
