-- partywall zoo 512-clean-secdef-set-config-login: a definer login checks the password and sets the tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z512_owner', 'z512_app', 'z512_bypass', 'z512_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z512_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z512_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z512_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z512_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z512_owner;
GRANT USAGE ON SCHEMA crm TO z512_app, z512_bypass, z512_report;
SET ROLE z512_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON crm.organizations TO z512_app;
CREATE TABLE crm.accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES crm.organizations (org_id),
  label text NOT NULL,
  UNIQUE (org_id, id)
);
CREATE TABLE crm.contacts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES crm.organizations (org_id),
  label text NOT NULL,
  UNIQUE (org_id, id)
);
ALTER TABLE crm.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.accounts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.accounts TO z512_app;
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z512_app;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind'), ('contoso', 'Contoso'), ('fabrikam', 'Fabrikam');
INSERT INTO crm.accounts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('contoso', 'b2'), ('fabrikam', 'c1');

CREATE TABLE crm.logins (name text PRIMARY KEY, org_id text NOT NULL REFERENCES crm.organizations (org_id), hash text NOT NULL); CREATE INDEX ON crm.logins (org_id); ALTER TABLE crm.logins OWNER TO z512_owner;ALTER TABLE crm.logins ENABLE ROW LEVEL SECURITY;

CREATE POLICY org_isolation ON crm.logins USING (org_id = NULLIF(current_setting('app.current_org_id', true), '')); INSERT INTO crm.logins VALUES ('ann', 'northwind', md5('pw'));CREATE FUNCTION crm.log_in(p_name text, p_secret text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ DECLARE t text; BEGIN SELECT l.org_id INTO t FROM crm.logins l WHERE l.name = p_name AND l.hash = md5(p_secret); IF t IS NULL THEN RETURN false; END IF; PERFORM set_config('app.current_org_id', t, true); RETURN true; END $f$;
ALTER FUNCTION crm.log_in(text, text) OWNER TO z512_owner;
REVOKE ALL ON FUNCTION crm.log_in(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.log_in(text, text) TO z512_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z512_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z512_bypass;
ANALYZE;
