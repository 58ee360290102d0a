-- partywall zoo 416-memberships-writable: members may add themselves to any workspace
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z416_owner', 'z416_app', 'z416_bypass', 'z416_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z416_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z416_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z416_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z416_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

ALTER SCHEMA public OWNER TO z416_owner;
GRANT USAGE ON SCHEMA public TO z416_app, z416_bypass, z416_report;
SET ROLE z416_owner;
CREATE TABLE public.workspaces (id uuid PRIMARY KEY, name text NOT NULL);
ALTER TABLE public.workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON public.workspaces FOR SELECT USING (id = (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid);
GRANT SELECT ON public.workspaces TO z416_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON public.boards TO z416_app;
ALTER TABLE public.cards ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.cards FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace_members ON public.cards USING (workspace_id = (NULLIF(current_setting('request.jwt.claims', true), '')::json ->> 'workspace_id')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON public.cards TO z416_app;
RESET ROLE;
INSERT INTO public.workspaces VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'Northwind'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'Contoso'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'Fabrikam');
INSERT INTO public.boards (workspace_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');
INSERT INTO public.cards (workspace_id, label) VALUES ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a1'), ('0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', 'a2'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b1'), ('0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', 'b2'), ('0c3d5e74-9e30-4dac-9c73-4b8602e3c003', 'c1');

CREATE TABLE public.memberships (user_id text NOT NULL, workspace_id uuid NOT NULL REFERENCES public.workspaces (id), role text NOT NULL DEFAULT 'member', PRIMARY KEY (user_id, workspace_id));
CREATE INDEX ON public.memberships (workspace_id); ALTER TABLE public.memberships OWNER TO z416_owner; ALTER TABLE public.memberships ENABLE ROW LEVEL SECURITY; ALTER TABLE public.memberships FORCE ROW LEVEL SECURITY;
CREATE POLICY own_memberships ON public.memberships FOR SELECT USING (user_id = NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub');
INSERT INTO public.memberships VALUES ('u-0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001', '0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001'), ('u-0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002', '0b2e4d63-8d2f-4c9b-8b62-3a75f1d2b002'), ('u-0c3d5e74-9e30-4dac-9c73-4b8602e3c003', '0c3d5e74-9e30-4dac-9c73-4b8602e3c003'); GRANT SELECT ON public.memberships TO z416_app;
DROP POLICY workspace_members ON public.cards;
CREATE POLICY workspace_members ON public.cards USING (workspace_id IN (SELECT m.workspace_id FROM public.memberships m WHERE m.user_id = NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'));CREATE POLICY join_workspace ON public.memberships FOR INSERT WITH CHECK (user_id = NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'); GRANT INSERT ON public.memberships TO z416_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO z416_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO z416_bypass;
ANALYZE;
