-- partywall zoo 336-modulo: a shard number instead of the tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z336_owner', 'z336_app', 'z336_bypass', 'z336_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z336_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z336_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z336_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z336_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA wizreg AUTHORIZATION z336_owner;
GRANT USAGE ON SCHEMA wizreg TO z336_app, z336_bypass, z336_report;
SET ROLE z336_owner;
CREATE TABLE wizreg.tenants (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE wizreg.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON wizreg.tenants FOR SELECT USING (id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT ON wizreg.tenants TO z336_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.members TO z336_app;
ALTER TABLE wizreg.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.orders TO z336_app;
RESET ROLE;
INSERT INTO wizreg.tenants VALUES ('7001', 'Northwind'), ('7002', 'Contoso'), ('7003', 'Fabrikam');
INSERT INTO wizreg.members (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7003', 'c1');
INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7002', 'b2'), ('7003', 'c1');

INSERT INTO wizreg.tenants VALUES ('7017', 'Near'); INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7017', 'near1'); DROP POLICY rls_tenant ON wizreg.orders;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id % 16 = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint % 16);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wizreg TO z336_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA wizreg TO z336_bypass;
ANALYZE;
