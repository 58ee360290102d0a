-- article-search: articles of several publishers behind one full-text search, with the quoted camel-case names of an object mapper.
-- Run as superuser in an empty database. Roles are cluster-wide, so they are created only when absent.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'article_owner') THEN CREATE ROLE article_owner; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'article_app') THEN CREATE ROLE article_app; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'article_admin') THEN CREATE ROLE article_admin; END IF;
END
$roles$;
ALTER ROLE article_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE article_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE article_admin LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB;

ALTER SCHEMA public OWNER TO article_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO article_app, article_admin;

SET ROLE article_owner;

-- The publishers: each reads its own entry only.
CREATE TABLE "Tenant" (
  id serial PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
ALTER TABLE "Tenant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON "Tenant" FOR SELECT
  USING (id = current_setting('app.tenant_id')::int);
GRANT SELECT ON "Tenant" TO article_app;

CREATE TABLE "User" (
  id serial PRIMARY KEY,
  email text NOT NULL,
  "displayName" text,
  "tenantId" int NOT NULL DEFAULT NULLIF(current_setting('app.tenant_id', true), '')::int,
  CONSTRAINT "User_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant" (id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX "User_tenantId_idx" ON "User" ("tenantId");
CREATE UNIQUE INDEX "User_tenantId_email_key" ON "User" ("tenantId", email);
CREATE UNIQUE INDEX "User_tenantId_id_key" ON "User" ("tenantId", id);
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON "User" FOR ALL
  USING ("tenantId" = current_setting('app.tenant_id')::int)
  WITH CHECK ("tenantId" = current_setting('app.tenant_id')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON "User" TO article_app;
GRANT USAGE ON SEQUENCE "User_id_seq" TO article_app;

CREATE TABLE "Article" (
  id serial PRIMARY KEY,
  title text NOT NULL,
  content text NOT NULL,
  "authorId" int,
  tags text[] NOT NULL DEFAULT '{}',
  "frontMatter" jsonb,
  "publishedAt" timestamp(3),
  "tenantId" int NOT NULL DEFAULT NULLIF(current_setting('app.tenant_id', true), '')::int,
  "searchVector" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.english', title), 'A') || setweight(to_tsvector('pg_catalog.english', content), 'B')) STORED,
  CONSTRAINT "Article_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant" (id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT "Article_tenantId_authorId_fkey" FOREIGN KEY ("tenantId", "authorId") REFERENCES "User" ("tenantId", id)
);
CREATE INDEX "Article_tenantId_idx" ON "Article" ("tenantId");
CREATE INDEX "Article_tenantId_authorId_idx" ON "Article" ("tenantId", "authorId");
CREATE INDEX "Article_searchVector_idx" ON "Article" USING gin ("searchVector");
ALTER TABLE "Article" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON "Article" FOR ALL
  USING ("tenantId" = current_setting('app.tenant_id')::int)
  WITH CHECK ("tenantId" = current_setting('app.tenant_id')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Article" TO article_app;
GRANT USAGE ON SEQUENCE "Article_id_seq" TO article_app;

-- Searches with the rights of whoever asks, so row security narrows it to one publisher.
CREATE FUNCTION "searchArticles"(words text)
  RETURNS TABLE (id int, title text, rank real)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $f$
    SELECT a.id, a.title, ts_rank(a."searchVector", q)
    FROM public."Article" a, websearch_to_tsquery('pg_catalog.english', words) AS q
    WHERE a."searchVector" @@ q
    ORDER BY 3 DESC, a.id
  $f$;

RESET ROLE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO article_admin;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO article_admin;
