-- partywall zoo 511-secdef-login-by-email: the login function needs to look past row security and returns only the caller's own tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z511_owner', 'z511_app', 'z511_bypass', 'z511_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z511_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z511_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z511_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z511_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z511_owner;
GRANT USAGE ON SCHEMA crm TO z511_app, z511_bypass, z511_report;
SET ROLE z511_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON crm.organizations TO z511_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.accounts TO z511_app;
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z511_app;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind'), ('contoso', 'Contoso'), ('fabrikam', 'Fabrikam');
INSERT INTO crm.accounts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('contoso', 'b2'), ('fabrikam', 'c1');

CREATE TABLE crm.users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id text NOT NULL REFERENCES crm.organizations (org_id), email text NOT NULL, secret text NOT NULL, UNIQUE (org_id, email)); ALTER TABLE crm.users OWNER TO z511_owner;ALTER TABLE crm.users ENABLE ROW LEVEL SECURITY;

CREATE POLICY org_isolation ON crm.users USING (org_id = NULLIF(current_setting('app.current_org_id', true), '')); GRANT SELECT ON crm.users TO z511_app; INSERT INTO crm.users (org_id, email, secret) VALUES ('northwind', 'ann@x.test', 's1'), ('contoso', 'bob@x.test', 's2');CREATE FUNCTION crm.tenant_for(p_email text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ SELECT u.org_id FROM crm.users u WHERE u.email = p_email LIMIT 1 $f$;
ALTER FUNCTION crm.tenant_for(text) OWNER TO z511_owner;
REVOKE ALL ON FUNCTION crm.tenant_for(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.tenant_for(text) TO z511_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z511_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z511_bypass;
ANALYZE;
