-- partywall zoo 425-sub-partition-direct: a partition of a partition is granted without row security
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z425_owner', 'z425_app', 'z425_bypass', 'z425_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z425_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z425_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z425_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z425_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA wizreg AUTHORIZATION z425_owner;
GRANT USAGE ON SCHEMA wizreg TO z425_app, z425_bypass, z425_report;
SET ROLE z425_owner;
CREATE TABLE wizreg.tenants (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE wizreg.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON wizreg.tenants FOR SELECT USING (id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT ON wizreg.tenants TO z425_app;
CREATE TABLE wizreg.members (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id bigint NOT NULL DEFAULT NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint REFERENCES wizreg.tenants (id),
  label text NOT NULL,
  UNIQUE (tenant_id, id)
);
CREATE TABLE wizreg.orders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id bigint NOT NULL DEFAULT NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint REFERENCES wizreg.tenants (id),
  label text NOT NULL,
  UNIQUE (tenant_id, id)
);
ALTER TABLE wizreg.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.members FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.members USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.members TO z425_app;
ALTER TABLE wizreg.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.orders TO z425_app;
RESET ROLE;
INSERT INTO wizreg.tenants VALUES ('7001', 'Northwind'), ('7002', 'Contoso'), ('7003', 'Fabrikam');
INSERT INTO wizreg.members (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7003', 'c1');
INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7002', 'b2'), ('7003', 'c1');

CREATE TABLE wizreg.events (tenant_id bigint NOT NULL DEFAULT NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint REFERENCES wizreg.tenants (id), happened date NOT NULL, label text, PRIMARY KEY (tenant_id, happened, label)) PARTITION BY RANGE (happened);
CREATE TABLE wizreg.events_2024 PARTITION OF wizreg.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE wizreg.events_2025 PARTITION OF wizreg.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE wizreg.events OWNER TO z425_owner; ALTER TABLE wizreg.events_2024 OWNER TO z425_owner; ALTER TABLE wizreg.events_2025 OWNER TO z425_owner;
INSERT INTO wizreg.events (tenant_id, happened, label) VALUES ('7001', '2024-05-01', 'x'), ('7002', '2024-05-01', 'y'), ('7002', '2025-05-01', 'z');
ALTER TABLE wizreg.events ENABLE ROW LEVEL SECURITY; ALTER TABLE wizreg.events FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.events USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint); GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.events TO z425_app;
CREATE TABLE wizreg.events_2026 PARTITION OF wizreg.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (tenant_id); CREATE TABLE wizreg.events_2026_b PARTITION OF wizreg.events_2026 FOR VALUES IN ('7002'); ALTER TABLE wizreg.events_2026 OWNER TO z425_owner; ALTER TABLE wizreg.events_2026_b OWNER TO z425_owner; INSERT INTO wizreg.events (tenant_id, happened, label) VALUES ('7002', '2026-02-02', 'w'); GRANT SELECT ON wizreg.events_2026_b TO z425_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wizreg TO z425_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA wizreg TO z425_bypass;
ANALYZE;
