-- partywall zoo 427-partition-all-tables-grant: GRANT ON ALL TABLES reaches partitions too
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z427_owner', 'z427_app', 'z427_bypass', 'z427_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z427_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z427_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z427_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z427_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA app AUTHORIZATION z427_owner;
GRANT USAGE ON SCHEMA app TO z427_app, z427_bypass, z427_report;
SET ROLE z427_owner;
CREATE TABLE app.tenants (id uuid PRIMARY KEY, name text NOT NULL);
ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON app.tenants FOR SELECT USING (id = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT ON app.tenants TO z427_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON app.projects TO z427_app;
ALTER TABLE app.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON app.documents USING (tenant_id = NULLIF(current_setting('app.current_tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.documents TO z427_app;
RESET ROLE;
INSERT INTO app.tenants VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'Northwind'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'Contoso'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'Fabrikam');
INSERT INTO app.projects (tenant_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');
INSERT INTO app.documents (tenant_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b2'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');

CREATE TABLE app.events (tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES app.tenants (id), happened date NOT NULL, label text, PRIMARY KEY (tenant_id, happened, label)) PARTITION BY RANGE (happened);
CREATE TABLE app.events_2024 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.events_2025 PARTITION OF app.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE app.events OWNER TO z427_owner; ALTER TABLE app.events_2024 OWNER TO z427_owner; ALTER TABLE app.events_2025 OWNER TO z427_owner;
INSERT INTO app.events (tenant_id, happened, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', '2024-05-01', 'x'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', '2024-05-01', 'y'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', '2025-05-01', 'z');
ALTER TABLE app.events ENABLE ROW LEVEL SECURITY; ALTER TABLE app.events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON app.events USING (tenant_id = NULLIF(current_setting('app.current_tenant', true), '')::uuid); GRANT SELECT, INSERT, UPDATE, DELETE ON app.events TO z427_app;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO z427_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO z427_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA app TO z427_bypass;
ANALYZE;
