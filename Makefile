# Two commands matter: `make run` starts everything, `make test` checks everything.
.PHONY: run test measure lint lock

run:
	@bin/run

test:
	@bin/test

measure:
	@bin/test measure

lint:
	@bin/test lint

lock:
	uv pip compile --universal --python-version 3.11 -q requirements.in -o requirements.txt --no-header --generate-hashes
	uv pip compile --universal --python-version 3.11 -q requirements-test.in -o requirements-test.txt --no-header -c requirements.txt
