-- Who may what, by name. Nobody logs in as one of these: a computer has a login of its own that is given one of them. A cluster
-- knows them in all its databases.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['wijkwijzer_counter', 'wijkwijzer_editor', 'wijkwijzer_manager', 'wijkwijzer_owner'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    END IF;
  END LOOP;
  IF NOT pg_has_role('wijkwijzer_editor', 'wijkwijzer_counter', 'MEMBER') THEN
    GRANT wijkwijzer_counter TO wijkwijzer_editor;
  END IF;
  IF NOT pg_has_role('wijkwijzer_manager', 'wijkwijzer_editor', 'MEMBER') THEN
    GRANT wijkwijzer_editor TO wijkwijzer_manager;
  END IF;
  -- A superuser is a member of all already.
  IF NOT pg_has_role(session_user, 'wijkwijzer_owner', 'MEMBER') THEN
    EXECUTE format('GRANT wijkwijzer_owner TO %I', session_user);
  END IF;
END $$;
