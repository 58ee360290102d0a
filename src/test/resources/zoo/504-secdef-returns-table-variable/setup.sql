-- partywall zoo 504-secdef-returns-table-variable: plpgsql with a filter on the wrong thing
-- run as superuser in an empty database; roles are cluster-wide and unique to this case

DO $roles$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['z504_owner', 'z504_app', 'z504_bypass', 'z504_report'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I', r);
    END IF;
  END LOOP;
END $roles$;
ALTER ROLE z504_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'zoo';
ALTER ROLE z504_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE INHERIT PASSWORD 'zoo';
ALTER ROLE z504_bypass LOGIN NOSUPERUSER BYPASSRLS PASSWORD 'zoo';
ALTER ROLE z504_report NOLOGIN NOSUPERUSER NOBYPASSRLS;

CREATE SCHEMA crm AUTHORIZATION z504_owner;
GRANT USAGE ON SCHEMA crm TO z504_app, z504_bypass, z504_report;
SET ROLE z504_owner;
CREATE TABLE crm.organizations (org_id text PRIMARY KEY, name text NOT NULL);
ALTER TABLE crm.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY registry_self ON crm.organizations FOR SELECT USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT ON crm.organizations TO z504_app;
CREATE TABLE crm.accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES crm.organizations (org_id),
  label text NOT NULL,
  UNIQUE (org_id, id)
);
CREATE TABLE crm.contacts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  org_id text NOT NULL DEFAULT NULLIF(current_setting('app.current_org_id', true), '') REFERENCES crm.organizations (org_id),
  label text NOT NULL,
  UNIQUE (org_id, id)
);
ALTER TABLE crm.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.accounts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.accounts TO z504_app;
ALTER TABLE crm.contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE crm.contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY org_isolation ON crm.contacts USING (org_id = NULLIF(current_setting('app.current_org_id', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.contacts TO z504_app;
RESET ROLE;
INSERT INTO crm.organizations VALUES ('northwind', 'Northwind'), ('contoso', 'Contoso'), ('fabrikam', 'Fabrikam');
INSERT INTO crm.accounts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('fabrikam', 'c1');
INSERT INTO crm.contacts (org_id, label) VALUES ('northwind', 'a1'), ('northwind', 'a2'), ('contoso', 'b1'), ('contoso', 'b2'), ('fabrikam', 'c1');

ALTER TABLE crm.contacts NO FORCE ROW LEVEL SECURITY;
CREATE FUNCTION crm.label_of(wanted uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ DECLARE found text; BEGIN SELECT c.label INTO found FROM crm.contacts c WHERE c.id = wanted; RETURN found; END $f$;
ALTER FUNCTION crm.label_of(uuid) OWNER TO z504_owner;
REVOKE ALL ON FUNCTION crm.label_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crm.label_of(uuid) TO z504_app;
INSERT INTO crm.contacts (id, org_id, label) VALUES ('11111111-1111-4111-8111-111111111111', 'contoso', 'secret');
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA crm TO z504_bypass;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA crm TO z504_bypass;
ANALYZE;
