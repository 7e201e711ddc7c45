"""Papers that only professionals read, in Dutch."""
