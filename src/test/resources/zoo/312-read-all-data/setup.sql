-- partywall zoo 312-read-all-data: the app role is in pg_read_all_data and one tenant table is protected by missing grants only
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z312_owner', 'z312_app', 'z312_bypass', 'z312_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z312_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z312_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z312_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z312_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA wizreg AUTHORIZATION z312_owner;
GRANT USAGE ON SCHEMA wizreg TO z312_app, z312_bypass, z312_report;
SET ROLE z312_owner;
CREATE TABLE wizreg.tenants (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE wizreg.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON wizreg.tenants FOR SELECT USING (id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT ON wizreg.tenants TO z312_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.members TO z312_app;
ALTER TABLE wizreg.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.orders TO z312_app;
RESET ROLE;
INSERT INTO wizreg.tenants VALUES ('7001', 'Northwind'), ('7002', 'Contoso'), ('7003', 'Fabrikam');
INSERT INTO wizreg.members (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7003', 'c1');
INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7002', 'b2'), ('7003', 'c1');

CREATE TABLE wizreg.exports (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id bigint NOT NULL DEFAULT NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint REFERENCES wizreg.tenants (id), label text NOT NULL, UNIQUE (tenant_id, id));
ALTER TABLE wizreg.exports OWNER TO z312_owner;
 INSERT INTO wizreg.exports (tenant_id, label) VALUES ('7001','x'), ('7002','y'); GRANT pg_read_all_data TO z312_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wizreg TO z312_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA wizreg TO z312_bypass;
ANALYZE;
