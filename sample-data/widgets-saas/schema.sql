-- widgets-saas: org_id on every table, one policy per table for all commands, nothing visible without an organisation.
-- Run as superuser in an empty database. Roles are cluster-wide, so they are created only when absent.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'widgets_owner') THEN CREATE ROLE widgets_owner; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'app_user') THEN CREATE ROLE app_user; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'app_admin') THEN CREATE ROLE app_admin; END IF;
END
$roles$;
ALTER ROLE widgets_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE app_user LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE app_admin LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB;

ALTER SCHEMA public OWNER TO widgets_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO app_user, app_admin;

SET ROLE widgets_owner;

-- The organisations: each reads its own entry only.
CREATE TABLE org (
  id text PRIMARY KEY CHECK (id <> ''),
  name text NOT NULL,
  plan text NOT NULL CHECK (plan IN ('free', 'team', 'business')),
  status text NOT NULL CHECK (status IN ('active', 'trialing', 'cancelled')),
  settings jsonb NOT NULL DEFAULT '{}'
);
ALTER TABLE org ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_tenant_isolation ON org FOR ALL
  USING (id = current_setting('app.current_org_id', true))
  WITH CHECK (id = current_setting('app.current_org_id', true));
GRANT SELECT ON org TO app_user;

CREATE TABLE member (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  id text NOT NULL,
  email text NOT NULL,
  display_name text,
  role text NOT NULL,
  invited_by text,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email),
  FOREIGN KEY (org_id, invited_by) REFERENCES member (org_id, id)
);
CREATE INDEX member_invited_by_idx ON member (org_id, invited_by);
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
CREATE POLICY member_tenant_isolation ON member FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO app_user;

CREATE TABLE project (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  id text NOT NULL,
  name text NOT NULL,
  lead_id text,
  tags text[] NOT NULL DEFAULT '{}',
  archived boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, lead_id) REFERENCES member (org_id, id)
);
CREATE INDEX project_lead_idx ON project (org_id, lead_id);
ALTER TABLE project ENABLE ROW LEVEL SECURITY;
CREATE POLICY project_tenant_isolation ON project FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON project TO app_user;

CREATE TABLE widgets (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  id text NOT NULL,
  project_id text,
  name text NOT NULL,
  kind text NOT NULL,
  config jsonb,
  position point,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id)
);
CREATE INDEX widgets_org_idx ON widgets (org_id);
CREATE INDEX widgets_project_idx ON widgets (org_id, project_id);
ALTER TABLE widgets ENABLE ROW LEVEL SECURITY;
CREATE POLICY widgets_tenant_isolation ON widgets FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON widgets TO app_user;

CREATE FUNCTION touch_updated_at() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
  AS $f$ BEGIN NEW.updated_at := now(); RETURN NEW; END $f$;
CREATE TRIGGER widgets_touch BEFORE UPDATE ON widgets FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE widget_comment (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  widget_id text NOT NULL,
  comment_no integer NOT NULL,
  author_id text NOT NULL,
  body text NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, widget_id, comment_no),
  FOREIGN KEY (org_id, widget_id) REFERENCES widgets (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, author_id) REFERENCES member (org_id, id)
);
CREATE INDEX widget_comment_author_idx ON widget_comment (org_id, author_id);
ALTER TABLE widget_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY widget_comment_tenant_isolation ON widget_comment FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON widget_comment TO app_user;

CREATE TABLE invoice (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  number integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  currency text NOT NULL,
  issued_on date NOT NULL,
  paid_on date,
  lines jsonb NOT NULL,
  PRIMARY KEY (org_id, number)
);
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
CREATE POLICY invoice_tenant_isolation ON invoice FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON invoice TO app_user;

CREATE TABLE webhook_endpoint (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  events text[] NOT NULL,
  secret_hint text,
  PRIMARY KEY (org_id, id)
);
ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY webhook_endpoint_tenant_isolation ON webhook_endpoint FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoint TO app_user;

-- Written by the application, never changed by it.
CREATE TABLE audit_log (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  actor text,
  action text NOT NULL,
  detail jsonb,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_log_org_idx ON audit_log (org_id, at);
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_log_tenant_isolation ON audit_log FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT ON audit_log TO app_user;

-- One partition a quarter. The application has rights on the parent only; the partitions are protected all the same.
CREATE TABLE usage_event (
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES org (id),
  at timestamptz NOT NULL,
  widget_id text NOT NULL,
  viewer text,
  duration_ms integer
) PARTITION BY RANGE (at);
CREATE INDEX usage_event_org_idx ON usage_event (org_id, at);
ALTER TABLE usage_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY usage_event_tenant_isolation ON usage_event FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_event TO app_user;

CREATE TABLE usage_event_2026_q1 PARTITION OF usage_event FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
ALTER TABLE usage_event_2026_q1 ENABLE ROW LEVEL SECURITY;
CREATE POLICY usage_event_2026_q1_tenant_isolation ON usage_event_2026_q1 FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));

CREATE TABLE usage_event_2026_q2 PARTITION OF usage_event FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-07-01 00:00:00+00');
ALTER TABLE usage_event_2026_q2 ENABLE ROW LEVEL SECURITY;
CREATE POLICY usage_event_2026_q2_tenant_isolation ON usage_event_2026_q2 FOR ALL
  USING (org_id = current_setting('app.current_org_id', true))
  WITH CHECK (org_id = current_setting('app.current_org_id', true));

-- A view with the rights of whoever asks; PostgreSQL 14 has no such views, so there it is left out.
DO $view$
BEGIN
  IF current_setting('server_version_num')::int >= 150000 THEN
    EXECUTE 'CREATE VIEW widget_activity WITH (security_invoker = true) AS
      SELECT w.org_id, w.id, w.name, count(c.comment_no) AS comments, max(c.written_at) AS last_comment_at
      FROM public.widgets w
      LEFT JOIN public.widget_comment c ON c.org_id = w.org_id AND c.widget_id = w.id
      GROUP BY w.org_id, w.id, w.name';
    EXECUTE 'GRANT SELECT ON widget_activity TO app_user';
  END IF;
END
$view$;

RESET ROLE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app_admin;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO app_admin;
