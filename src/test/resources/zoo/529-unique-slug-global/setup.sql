-- partywall zoo 529-unique-slug-global: a slug is unique over all tenants
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z529_owner', 'z529_app', 'z529_bypass', 'z529_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z529_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z529_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z529_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z529_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z529_owner;
GRANT USAGE ON SCHEMA public TO z529_app, z529_bypass, z529_report;
SET ROLE z529_owner;
CREATE TABLE public."Tenant" (id integer PRIMARY KEY, name text NOT NULL);
ALTER TABLE public."Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public."Tenant" FOR SELECT USING (id = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT ON public."Tenant" TO z529_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Project" TO z529_app;
ALTER TABLE public."Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON public."Document" USING ("tenantId" = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Document" TO z529_app;
RESET ROLE;
INSERT INTO public."Tenant" VALUES ('1', 'Northwind'), ('2', 'Contoso'), ('3', 'Fabrikam');
INSERT INTO public."Project" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('3', 'c1');
INSERT INTO public."Document" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('2', 'b2'), ('3', 'c1');

ALTER TABLE public."Document" ADD slug text; UPDATE public."Document" SET slug = label || id; UPDATE public."Document" SET slug = 'taken' WHERE label = 'b1'; ALTER TABLE public."Document" ADD CONSTRAINT document_slug_key UNIQUE (slug);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z529_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z529_bypass;
ANALYZE;
