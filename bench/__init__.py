"""What a run costs, measured against what it could cost at least: `make bench` writes docs/benchmarks.md."""
