-- partywall zoo 602-clean-membership-by-argument: a function tells whether the user whom the claims name belongs to an account
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z602_owner', 'z602_app', 'z602_bypass'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z602_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z602_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z602_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';

CREATE SCHEMA auth AUTHORIZATION z602_owner;
CREATE SCHEMA app AUTHORIZATION z602_owner;
GRANT USAGE ON SCHEMA auth, app TO z602_app, z602_bypass;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
CREATE TABLE app.accounts (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.memberships (
  account_id uuid NOT NULL REFERENCES app.accounts, user_id uuid NOT NULL, PRIMARY KEY (account_id, user_id));
CREATE INDEX ON app.memberships (user_id);
CREATE TABLE app.projects (id bigint PRIMARY KEY, account_id uuid NOT NULL REFERENCES app.accounts, name text NOT NULL);
CREATE INDEX ON app.projects (account_id);
CREATE TABLE app.tasks (id bigint PRIMARY KEY, project_id bigint NOT NULL REFERENCES app.projects, title text NOT NULL);
CREATE INDEX ON app.tasks (project_id);
INSERT INTO app.accounts VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'Northwind'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'Contoso'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'Fabrikam');
INSERT INTO app.memberships VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', '11111111-1111-4111-8111-111111111111'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', '22222222-2222-4222-8222-222222222222'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', '33333333-3333-4333-8333-333333333333');
INSERT INTO app.projects VALUES (1, '0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), (2, '0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), (3, '0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');
INSERT INTO app.tasks VALUES (11, 1, 'x'), (21, 2, 'y'), (31, 3, 'z');
CREATE FUNCTION app.is_member(account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS
  $$ SELECT EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = account AND m.user_id = auth.uid()) $$;
REVOKE EXECUTE ON FUNCTION app.is_member(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_member(uuid) TO z602_app, z602_bypass;
ALTER TABLE app.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_members ON app.accounts FOR SELECT USING (app.is_member(id));
CREATE POLICY own ON app.memberships FOR SELECT USING (user_id = auth.uid());
CREATE POLICY of_members ON app.projects USING (app.is_member(account_id)) WITH CHECK (app.is_member(account_id));
CREATE POLICY of_members ON app.tasks USING (EXISTS (SELECT 1 FROM app.projects p WHERE p.id = project_id AND app.is_member(p.account_id)));
GRANT SELECT ON app.accounts, app.memberships TO z602_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.projects, app.tasks TO z602_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO z602_bypass;
ANALYZE;
