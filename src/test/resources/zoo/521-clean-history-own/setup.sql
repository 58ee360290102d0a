-- partywall zoo 521-clean-history-own: a history with the tenant and a policy
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z521_owner', 'z521_app', 'z521_bypass', 'z521_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z521_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z521_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z521_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z521_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA wizreg AUTHORIZATION z521_owner;
GRANT USAGE ON SCHEMA wizreg TO z521_app, z521_bypass, z521_report;
SET ROLE z521_owner;
CREATE TABLE wizreg.tenants (id bigint PRIMARY KEY, name text NOT NULL);
ALTER TABLE wizreg.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON wizreg.tenants FOR SELECT USING (id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT ON wizreg.tenants TO z521_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.members TO z521_app;
ALTER TABLE wizreg.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE wizreg.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY rls_tenant ON wizreg.orders USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON wizreg.orders TO z521_app;
RESET ROLE;
INSERT INTO wizreg.tenants VALUES ('7001', 'Northwind'), ('7002', 'Contoso'), ('7003', 'Fabrikam');
INSERT INTO wizreg.members (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7003', 'c1');
INSERT INTO wizreg.orders (tenant_id, label) VALUES ('7001', 'a1'), ('7001', 'a2'), ('7002', 'b1'), ('7002', 'b2'), ('7003', 'c1');

CREATE TABLE wizreg.order_audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id bigint NOT NULL, at timestamptz NOT NULL DEFAULT now(), old_row jsonb); CREATE INDEX ON wizreg.order_audit (tenant_id); ALTER TABLE wizreg.order_audit OWNER TO z521_owner;ALTER TABLE wizreg.order_audit ENABLE ROW LEVEL SECURITY;

 CREATE POLICY rls_tenant ON wizreg.order_audit FOR SELECT USING (tenant_id = NULLIF(current_setting('wizreg.current_tenant', true), '')::bigint); GRANT SELECT ON wizreg.order_audit TO z521_app; CREATE FUNCTION wizreg.on_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ BEGIN INSERT INTO wizreg.order_audit (tenant_id, old_row) VALUES (NEW.tenant_id, to_jsonb(NEW)); RETURN NEW; END $f$; ALTER FUNCTION wizreg.on_change() OWNER TO z521_owner; REVOKE ALL ON FUNCTION wizreg.on_change() FROM PUBLIC; CREATE TRIGGER on_change AFTER INSERT OR UPDATE ON wizreg.orders FOR EACH ROW EXECUTE FUNCTION wizreg.on_change();UPDATE wizreg.orders SET label = label;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wizreg TO z521_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA wizreg TO z521_bypass;
ANALYZE;
