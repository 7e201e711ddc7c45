-- What follows by itself when something changes.

-- Arguments of the trigger: kind, how a row's key is written, and what is kept of it (touched, journal or both).
CREATE OR REPLACE FUNCTION central_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  rows text := CASE TG_OP WHEN 'INSERT' THEN 'came' WHEN 'DELETE' THEN 'gone'
    ELSE '(SELECT * FROM gone UNION ALL SELECT * FROM came) AS changed' END;
  keys text[];
BEGIN
  EXECUTE format('SELECT array_agg(DISTINCT %s) FROM %s', TG_ARGV[1], rows) INTO keys;
  IF keys IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_ARGV[2] IN ('touched', 'both') THEN
    INSERT INTO central_touched AS t (municipality, kind, key, xid)
    SELECT central_municipality(), CASE WHEN cardinality(keys) > 200 THEN '*' ELSE TG_ARGV[0] END, k, pg_current_xact_id()
    FROM unnest(CASE WHEN cardinality(keys) > 200 THEN '{*}' ELSE keys END) k
    ON CONFLICT (municipality, kind, key) DO UPDATE SET xid = EXCLUDED.xid WHERE t.xid <> EXCLUDED.xid;
  END IF;
  IF TG_ARGV[2] IN ('journal', 'both') THEN
    INSERT INTO central_journal (municipality, action, item)
    SELECT central_municipality(), TG_ARGV[0], k FROM unnest(CASE WHEN cardinality(keys) > 20 THEN '{*}' ELSE keys END) k
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

-- Counters that listen hear that there is something new, and no more than that: anybody who may log in can listen.
CREATE OR REPLACE FUNCTION central_announce() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('wijkwijzer_' || NEW.municipality, NEW.part || ' ' || NEW.version);
  RETURN NULL;
END $$;

-- Lines of the network's history go only with what they are of, or as the last one that is taken back; what stood there before
-- may be forgotten, not written anew.
CREATE OR REPLACE FUNCTION central_guard_history() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_has_role(current_user, 'wijkwijzer_owner', 'MEMBER') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.before IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.record_id <> '' AND NOT EXISTS (SELECT FROM network_record r WHERE r.kind = OLD.kind AND r.id = OLD.record_id) THEN
      RETURN OLD;
    END IF;
    IF OLD.account <> '' AND (OLD.before IS NOT NULL OR OLD.became = 'new') AND NOT EXISTS (
      SELECT FROM network_change n WHERE n.kind = OLD.kind AND n.record_id = OLD.record_id AND n.number > OLD.number
    ) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE insufficient_privilege USING MESSAGE = 'history is only added to';
END $$;
