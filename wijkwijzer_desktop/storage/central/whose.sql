-- Which municipality this is about. Of a computer: its own, whatever it says. Whoever owns the database says it.
CREATE OR REPLACE FUNCTION central_municipality() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  own text;
BEGIN
  SELECT l.municipality INTO own FROM central_login l WHERE l.login = session_user;
  IF own IS NULL AND pg_has_role(session_user, 'wijkwijzer_owner', 'MEMBER') THEN
    SELECT m.id INTO own FROM central_municipality m WHERE m.id = current_setting('wijkwijzer.municipality', true);
  END IF;
  RETURN own;
END $$;

-- Highest role that may be used at this computer: counter, editor, manager, or owner.
CREATE OR REPLACE FUNCTION central_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT l.role FROM central_login l WHERE l.login = session_user),
    CASE WHEN pg_has_role(session_user, 'wijkwijzer_owner', 'MEMBER') THEN 'owner' END
  )
$$;

-- Nobody else changes content of this municipality until the transaction ends.
CREATE OR REPLACE FUNCTION central_lock() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM central_municipality m WHERE m.id = central_municipality() FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = 'no municipality';
  END IF;
END $$;
