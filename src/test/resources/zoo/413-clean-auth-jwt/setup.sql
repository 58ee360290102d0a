-- partywall zoo 413-clean-auth-jwt: helpers of the platform read the claims
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z413_owner', 'z413_app', 'z413_bypass', 'z413_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z413_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z413_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z413_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z413_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z413_owner;
GRANT USAGE ON SCHEMA public TO z413_app, z413_bypass, z413_report;
SET ROLE z413_owner;
CREATE TABLE public.workspaces (id uuid PRIMARY KEY, name text NOT NULL);
ALTER TABLE public.workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public.workspaces FOR SELECT USING (id = (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid);
GRANT SELECT ON public.workspaces TO z413_app;
CREATE TABLE public.boards (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL DEFAULT (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid REFERENCES public.workspaces (id),
  label text NOT NULL,
  UNIQUE (workspace_id, id)
);
CREATE TABLE public.cards (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL DEFAULT (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid REFERENCES public.workspaces (id),
  label text NOT NULL,
  UNIQUE (workspace_id, id)
);
ALTER TABLE public.boards ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.boards FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_members ON public.boards USING (workspace_id = (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON public.boards TO z413_app;
ALTER TABLE public.cards ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cards FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_members ON public.cards USING (workspace_id = (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON public.cards TO z413_app;
RESET ROLE;
INSERT INTO public.workspaces VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'Northwind'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'Contoso'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'Fabrikam');
INSERT INTO public.boards (workspace_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');
INSERT INTO public.cards (workspace_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b2'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');

CREATE SCHEMA auth AUTHORIZATION z413_owner; GRANT USAGE ON SCHEMA auth TO z413_app;
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('request.jwt.claims', true), '')::jsonb $$;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
DROP POLICY workspace_members ON public.cards;
CREATE POLICY workspace_members ON public.cards USING (workspace_id = (auth.jwt() ->> 'workspace_id')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z413_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z413_bypass;
ANALYZE;
