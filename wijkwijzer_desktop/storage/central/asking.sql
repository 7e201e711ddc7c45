-- What a counter may ask that stands in tables that it can't read.
-- What was told of services: for all counters together.
CREATE OR REPLACE FUNCTION central_replies(since date) RETURNS TABLE (day date, kind text, key text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.day, t.kind::text, t.key::text, sum(t.count) FROM tally t
  WHERE t.municipality = (SELECT central_municipality()) AND t.day >= since AND t.kind = ANY ('{{OF_REPLIES}}'::text[])
  GROUP BY t.day, t.kind, t.key ORDER BY t.day, t.kind, t.key
$$;

-- Those of these that may still be brought back.
CREATE OR REPLACE FUNCTION central_known(digests text[], today date) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.digest::text FROM slip_code c
  WHERE c.municipality = (SELECT central_municipality()) AND c.digest = ANY (digests) AND c.forgotten_on > today
$$;
