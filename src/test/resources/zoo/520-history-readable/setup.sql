-- partywall zoo 520-history-readable: a history without a tenant column, readable by the app role
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z520_owner', 'z520_app', 'z520_bypass', 'z520_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z520_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z520_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z520_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z520_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA "Sales Dept" AUTHORIZATION z520_owner;
GRANT USAGE ON SCHEMA "Sales Dept" TO z520_app, z520_bypass, z520_report;
SET ROLE z520_owner;
CREATE TABLE "Sales Dept"."Account" (id varchar(40) PRIMARY KEY, name text NOT NULL);
ALTER TABLE "Sales Dept"."Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Sales Dept"."Account" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON "Sales Dept"."Account" FOR SELECT USING (id = NULLIF(current_setting('myapp.accountId', true), ''));
GRANT SELECT ON "Sales Dept"."Account" TO z520_app;
CREATE TABLE "Sales Dept"."Lead" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "accountId" varchar(40) NOT NULL DEFAULT NULLIF(current_setting('myapp.accountId', true), '') REFERENCES "Sales Dept"."Account" (id),
  label text NOT NULL,
  UNIQUE ("accountId", id)
);
CREATE TABLE "Sales Dept"."Note" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "accountId" varchar(40) NOT NULL DEFAULT NULLIF(current_setting('myapp.accountId', true), '') REFERENCES "Sales Dept"."Account" (id),
  label text NOT NULL,
  UNIQUE ("accountId", id)
);
ALTER TABLE "Sales Dept"."Lead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Sales Dept"."Lead" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Account rows only" ON "Sales Dept"."Lead" USING ("accountId" = NULLIF(current_setting('myapp.accountId', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Sales Dept"."Lead" TO z520_app;
ALTER TABLE "Sales Dept"."Note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Sales Dept"."Note" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Account rows only" ON "Sales Dept"."Note" USING ("accountId" = NULLIF(current_setting('myapp.accountId', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Sales Dept"."Note" TO z520_app;
RESET ROLE;
INSERT INTO "Sales Dept"."Account" VALUES ('acc_northwind', 'Northwind'), ('acc_contoso', 'Contoso'), ('acc_fabrikam', 'Fabrikam');
INSERT INTO "Sales Dept"."Lead" ("accountId", label) VALUES ('acc_northwind', 'a1'), ('acc_northwind', 'a2'), ('acc_contoso', 'b1'), ('acc_fabrikam', 'c1');
INSERT INTO "Sales Dept"."Note" ("accountId", label) VALUES ('acc_northwind', 'a1'), ('acc_northwind', 'a2'), ('acc_contoso', 'b1'), ('acc_contoso', 'b2'), ('acc_fabrikam', 'c1');

CREATE TABLE "Sales Dept"."NoteHistory" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), "oldRow" jsonb); ALTER TABLE "Sales Dept"."NoteHistory" OWNER TO z520_owner; CREATE FUNCTION "Sales Dept".on_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ BEGIN INSERT INTO "Sales Dept"."NoteHistory" ("oldRow") VALUES (to_jsonb(NEW)); RETURN NEW; END $f$; ALTER FUNCTION "Sales Dept".on_change() OWNER TO z520_owner; REVOKE ALL ON FUNCTION "Sales Dept".on_change() FROM PUBLIC; CREATE TRIGGER on_change AFTER INSERT OR UPDATE ON "Sales Dept"."Note" FOR EACH ROW EXECUTE FUNCTION "Sales Dept".on_change();UPDATE "Sales Dept"."Note" SET label = label; GRANT SELECT ON "Sales Dept"."NoteHistory" TO z520_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "Sales Dept" TO z520_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "Sales Dept" TO z520_bypass;
ANALYZE;
