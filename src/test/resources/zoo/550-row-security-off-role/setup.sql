-- partywall zoo 550-row-security-off-role: ALTER ROLE sets row_security off: every query fails
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z550_owner', 'z550_app', 'z550_bypass', 'z550_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z550_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z550_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z550_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z550_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA app AUTHORIZATION z550_owner;
GRANT USAGE ON SCHEMA app TO z550_app, z550_bypass, z550_report;
SET ROLE z550_owner;
CREATE TABLE app.tenants (id uuid PRIMARY KEY, name text NOT NULL);
ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON app.tenants FOR SELECT USING (id = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT ON app.tenants TO z550_app;
CREATE TABLE app.projects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES app.tenants (id),
  label text NOT NULL,
  UNIQUE (tenant_id, id)
);
CREATE TABLE app.documents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES app.tenants (id),
  label text NOT NULL,
  UNIQUE (tenant_id, id)
);
ALTER TABLE app.projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projects FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON app.projects USING (tenant_id = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.projects TO z550_app;
ALTER TABLE app.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON app.documents USING (tenant_id = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.documents TO z550_app;
RESET ROLE;
INSERT INTO app.tenants VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'Northwind'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'Contoso'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'Fabrikam');
INSERT INTO app.projects (tenant_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');
INSERT INTO app.documents (tenant_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b2'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');

ALTER ROLE z550_app SET row_security = off;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO z550_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA app TO z550_bypass;
ANALYZE;
