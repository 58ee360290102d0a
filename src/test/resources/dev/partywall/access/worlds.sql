-- Does a statement as a role, says what came of it, and undoes it.
CREATE SCHEMA worlds;
GRANT ALL ON SCHEMA worlds TO PUBLIC;
CREATE FUNCTION worlds.nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION worlds.outcome(role text, statement text, state text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
BEGIN
  PERFORM set_config('session_authorization', role, true);
  IF statement LIKE 'SELECT%' THEN
    EXECUTE statement INTO result;
  ELSE
    EXECUTE statement;
  END IF;
  PERFORM set_config('session_authorization', 'postgres', true);
  IF state <> '' THEN
    EXECUTE state INTO result;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'ZZ000', MESSAGE = coalesce(result, '');
EXCEPTION WHEN OTHERS THEN
  RETURN CASE
    WHEN SQLSTATE = 'ZZ000' THEN 'ok ' || SQLERRM
    WHEN SQLERRM LIKE 'permission denied%' OR SQLERRM LIKE 'must be owner%' THEN 'denied: ' || SQLERRM
    WHEN SQLERRM LIKE 'infinite recursion%' OR SQLSTATE IN ('42809', '55000') THEN 'denied: ' || SQLERRM
    WHEN SQLSTATE = '42501' AND SQLERRM LIKE '%row violates row-level security policy%' THEN 'violates'
    -- Granting a role: refused for want of a right (up to 15 in these words), or because it would close a circle.
    WHEN SQLERRM LIKE 'must have admin option%' OR SQLERRM = 'no possible grantors' OR SQLERRM LIKE 'must be superuser%' OR SQLSTATE = '0LP01' THEN 'denied: ' || SQLERRM
    ELSE SQLSTATE || ' ' || SQLERRM
  END;
END $$;
CREATE FUNCTION worlds.answer(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
BEGIN
  EXECUTE query INTO result;
  RETURN result;
END $$;
