-- partywall zoo 419-login-roles-one-open: one login role per tenant, one table open to all
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z419_owner', 'z419_app', 'z419_bypass', 'z419_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z419_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z419_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z419_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z419_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z419_owner;
GRANT USAGE ON SCHEMA crm TO z419_app, z419_bypass, z419_report;
DO $$ DECLARE r text; BEGIN FOREACH r IN ARRAY ARRAY['z419_app_b', 'z419_app_c'] LOOP IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', r, 'zoo'); END IF; EXECUTE format('GRANT USAGE ON SCHEMA crm TO %I', r); END LOOP; END $$;
SET ROLE z419_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL, login name NOT NULL UNIQUE);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (login = current_user);
GRANT SELECT ON crm.organizations TO z419_app, z419_app_b, z419_app_c;
CREATE TABLE crm.contacts (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id text NOT NULL REFERENCES crm.organizations (org_id), label text NOT NULL, UNIQUE (org_id, id));
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = (SELECT o.org_id FROM crm.organizations o WHERE o.login = current_user));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z419_app, z419_app_b, z419_app_c;
CREATE TABLE crm.deals (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id text NOT NULL REFERENCES crm.organizations (org_id), label text NOT NULL, UNIQUE (org_id, id));
ALTER TABLE crm.deals ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.deals FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.deals USING (org_id = (SELECT o.org_id FROM crm.organizations o WHERE o.login = current_user));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.deals TO z419_app, z419_app_b, z419_app_c;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind', 'z419_app'), ('contoso', 'Contoso', 'z419_app_b'), ('fabrikam', 'Fabrikam', 'z419_app_c');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.deals (org_id, label) VALUES ('northwind', 'a1'), ('contoso', 'b1'), ('fabrikam', 'c1');

DROP POLICY org_isolation ON crm.deals; CREATE POLICY org_isolation ON crm.deals USING (EXISTS (SELECT 1 FROM crm.organizations o WHERE o.login = current_user));
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z419_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z419_bypass;
ANALYZE;
