"""Benchmarks: ratios printed in one run, written to docs/benchmarks.md, nothing asserted on time."""
