-- partywall zoo 601-clean-membership-function: a function hands out the teams of the user whom the claims name
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z601_owner', 'z601_app', 'z601_bypass'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z601_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z601_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z601_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';

CREATE SCHEMA auth AUTHORIZATION z601_owner;
CREATE SCHEMA private AUTHORIZATION z601_owner;
CREATE SCHEMA app AUTHORIZATION z601_owner;
GRANT USAGE ON SCHEMA auth, private, app TO z601_app, z601_bypass;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;
CREATE TABLE app.teams (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.team_members (
  team_id bigint NOT NULL REFERENCES app.teams, user_id uuid NOT NULL, role text NOT NULL DEFAULT 'member', PRIMARY KEY (team_id, user_id));
CREATE INDEX ON app.team_members (user_id);
CREATE TABLE app.posts (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES app.teams, title text NOT NULL);
CREATE INDEX ON app.posts (team_id);
CREATE TABLE app.comments (id bigint PRIMARY KEY, post_id bigint NOT NULL REFERENCES app.posts, body text NOT NULL);
CREATE INDEX ON app.comments (post_id);
INSERT INTO app.teams VALUES (1, 'Northwind'), (2, 'Contoso'), (3, 'Fabrikam');
INSERT INTO app.team_members VALUES (1, '11111111-1111-4111-8111-111111111111', 'owner'), (2, '22222222-2222-4222-8222-222222222222', 'owner'), (3, '33333333-3333-4333-8333-333333333333', 'owner'), (1, '44444444-4444-4444-8444-444444444444', 'member'), (2, '44444444-4444-4444-8444-444444444444', 'member');
INSERT INTO app.posts VALUES (11, 1, 'a1'), (12, 1, 'a2'), (21, 2, 'b1'), (31, 3, 'c1');
INSERT INTO app.comments VALUES (111, 11, 'x'), (211, 21, 'y'), (311, 31, 'z');
CREATE FUNCTION private.my_teams() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
  $$ SELECT team_id FROM app.team_members WHERE user_id = auth.uid() $$;
REVOKE EXECUTE ON FUNCTION private.my_teams() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION private.my_teams() TO z601_app, z601_bypass;
ALTER TABLE app.teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.team_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.posts ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.comments ENABLE ROW LEVEL SECURITY;
CREATE POLICY members_see_team ON app.teams FOR SELECT TO z601_app USING (id IN (SELECT private.my_teams()));
CREATE POLICY members_see_members ON app.team_members FOR SELECT TO z601_app USING (team_id IN (SELECT private.my_teams()));
CREATE POLICY posts_of_team ON app.posts TO z601_app USING (team_id IN (SELECT private.my_teams())) WITH CHECK (team_id IN (SELECT private.my_teams()));
CREATE POLICY comments_of_team ON app.comments TO z601_app USING (post_id IN (SELECT p.id FROM app.posts p WHERE p.team_id IN (SELECT private.my_teams())));
GRANT SELECT ON app.teams TO z601_app;
GRANT SELECT, INSERT ON app.team_members TO z601_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.posts, app.comments TO z601_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO z601_bypass;
ANALYZE;
