-- orders-api: orders of many customers of an API in a shared schema, and one large customer in a schema of its own.
-- Run as superuser in an empty database. Roles are cluster-wide, so they are created only when absent.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'orders_owner') THEN CREATE ROLE orders_owner; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'orders_app') THEN CREATE ROLE orders_app; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'orders_admin') THEN CREATE ROLE orders_admin; END IF;
END
$roles$;
ALTER ROLE orders_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE orders_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE orders_admin LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB;

ALTER SCHEMA public OWNER TO orders_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA tenant_helvetia AUTHORIZATION orders_owner;
GRANT USAGE ON SCHEMA public, tenant_helvetia TO orders_app, orders_admin;

SET ROLE orders_owner;

-- The customers of the API: each reads its own entry only.
CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  plan text NOT NULL CHECK (plan IN ('free', 'pro', 'enterprise')),
  status text NOT NULL CHECK (status IN ('active', 'suspended')),
  config jsonb NOT NULL DEFAULT '{}'
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenants
  USING (id = current_setting('app.current_tenant')::uuid);
GRANT SELECT ON tenants TO orders_app;

-- The shared schema.

CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES public.tenants (id),
  email text NOT NULL,
  full_name text,
  roles text[] NOT NULL DEFAULT '{viewer}',
  last_login_at timestamptz,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, email)
);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON users
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO orders_app;

CREATE TABLE products (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES public.tenants (id),
  sku text NOT NULL,
  title text NOT NULL,
  price numeric(10, 2) NOT NULL,
  attributes jsonb,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, sku)
);
ALTER TABLE products ENABLE ROW LEVEL SECURITY;
ALTER TABLE products FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON products
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON products TO orders_app;

CREATE TABLE orders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid REFERENCES public.tenants (id),
  user_id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  status text NOT NULL,
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id)
);
CREATE INDEX orders_user_idx ON orders (tenant_id, user_id);
CREATE INDEX orders_product_idx ON orders (tenant_id, product_id);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON orders
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON orders TO orders_app;

-- The schema of the enterprise customer: the same tables, for its rows only, and protected all the same, because the same role reads them.

CREATE TABLE tenant_helvetia.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid CHECK (tenant_id = 'd4b8c1f6-3a27-4e59-9c60-7f1e2d3c4b5a') REFERENCES public.tenants (id),
  email text NOT NULL,
  full_name text,
  roles text[] NOT NULL DEFAULT '{viewer}',
  last_login_at timestamptz,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, email)
);
ALTER TABLE tenant_helvetia.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_helvetia.users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant_helvetia.users
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_helvetia.users TO orders_app;

CREATE TABLE tenant_helvetia.products (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid CHECK (tenant_id = 'd4b8c1f6-3a27-4e59-9c60-7f1e2d3c4b5a') REFERENCES public.tenants (id),
  sku text NOT NULL,
  title text NOT NULL,
  price numeric(10, 2) NOT NULL,
  attributes jsonb,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, sku)
);
ALTER TABLE tenant_helvetia.products ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_helvetia.products FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant_helvetia.products
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_helvetia.products TO orders_app;

CREATE TABLE tenant_helvetia.orders (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL DEFAULT NULLIF(current_setting('app.current_tenant', true), '')::uuid CHECK (tenant_id = 'd4b8c1f6-3a27-4e59-9c60-7f1e2d3c4b5a') REFERENCES public.tenants (id),
  user_id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  status text NOT NULL,
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, user_id) REFERENCES tenant_helvetia.users (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES tenant_helvetia.products (tenant_id, id)
);
CREATE INDEX orders_user_idx ON tenant_helvetia.orders (tenant_id, user_id);
CREATE INDEX orders_product_idx ON tenant_helvetia.orders (tenant_id, product_id);
ALTER TABLE tenant_helvetia.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_helvetia.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant_helvetia.orders
  USING (tenant_id = current_setting('app.current_tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_helvetia.orders TO orders_app;

RESET ROLE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, tenant_helvetia TO orders_admin;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, tenant_helvetia TO orders_admin;
