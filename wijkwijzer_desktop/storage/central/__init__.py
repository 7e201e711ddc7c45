"""The database that counters share: what only a server has, and the way there."""

import logging

# What psycopg says of a lost connection may name a login; what we want to know of it we hear as an error.
logging.getLogger("psycopg").setLevel(logging.CRITICAL)
