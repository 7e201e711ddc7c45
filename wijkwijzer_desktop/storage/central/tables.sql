-- What only the shared database has. Of none of these is there a row for each delivery or each visit.
CREATE TABLE IF NOT EXISTS central_municipality (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 30),
  name text NOT NULL
);

-- A computer. role: the highest that may be used there.
CREATE TABLE IF NOT EXISTS central_login (
  login name PRIMARY KEY,
  municipality text COLLATE "C" NOT NULL REFERENCES central_municipality (id),
  counter text COLLATE "C" NOT NULL,
  role text NOT NULL CHECK (role IN ('counter', 'editor', 'manager')),
  UNIQUE (municipality, counter)
);

-- stream, last_number, last_hash: what was last taken of its outbox, and what that comes to; '' where that isn't known. seen: null
-- for never. clock_ms: how much its clock is ahead.
CREATE TABLE IF NOT EXISTS central_counter (
  municipality text COLLATE "C" NOT NULL REFERENCES central_municipality (id),
  name text COLLATE "C" NOT NULL,
  login name NOT NULL UNIQUE REFERENCES central_login (login),
  stream text NOT NULL DEFAULT '',
  last_number bigint NOT NULL DEFAULT 0,
  seen timestamptz,
  program text NOT NULL DEFAULT '',
  catalogue bigint,
  waiting bigint NOT NULL DEFAULT 0,
  clock_ms bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (municipality, name)
) WITH (fillfactor = 50);

ALTER TABLE central_counter ADD COLUMN IF NOT EXISTS last_hash text NOT NULL DEFAULT '';

-- Outboxes that a counter had before, so that none of them is ever taken twice.
CREATE TABLE IF NOT EXISTS central_stream (
  municipality text COLLATE "C" NOT NULL REFERENCES central_municipality (id),
  login name NOT NULL REFERENCES central_login (login) ON DELETE CASCADE,
  stream text NOT NULL,
  last_number bigint NOT NULL,
  PRIMARY KEY (login, stream)
);

ALTER TABLE central_stream ADD COLUMN IF NOT EXISTS last_hash text NOT NULL DEFAULT '';

-- Which rows of the catalogue changed, each with the last transaction that did it. kind *: too many to name.
CREATE TABLE IF NOT EXISTS central_touched (
  municipality text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  xid xid8 NOT NULL,
  PRIMARY KEY (municipality, kind, key)
);
CREATE INDEX IF NOT EXISTS central_touched_since ON central_touched (municipality, xid);

-- What was changed from which computer, once in each transaction; only ever added to. item: * where there were too many to name.
CREATE TABLE IF NOT EXISTS central_journal (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  municipality text COLLATE "C" NOT NULL,
  moment timestamptz NOT NULL DEFAULT clock_timestamp(),
  login name NOT NULL DEFAULT session_user,
  action text NOT NULL,
  item text NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  UNIQUE (municipality, xid, action, item)
);
