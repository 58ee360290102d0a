-- partywall zoo 426-clean-partitions-protected: every partition has a policy of its own
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z426_owner', 'z426_app', 'z426_bypass', 'z426_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z426_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z426_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z426_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z426_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z426_owner;
GRANT USAGE ON SCHEMA crm TO z426_app, z426_bypass, z426_report;
SET ROLE z426_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON crm.organizations TO z426_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.accounts TO z426_app;
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z426_app;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind'), ('contoso', 'Contoso'), ('fabrikam', 'Fabrikam');
INSERT INTO crm.accounts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('contoso', 'b2'), ('fabrikam', 'c1');

CREATE TABLE crm.events (org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES crm.organizations (org_id), happened date NOT NULL, label text, PRIMARY KEY (org_id, happened, label)) PARTITION BY RANGE (happened);
CREATE TABLE crm.events_2024 PARTITION OF crm.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE crm.events_2025 PARTITION OF crm.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE crm.events OWNER TO z426_owner; ALTER TABLE crm.events_2024 OWNER TO z426_owner; ALTER TABLE crm.events_2025 OWNER TO z426_owner;
INSERT INTO crm.events (org_id, happened, label) VALUES ('northwind', '2024-05-01', 'x'), ('contoso', '2024-05-01', 'y'), ('contoso', '2025-05-01', 'z');
ALTER TABLE crm.events ENABLE ROW LEVEL SECURITY; ALTER TABLE crm.events FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.events USING (org_id = NULLIF(current_setting('app.current_org_id', true), '')); GRANT SELECT, INSERT, UPDATE, DELETE ON crm.events TO z426_app;
ALTER TABLE crm.events_2024 ENABLE ROW LEVEL SECURITY; ALTER TABLE crm.events_2024 FORCE ROW LEVEL SECURITY; CREATE POLICY org_isolation ON crm.events_2024 USING (org_id = NULLIF(current_setting('app.current_org_id', true), '')); GRANT SELECT ON crm.events_2024 TO z426_app;ALTER TABLE crm.events_2025 ENABLE ROW LEVEL SECURITY; ALTER TABLE crm.events_2025 FORCE ROW LEVEL SECURITY; CREATE POLICY org_isolation ON crm.events_2025 USING (org_id = NULLIF(current_setting('app.current_org_id', true), '')); GRANT SELECT ON crm.events_2025 TO z426_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z426_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z426_bypass;
ANALYZE;
