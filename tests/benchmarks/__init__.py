"""Measured side by side: ours and the least that anybody would have to do. `make bench`."""
