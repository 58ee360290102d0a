-- partywall zoo 418-clean-login-roles: one login role per tenant and no setting
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z418_owner', 'z418_app', 'z418_bypass', 'z418_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z418_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z418_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z418_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z418_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z418_owner;
GRANT USAGE ON SCHEMA crm TO z418_app, z418_bypass, z418_report;
DO $$ DECLARE r text; BEGIN FOREACH r IN ARRAY ARRAY['z418_app_b', 'z418_app_c'] LOOP IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', r, 'zoo'); END IF; EXECUTE format('GRANT USAGE ON SCHEMA crm TO %I', r); END LOOP; END $$;
SET ROLE z418_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL, login name NOT NULL UNIQUE);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (login = current_user);
GRANT SELECT ON crm.organizations TO z418_app, z418_app_b, z418_app_c;
CREATE TABLE crm.contacts (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id text NOT NULL REFERENCES crm.organizations (org_id), label text NOT NULL, UNIQUE (org_id, id));
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = (SELECT o.org_id FROM crm.organizations o WHERE o.login = current_user));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z418_app, z418_app_b, z418_app_c;
CREATE TABLE crm.deals (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), org_id text NOT NULL REFERENCES crm.organizations (org_id), label text NOT NULL, UNIQUE (org_id, id));
ALTER TABLE crm.deals ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.deals FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.deals USING (org_id = (SELECT o.org_id FROM crm.organizations o WHERE o.login = current_user));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.deals TO z418_app, z418_app_b, z418_app_c;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind', 'z418_app'), ('contoso', 'Contoso', 'z418_app_b'), ('fabrikam', 'Fabrikam', 'z418_app_c');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.deals (org_id, label) VALUES ('northwind', 'a1'), ('contoso', 'b1'), ('fabrikam', 'c1');

SELECT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z418_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z418_bypass;
ANALYZE;
