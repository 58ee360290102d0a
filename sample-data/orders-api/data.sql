-- The rows of orders-api: five customers, the same rows on every run.

INSERT INTO tenants (id, slug, name, plan, status, config) VALUES
  ('a1e5f8c3-0d74-4b26-8f3d-4c8b9a0f1e27', 'acme', 'Acme Incorporated', 'pro', 'active', '{"rateLimit": 1000, "features": ["webhooks"]}'),
  ('b2f6a9d4-1e85-4c37-9a4e-5d9c0b1a2f38', 'cafe-noir', 'Café Noir & Fils ☕', 'free', 'active', '{"rateLimit": 100}'),
  ('c3a7b0e5-2f96-4d48-8b5f-6e0d1c2b3a49', 'slowpay', 'Slowpay Trading (overdue since spring)', 'pro', 'suspended', '{"rateLimit": 0, "suspendedBecause": "unpaid invoice", "until": null}'),
  ('d4b8c1f6-3a27-4e59-9c60-7f1e2d3c4b5a', 'helvetia', 'Helvetia Präzisionsmechanik', 'enterprise', 'active', '{"rateLimit": 10000, "schema": "tenant_helvetia"}'),
  ('e5c9d2a7-4b38-4f6a-8d71-8a2f3e4d5c6b', 'llanfair', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Co-operative Creamery, Bakery, Bicycle Repair and General Stores Limited', 'free', 'active', '{}');

INSERT INTO users (id, tenant_id, email, full_name, roles, last_login_at)
SELECT md5('shared user ' || t.slug || n)::uuid, t.id, 'user' || n || '@' || t.slug || '.example',
       CASE WHEN n % 6 > 0 THEN (ARRAY['Priya Raman', 'Tomáš Dvořák', 'Zeynep Öztürk', 'Seán O''Casey', '李 雷', 'Maria João Reis'])[1 + n % 6] END,
       CASE n % 3 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY['admin', 'billing'] ELSE ARRAY['viewer'] END,
       CASE WHEN n % 4 > 0 THEN timestamptz '2026-02-01 00:00:00+00' + n * interval '5 hours' END
FROM public.tenants t, generate_series(1, 20) AS n
WHERE t.plan <> 'enterprise';

INSERT INTO products (id, tenant_id, sku, title, price, attributes)
SELECT md5('shared product ' || t.slug || n)::uuid, t.id, 'P-' || lpad(n::text, 3, '0'),
       (ARRAY['API calls', 'Storage 📦', 'Support hours', 'Größerer Tarif', '追加ユーザー'])[1 + n % 5] || ' ' || n, 5 + n * 7.25,
       CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb WHEN 2 THEN '{}'::jsonb ELSE jsonb_build_object('unit', 'month', 'tiers', jsonb_build_array(1, 10, NULL)) END
FROM public.tenants t, generate_series(1, 30) AS n
WHERE t.plan <> 'enterprise';

INSERT INTO orders (id, tenant_id, user_id, product_id, quantity, status, note, created_at)
SELECT md5('shared order ' || t.slug || n)::uuid, t.id, md5('shared user ' || t.slug || 1 + n % 20)::uuid, md5('shared product ' || t.slug || 1 + n * 7 % 30)::uuid, 1 + n % 9,
       (ARRAY['new', 'paid', 'paid', 'delivered', 'cancelled'])[1 + n % 5], CASE n % 7 WHEN 0 THEN '' WHEN 1 THEN 'Needs a purchase order no. ' || n WHEN 2 THEN 'merci 🙂' END,
       timestamptz '2025-04-01 09:00:00+00' + n * interval '13 hours 7 minutes'
FROM public.tenants t, generate_series(1, 250) AS n
WHERE t.plan <> 'enterprise';

INSERT INTO tenant_helvetia.users (id, tenant_id, email, full_name, roles, last_login_at)
SELECT md5('tenant_helvetia user ' || t.slug || n)::uuid, t.id, 'user' || n || '@' || t.slug || '.example',
       CASE WHEN n % 6 > 0 THEN (ARRAY['Priya Raman', 'Tomáš Dvořák', 'Zeynep Öztürk', 'Seán O''Casey', '李 雷', 'Maria João Reis'])[1 + n % 6] END,
       CASE n % 3 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY['admin', 'billing'] ELSE ARRAY['viewer'] END,
       CASE WHEN n % 4 > 0 THEN timestamptz '2026-02-01 00:00:00+00' + n * interval '5 hours' END
FROM public.tenants t, generate_series(1, 20) AS n
WHERE t.slug = 'helvetia';

INSERT INTO tenant_helvetia.products (id, tenant_id, sku, title, price, attributes)
SELECT md5('tenant_helvetia product ' || t.slug || n)::uuid, t.id, 'P-' || lpad(n::text, 3, '0'),
       (ARRAY['API calls', 'Storage 📦', 'Support hours', 'Größerer Tarif', '追加ユーザー'])[1 + n % 5] || ' ' || n, 5 + n * 7.25,
       CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb WHEN 2 THEN '{}'::jsonb ELSE jsonb_build_object('unit', 'month', 'tiers', jsonb_build_array(1, 10, NULL)) END
FROM public.tenants t, generate_series(1, 30) AS n
WHERE t.slug = 'helvetia';

INSERT INTO tenant_helvetia.orders (id, tenant_id, user_id, product_id, quantity, status, note, created_at)
SELECT md5('tenant_helvetia order ' || t.slug || n)::uuid, t.id, md5('tenant_helvetia user ' || t.slug || 1 + n % 20)::uuid, md5('tenant_helvetia product ' || t.slug || 1 + n * 7 % 30)::uuid, 1 + n % 9,
       (ARRAY['new', 'paid', 'paid', 'delivered', 'cancelled'])[1 + n % 5], CASE n % 7 WHEN 0 THEN '' WHEN 1 THEN 'Needs a purchase order no. ' || n WHEN 2 THEN 'merci 🙂' END,
       timestamptz '2025-04-01 09:00:00+00' + n * interval '13 hours 7 minutes'
FROM public.tenants t, generate_series(1, 400) AS n
WHERE t.slug = 'helvetia';

ANALYZE;
