-- partywall zoo 533-cascade-across-tenants: ON DELETE CASCADE by a key without the tenant, and children of one tenant under another's parent
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z533_owner', 'z533_app', 'z533_bypass', 'z533_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z533_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z533_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z533_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z533_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z533_owner;
GRANT USAGE ON SCHEMA crm TO z533_app, z533_bypass, z533_report;
SET ROLE z533_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON crm.organizations TO z533_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.accounts TO z533_app;
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z533_app;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind'), ('contoso', 'Contoso'), ('fabrikam', 'Fabrikam');
INSERT INTO crm.accounts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('contoso', 'b2'), ('fabrikam', 'c1');

ALTER TABLE crm.contacts ADD account_id uuid; ALTER TABLE crm.contacts ADD CONSTRAINT contacts_account_fkey FOREIGN KEY (account_id) REFERENCES crm.accounts (id) ON DELETE CASCADE; CREATE INDEX ON crm.contacts (account_id); UPDATE crm.contacts SET account_id = (SELECT id FROM crm.accounts WHERE label = 'a1') WHERE label = 'b1';
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z533_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z533_bypass;
ANALYZE;
