-- partywall zoo 361-helper-exception-default: an exception handler supplies a tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z361_owner', 'z361_app', 'z361_bypass', 'z361_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z361_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z361_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z361_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z361_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA wizreg AUTHORIZATION z361_owner;
GRANT USAGE ON SCHEMA wizreg TO z361_app, z361_bypass, z361_report;
SET ROLE z361_owner;
CREATE TABLE wizreg.tenants (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE wizreg.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON wizreg.tenants FOR SELECT USING (id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT ON wizreg.tenants TO z361_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.members TO z361_app;
ALTER TABLE wizreg.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.orders TO z361_app;
RESET ROLE;
INSERT INTO wizreg.tenants VALUES ('7001', 'Northwind'), ('7002', 'Contoso'), ('7003', 'Fabrikam');
INSERT INTO wizreg.members (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7003', 'c1');
INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7002', 'b2'), ('7003', 'c1');

CREATE FUNCTION wizreg.me() RETURNS bigint LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN current_setting('wizreg.current_tenant')::bigint; EXCEPTION WHEN OTHERS THEN RETURN 7001; END $$; DROP POLICY rls_tenant ON wizreg.orders;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = wizreg.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wizreg TO z361_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA wizreg TO z361_bypass;
ANALYZE;
