-- A sound database with two schemas, odd names, partitions, a detail table, a shared table and a helper; ${p} makes its roles its own.
CREATE ROLE ${p}owner;
CREATE ROLE ${p}app LOGIN;
CREATE ROLE ${p}bypass LOGIN BYPASSRLS;
CREATE ROLE ${p}report;
CREATE SCHEMA shop AUTHORIZATION ${p}owner;
CREATE SCHEMA "Back Office" AUTHORIZATION ${p}owner;
GRANT CREATE ON DATABASE ${db} TO ${p}owner;
GRANT USAGE ON SCHEMA shop, "Back Office" TO ${p}app, ${p}bypass, ${p}report;
SET ROLE ${p}owner;

CREATE TABLE shop.tenants (id int PRIMARY KEY, name text NOT NULL, billing_email text);
ALTER TABLE shop.tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY self ON shop.tenants FOR SELECT USING (id = NULLIF(current_setting('app.tenant', true), '')::int);
GRANT SELECT ON shop.tenants TO ${p}app;

CREATE FUNCTION shop.current_tenant() RETURNS int LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.tenant', true), '')::int;

CREATE TABLE shop.customer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id int NOT NULL DEFAULT NULLIF(current_setting('app.tenant', true), '')::int REFERENCES shop.tenants,
  email text,
  number int,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, email)
);
CREATE TABLE shop."order" (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id int NOT NULL DEFAULT NULLIF(current_setting('app.tenant', true), '')::int REFERENCES shop.tenants,
  customer_id uuid,
  note text,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES shop.customer (tenant_id, id)
);
CREATE INDEX ON shop."order" (tenant_id);
CREATE TABLE shop.order_line (
  order_id uuid NOT NULL REFERENCES shop."order" ON DELETE CASCADE,
  line int NOT NULL,
  article text,
  PRIMARY KEY (order_id, line)
);
CREATE TABLE shop.event (
  tenant_id int NOT NULL DEFAULT NULLIF(current_setting('app.tenant', true), '')::int,
  happened date NOT NULL,
  what text,
  PRIMARY KEY (tenant_id, happened)
) PARTITION BY RANGE (happened);
CREATE TABLE shop.event_2024 PARTITION OF shop.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE shop.event_2025 PARTITION OF shop.event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE "Back Office"."Ticket ""№"" 🎫" (
  "ticket Nr" int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "Mandant (№)" int NOT NULL DEFAULT NULLIF(current_setting('app.tenant', true), '')::int REFERENCES shop.tenants,
  "Größe" text
);
CREATE INDEX ON "Back Office"."Ticket ""№"" 🎫" ("Mandant (№)");
CREATE TABLE shop.country (code char(2) PRIMARY KEY, name text);
GRANT SELECT ON shop.country TO ${p}app;

DO $$
DECLARE item record;
BEGIN
  FOR item IN SELECT * FROM (VALUES ('shop.customer', 'tenant_id'), ('shop."order"', 'tenant_id'), ('shop.event', 'tenant_id'),
      ('"Back Office"."Ticket ""№"" 🎫"', '"Mandant (№)"')) AS v (name, col) LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', item.name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %s USING (%s = NULLIF(current_setting(''app.tenant'', true), '''')::int)',
                   item.name, item.col);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${p}app', item.name);
  END LOOP;
END $$;
ALTER TABLE shop.order_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY via_order ON shop.order_line
  USING (EXISTS (SELECT 1 FROM shop."order" o WHERE o.id = order_line.order_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON shop.order_line TO ${p}app;

RESET ROLE;
INSERT INTO shop.tenants VALUES (1, 'Ann', 'a@x.test'), (2, 'Bob', 'b@x.test');
INSERT INTO shop.customer (tenant_id, email, number) VALUES (1, 'c@x.test', 1), (2, 'd@x.test', 2);
INSERT INTO shop."order" (tenant_id, customer_id, note) SELECT tenant_id, id, 'n' FROM shop.customer;
INSERT INTO shop.event VALUES (1, '2024-05-01', 'a'), (2, '2025-05-01', 'b');
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shop TO ${p}bypass;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "Back Office" TO ${p}bypass;
