-- What a counter adds. WW001: something before it is missing here. WW002: it isn't what it should be. WW003: the last that was
-- taken has this number, and is another. None of them changes anything.
CREATE OR REPLACE FUNCTION central_malformed() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'malformed' USING ERRCODE = 'WW002';
END $$;

CREATE OR REPLACE FUNCTION central_has_keys(body jsonb, needed text[], more text[] DEFAULT '{}') RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(body) = 'object' THEN body ?& needed AND body - needed - more = '{}'::jsonb ELSE false END
$$;

CREATE OR REPLACE FUNCTION central_day(said jsonb) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET datestyle = 'ISO, YMD' AS $$
BEGIN
  IF jsonb_typeof(said) = 'string' AND said #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN
    RETURN (said #>> '{}')::date;
  END IF;
  PERFORM central_malformed();
END $$;

CREATE OR REPLACE FUNCTION central_word(said jsonb, pattern text, longest integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF jsonb_typeof(said) = 'string' AND length(said #>> '{}') <= longest AND said #>> '{}' ~ pattern THEN
    RETURN said #>> '{}';
  END IF;
  PERFORM central_malformed();
END $$;

CREATE OR REPLACE FUNCTION central_is_cell(cell jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN jsonb_typeof(cell) <> 'array' THEN false
    WHEN jsonb_array_length(cell) <> 3 THEN false
    WHEN jsonb_typeof(cell -> 0) <> 'string' OR jsonb_typeof(cell -> 1) <> 'string' OR jsonb_typeof(cell -> 2) <> 'number' THEN false
    ELSE cell ->> 0 ~ '^[a-z0-9][a-z0-9-]{0,19}$' AND length(cell ->> 1) <= 120 AND cell ->> 2 ~ '^[1-9][0-9]{0,5}$'
  END
$$;

CREATE OR REPLACE FUNCTION central_check_cells(cells jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF jsonb_typeof(cells) IS DISTINCT FROM 'array' THEN
    PERFORM central_malformed();
  END IF;
  IF jsonb_array_length(cells) > 20000 OR EXISTS (SELECT FROM jsonb_array_elements(cells) c WHERE NOT central_is_cell(c)) THEN
    PERFORM central_malformed();
  END IF;
END $$;

CREATE OR REPLACE FUNCTION central_count(on_day date, at_counter text, cells jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM central_check_cells(cells);
  -- A month that is over may have been shown: two looks at it would tell of the few that came in between. They count for the
  -- month in which they came.
  on_day := greatest(on_day, date_trunc('month', now() AT TIME ZONE 'Europe/Amsterdam')::date);
  -- Always in the same order, so that two that add at once wait for each other only once.
  INSERT INTO tally AS t (day, counter, kind, key, count)
  SELECT on_day, at_counter, c ->> 0, c ->> 1, sum((c ->> 2)::bigint) FROM jsonb_array_elements(cells) c
  GROUP BY c ->> 0, c ->> 1 ORDER BY (c ->> 0) COLLATE "C", (c ->> 1) COLLATE "C"
  ON CONFLICT (municipality, day, counter, kind, key) DO UPDATE
    -- What one counter makes too large must not make another's parcel one that is refused.
    SET count = least(t.count::bigint + EXCLUDED.count, 2147483647);
END $$;

CREATE OR REPLACE FUNCTION central_tell(body jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  on_day date := central_day(body -> 'day');
  at_counter text := central_word(body -> 'counter', '.', 120);
  mark text := central_word(coalesce(body -> 'mark', '""'), '^([0-9a-f]{64})?$', 64);
  one text;
  until date;
BEGIN
  IF jsonb_typeof(body -> 'told') <> 'object' THEN
    PERFORM central_malformed();
  END IF;
  FOR one IN SELECT d FROM jsonb_object_keys(body -> 'told') d ORDER BY d COLLATE "C" LOOP
    PERFORM central_word(to_jsonb(one), '^[0-9a-f]{64}$', 64);
    PERFORM central_check_cells(body -> 'told' -> one);
    DELETE FROM slip_code c WHERE c.digest = one AND c.forgotten_on > on_day RETURNING c.forgotten_on INTO until;
    -- Another counter may have been just before.
    IF FOUND THEN
      PERFORM central_count(on_day, at_counter, body -> 'told' -> one);
      IF mark <> '' THEN
        INSERT INTO slip_code (digest, forgotten_on) VALUES (mark, until) ON CONFLICT DO NOTHING;
      END IF;
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION central_keep_codes(body jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  until date := central_day(body -> 'until');
BEGIN
  IF jsonb_typeof(body -> 'digests') <> 'array' THEN
    PERFORM central_malformed();
  END IF;
  IF jsonb_array_length(body -> 'digests') > 20000 THEN
    PERFORM central_malformed();
  END IF;
  -- In the order of their digests: where a database keeps the order in which they came, it says nothing.
  INSERT INTO slip_code (digest, forgotten_on)
  SELECT d, until FROM (
    SELECT central_word(e, '^[0-9a-f]{64}$', 64) AS d FROM jsonb_array_elements(body -> 'digests') e
  ) AS each ORDER BY d COLLATE "C"
  ON CONFLICT DO NOTHING;
  -- Those of before this day are of no use to anybody.
  DELETE FROM slip_code c WHERE c.digest IN (
    SELECT o.digest FROM slip_code o WHERE o.forgotten_on <= current_date ORDER BY o.digest FOR UPDATE SKIP LOCKED
  );
END $$;

CREATE OR REPLACE FUNCTION central_raise_flag(body jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_service text := central_word(body -> 'service', '.', 120);
  said text := central_word(body -> 'reason', '^[a-z][a-z-]*$', 20);
  on_day date := central_day(body -> 'day');
BEGIN
  INSERT INTO service_flag (service_id, reason, day) SELECT s.id, said, on_day FROM service s WHERE s.id = of_service
  ON CONFLICT DO NOTHING;
END $$;

-- The number of the last that was taken of this outbox, which may be a later one than this.
CREATE OR REPLACE FUNCTION central_deliver(stream text, number bigint, kind text, body jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  own central_counter;
  last bigint;
  known text;
  hash text := encode(sha256(convert_to(concat($3, ' ', $4::text), 'UTF8')), 'hex');
BEGIN
  -- Two connections of one counter come one after the other.
  SELECT * INTO own FROM central_counter c WHERE c.login = session_user FOR UPDATE;
  IF NOT FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = 'no counter';
  END IF;
  IF ($1 ~ '^[0-9a-f]{8,32}$' AND $2 >= 1) IS NOT TRUE THEN
    PERFORM central_malformed();
  END IF;
  IF own.stream = $1 THEN
    last := own.last_number;
    known := own.last_hash;
  ELSE
    SELECT s.last_number, s.last_hash INTO last, known FROM central_stream s WHERE s.login = session_user AND s.stream = $1;
    last := coalesce(last, 0);
  END IF;
  IF $2 = last AND known NOT IN ('', hash) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'WW003';
  END IF;
  IF $2 <= last THEN
    RETURN last;
  END IF;
  IF $2 > last + 1 THEN
    RAISE EXCEPTION 'a gap' USING ERRCODE = 'WW001';
  END IF;
  BEGIN
    CASE
      WHEN $3 = 'counts' AND central_has_keys($4, '{day,counter,cells}') THEN
        PERFORM central_count(central_day($4 -> 'day'), central_word($4 -> 'counter', '.', 120), $4 -> 'cells');
      WHEN $3 = 'flag' AND central_has_keys($4, '{service,reason,day}') THEN
        PERFORM central_raise_flag($4);
      WHEN $3 = 'codes' AND central_has_keys($4, '{until,digests}') THEN
        PERFORM central_keep_codes($4);
      WHEN $3 = 'told' AND central_has_keys($4, '{day,counter,told}', '{mark}') THEN
        PERFORM central_tell($4);
      ELSE
        PERFORM central_malformed();
    END CASE;
  EXCEPTION WHEN data_exception THEN
    PERFORM central_malformed();
  END;
  IF own.stream NOT IN ('', $1) THEN
    INSERT INTO central_stream AS s (municipality, login, stream, last_number, last_hash)
    VALUES (own.municipality, own.login, own.stream, own.last_number, own.last_hash)
    ON CONFLICT (login, stream) DO UPDATE SET last_number = EXCLUDED.last_number, last_hash = EXCLUDED.last_hash;
  END IF;
  UPDATE central_counter c SET stream = $1, last_number = $2, last_hash = hash, seen = clock_timestamp()
  WHERE c.login = session_user;
  RETURN $2;
END $$;

CREATE OR REPLACE FUNCTION central_report(program text, catalogue bigint, waiting bigint, now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  UPDATE central_counter c SET
    seen = clock_timestamp(),
    program = left(coalesce($1, ''), 40),
    catalogue = $2,
    waiting = greatest($3, 0),
    clock_ms = coalesce(extract(epoch FROM $4 - clock_timestamp()) * 1000, 0)
  WHERE c.login = session_user;
  IF NOT FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = 'no counter';
  END IF;
END $$;
