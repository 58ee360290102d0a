-- partywall zoo 441-matview-of-one-tenant-column: a materialized view by tenant
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z441_owner', 'z441_app', 'z441_bypass', 'z441_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z441_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z441_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z441_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z441_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA "Sales Dept" AUTHORIZATION z441_owner;
GRANT USAGE ON SCHEMA "Sales Dept" TO z441_app, z441_bypass, z441_report;
SET ROLE z441_owner;
CREATE TABLE "Sales Dept"."Account" (id varchar(40) PRIMARY KEY, name text NOT NULL);
ALTER TABLE "Sales Dept"."Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Sales Dept"."Account" FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON "Sales Dept"."Account" FOR SELECT USING (id = NULLIF(current_setting('myapp.accountId', true), ''));
GRANT SELECT ON "Sales Dept"."Account" TO z441_app;
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
GRANT SELECT, INSERT, UPDATE, DELETE ON "Sales Dept"."Lead" TO z441_app;
ALTER TABLE "Sales Dept"."Note" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Sales Dept"."Note" FORCE ROW LEVEL SECURITY;
CREATE POLICY "Account rows only" ON "Sales Dept"."Note" USING ("accountId" = NULLIF(current_setting('myapp.accountId', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Sales Dept"."Note" TO z441_app;
RESET ROLE;
INSERT INTO "Sales Dept"."Account" VALUES ('acc_northwind', 'Northwind'), ('acc_contoso', 'Contoso'), ('acc_fabrikam', 'Fabrikam');
INSERT INTO "Sales Dept"."Lead" ("accountId", label) VALUES ('acc_northwind', 'a1'), ('acc_northwind', 'a2'), ('acc_contoso', 'b1'), ('acc_fabrikam', 'c1');
INSERT INTO "Sales Dept"."Note" ("accountId", label) VALUES ('acc_northwind', 'a1'), ('acc_northwind', 'a2'), ('acc_contoso', 'b1'), ('acc_contoso', 'b2'), ('acc_fabrikam', 'c1');

CREATE MATERIALIZED VIEW "Sales Dept"."Lead totals" AS SELECT "accountId", count(*) AS n FROM "Sales Dept"."Lead" GROUP BY "accountId"; ALTER MATERIALIZED VIEW "Sales Dept"."Lead totals" OWNER TO z441_owner; GRANT SELECT ON "Sales Dept"."Lead totals" TO z441_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "Sales Dept" TO z441_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "Sales Dept" TO z441_bypass;
ANALYZE;
