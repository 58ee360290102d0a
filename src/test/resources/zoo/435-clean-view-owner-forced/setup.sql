-- partywall zoo 435-clean-view-owner-forced: the view's owner is bound by row security like everybody
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z435_owner', 'z435_app', 'z435_bypass', 'z435_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z435_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z435_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z435_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z435_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z435_owner;
GRANT USAGE ON SCHEMA public TO z435_app, z435_bypass, z435_report;
SET ROLE z435_owner;
CREATE TABLE public."Tenant" (id integer PRIMARY KEY, name text NOT NULL);
ALTER TABLE public."Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public."Tenant" FOR SELECT USING (id = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT ON public."Tenant" TO z435_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Project" TO z435_app;
ALTER TABLE public."Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON public."Document" USING ("tenantId" = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Document" TO z435_app;
RESET ROLE;
INSERT INTO public."Tenant" VALUES ('1', 'Northwind'), ('2', 'Contoso'), ('3', 'Fabrikam');
INSERT INTO public."Project" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('3', 'c1');
INSERT INTO public."Document" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('2', 'b2'), ('3', 'c1');

CREATE VIEW public."MyDocuments" AS SELECT * FROM public."Document"; ALTER VIEW public."MyDocuments" OWNER TO z435_owner; GRANT SELECT ON public."MyDocuments" TO z435_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z435_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z435_bypass;
ANALYZE;
