-- partywall zoo 428-grandchild-no-rls: details of details, tied by two foreign keys
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z428_owner', 'z428_app', 'z428_bypass', 'z428_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z428_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z428_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z428_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z428_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z428_owner;
GRANT USAGE ON SCHEMA public TO z428_app, z428_bypass, z428_report;
SET ROLE z428_owner;
CREATE TABLE public."Tenant" (id integer PRIMARY KEY, name text NOT NULL);
ALTER TABLE public."Tenant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Tenant" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public."Tenant" FOR SELECT USING (id = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT ON public."Tenant" TO z428_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Project" TO z428_app;
ALTER TABLE public."Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON public."Document" USING ("tenantId" = NULLIF(current_setting('app.tenant_id', true), '')::integer);
GRANT SELECT, INSERT, UPDATE, DELETE ON public."Document" TO z428_app;
RESET ROLE;
INSERT INTO public."Tenant" VALUES ('1', 'Northwind'), ('2', 'Contoso'), ('3', 'Fabrikam');
INSERT INTO public."Project" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('3', 'c1');
INSERT INTO public."Document" ("tenantId", label) VALUES ('1', 'a1'), ('1', 'a2'), ('2', 'b1'), ('2', 'b2'), ('3', 'c1');

CREATE TABLE public.lines (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, document_id uuid NOT NULL REFERENCES public."Document" (id) ON DELETE CASCADE, label text);
CREATE INDEX ON public.lines (document_id); ALTER TABLE public.lines OWNER TO z428_owner; INSERT INTO public.lines (document_id, label) SELECT id, label FROM public."Document";
ALTER TABLE public.lines ENABLE ROW LEVEL SECURITY; ALTER TABLE public.lines FORCE ROW LEVEL SECURITY; CREATE POLICY via ON public.lines USING (EXISTS (SELECT 1 FROM public."Document" x WHERE x.id = lines.document_id)); GRANT SELECT, INSERT, UPDATE, DELETE ON public.lines TO z428_app; CREATE TABLE public.notes (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, line_id int NOT NULL REFERENCES public.lines (id), body text); CREATE INDEX ON public.notes (line_id); ALTER TABLE public.notes OWNER TO z428_owner; INSERT INTO public.notes (line_id, body) SELECT id, label FROM public.lines; GRANT SELECT ON public.notes TO z428_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z428_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z428_bypass;
ANALYZE;
