-- partywall zoo 347-clean-case-when: CASE that is false without a tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z347_owner', 'z347_app', 'z347_bypass', 'z347_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z347_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z347_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z347_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z347_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z347_owner;
GRANT USAGE ON SCHEMA public TO z347_app, z347_bypass, z347_report;
SET ROLE z347_owner;
CREATE TABLE public."Tenant" (id integer PRIMARY KEY, name text NOT NULL);
ALTER TABLE public."Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public."Tenant" FOR SELECT USING (id = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT ON public."Tenant" TO z347_app;
CREATE TABLE public."Project" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "tenantId" integer NOT NULL DEFAULT NULLIF(current_setting('app.tenant_id', true), '')::integer REFERENCES public."Tenant" (id),
  label text NOT NULL,
  UNIQUE ("tenantId", id)
);
CREATE TABLE public."Document" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "tenantId" integer NOT NULL DEFAULT NULLIF(current_setting('app.tenant_id', true), '')::integer REFERENCES public."Tenant" (id),
  label text NOT NULL,
  UNIQUE ("tenantId", id)
);
ALTER TABLE public."Project" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Project" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON public."Project" USING ("tenantId" = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Project" TO z347_app;
ALTER TABLE public."Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON public."Document" USING ("tenantId" = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Document" TO z347_app;
RESET ROLE;
INSERT INTO public."Tenant" VALUES ('1', 'Northwind'), ('2', 'Contoso'), ('3', 'Fabrikam');
INSERT INTO public."Project" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('3', 'c1');
INSERT INTO public."Document" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('2', 'b2'), ('3', 'c1');

DROP POLICY tenant_isolation ON public."Document";
CREATE POLICY tenant_isolation ON public."Document" USING (CASE WHEN current_setting('app.tenant_id', true) ~ '^[0-9]+$' THEN "tenantId" = current_setting('app.tenant_id', true)::integer ELSE false END);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z347_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z347_bypass;
ANALYZE;
