# Two commands matter: `make run` starts everything, `make test` checks everything.
.PHONY: run test measure lint lock sbom

run:
	@bin/run

test:
	@bin/test

measure:
	@bin/test measure

lint:
	@bin/test lint

# The parts the program is made of, each with its version and hashes, as CycloneDX: for whoever checks them for holes.
sbom:
	uv tool run --from cyclonedx-bom==7.5.0 cyclonedx-py requirements requirements.txt --of JSON --output-reproducible -o sbom.json
	@echo "sbom.json"

lock:
	uv pip compile --universal --python-version 3.11 -q requirements.in -o requirements.txt --no-header --generate-hashes
	uv pip compile --universal --python-version 3.11 -q requirements-test.in -o requirements-test.txt --no-header -c requirements.txt
