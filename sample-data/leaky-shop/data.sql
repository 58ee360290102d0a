-- The rows of leaky-shop: three shops, the same rows on every run.

INSERT INTO tenant (id, name, status, settings, created_at) VALUES
  ('acme', 'Acme Ltd', 'active', '{"currency": "GBP", "newsletter": true}', '2023-02-01 09:00:00+00'),
  ('globex', 'Globex 株式会社', 'active', '{"currency": "JPY", "theme": {"dark": true}}', '2023-06-12 01:30:00+00'),
  ('donaudampf', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft Wien & Söhne, Zweigniederlassung für Schiffszubehör, Tauwerk und feine Kost GmbH & Co. KG', 'trial', '{"currency": "EUR", "logo": null}', '2025-11-30 17:45:00+00');

INSERT INTO country (code, name) VALUES
  ('AT', 'Österreich'), ('BR', 'Brasil'), ('CI', 'Côte d''Ivoire'), ('CZ', 'Česko'), ('DE', 'Deutschland'), ('FR', 'France'),
  ('GB', 'United Kingdom'), ('GR', 'Ελλάδα'), ('IE', 'Éire'), ('JP', '日本'), ('PL', 'Polska'), ('UA', 'Україна');

INSERT INTO staff (tenant_id, email, full_name, duty, preferences, last_seen_at)
SELECT t.id, 'staff' || n || '@' || t.id || '.example',
       (ARRAY['Ann Whitfield', 'Björn Ågren', 'Chiara Russo', 'Đorđe Petrović', 'Emi 恵美 Tanaka'])[n],
       (ARRAY['owner', 'support', 'warehouse', 'marketing', 'accounts'])[n],
       CASE n WHEN 1 THEN '{"theme": "dark", "pageSize": 50}'::jsonb WHEN 2 THEN 'null'::jsonb WHEN 3 THEN '[]'::jsonb END,
       CASE WHEN n < 5 THEN timestamptz '2026-03-01 08:00:00+00' - n * interval '31 hours' END
FROM tenant t, generate_series(1, 5) AS n
ORDER BY t.id, n;

INSERT INTO category (id, tenant_id, parent_id, name)
SELECT s * 10 + n, (ARRAY['acme', 'globex', 'donaudampf'])[s], CASE WHEN n > 3 THEN s * 10 + n - 3 END,
       (ARRAY['Kitchen', 'Garden', 'Ship & Harbour', 'Knives', 'Seeds', 'Ropes'])[n]
FROM generate_series(1, 3) AS s, generate_series(1, 6) AS n;

INSERT INTO product (id, tenant_id, category_id, sku, title, description, price_cents, currency, tags, attributes, discontinued_on, created_at)
SELECT i, (ARRAY['acme', 'globex', 'donaudampf'])[s], s * 10 + 1 + i % 6,
       (ARRAY['AC', 'GX', 'DD'])[s] || '-' || lpad(i::text, 4, '0'),
       (ARRAY['Oak', 'Copper', 'Linen', 'Enamel', 'Walnut', 'Steel', 'Élan', 'Große', '竹'])[1 + i % 9] || ' '
         || (ARRAY['kettle', 'bread knife', 'apron', 'rope 12 mm', 'lantern', 'seed box', 'teapot 🫖', 'anchor'])[1 + i * 7 % 8] || ' no. ' || i,
       CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'Made to last. Batch ' || i % 23 || ', checked by hand.' END,
       490 + i * 137 % 9000, (ARRAY['GBP', 'JPY', 'EUR'])[s],
       CASE i % 4 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY['new'] WHEN 2 THEN ARRAY['gift', 'hand made'] ELSE ARRAY['sale', 'it''s "odd", isn''t it', 'last,chance'] END,
       CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb ELSE jsonb_build_object('weight_g', 100 + i * 13 % 4000, 'colours', jsonb_build_array('red', 'blue'), 'fragile', i % 2 = 0) END,
       CASE WHEN i % 29 = 0 THEN date '2026-01-31' END,
       timestamptz '2024-01-01 10:00:00+00' + i * interval '2 days 5 hours'
FROM generate_series(1, 180) AS i, LATERAL (SELECT 1 + i % 3 AS s) AS shop;

INSERT INTO "Gift card" ("cardId", tenant_id, "Für", "balance €", "order", message)
SELECT md5('gift card ' || i)::uuid, (ARRAY['acme', 'globex', 'donaudampf'])[1 + i % 3],
       CASE WHEN i % 4 > 0 THEN (ARRAY['Oma', 'Zoë', 'O''Neill', 'Łukasz'])[i % 4 + 1] END, (i * 5 % 100)::numeric + 0.50, i,
       (ARRAY['Happy birthday 🎂', '', NULL, 'Line one' || chr(10) || 'line two', 'Tab' || chr(9) || 'and "quotes"'])[1 + i % 5]
FROM generate_series(1, 24) AS i;

INSERT INTO customer (id, tenant_id, email, full_name, city, country_code, phone, marketing, created_at)
SELECT i, (ARRAY['acme', 'acme', 'acme', 'globex', 'globex', 'donaudampf'])[1 + i % 6],
       'customer' || i / 6 || '@mail.example' || CASE WHEN i % 6 IN (1, 4) THEN '.net' WHEN i % 6 = 2 THEN '.org' ELSE '' END,
       (ARRAY['Ada', 'Benoît', 'Chloë', 'Dmytro', 'Eirlys', 'Fatou', 'Grzegorz', 'Haruka', 'Íñigo', 'José', 'Kateřina'])[1 + i * 5 % 11] || ' '
         || (ARRAY['O''Brien', 'Müller', 'Ødegård', 'Kovač', 'García Márquez', 'Nakamura', 'Świątek', 'Smith', 'Lévesque', 'van der Berg', 'Шевченко', 'Παπαδόπουλος', 'Yılmaz'])[1 + i * 11 % 13],
       (ARRAY['London', 'Wien', '東京', 'São Paulo', 'Kraków', 'Lyon', 'Αθήνα', 'Київ', 'Brno', 'Cork', 'Köln', 'Abidjan'])[1 + i % 12],
       (ARRAY['GB', 'AT', 'JP', 'BR', 'PL', 'FR', 'GR', 'UA', 'CZ', 'IE', 'DE', 'CI'])[1 + i % 12],
       CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE '+44 20 7946 0' || lpad((i * 37 % 1000)::text, 3, '0') END,
       CASE i % 3 WHEN 0 THEN NULL ELSE jsonb_build_object('newsletter', i % 2 = 0, 'interests', jsonb_build_array('tea', 'boats')) END,
       timestamptz '2024-03-01 12:00:00+00' + i * interval '1 day 3 hours'
FROM generate_series(1, 300) AS i;

INSERT INTO orders (id, tenant_id, customer_id, number, status, note, placed_at)
SELECT i, c.tenant_id, c.id, to_char(2024 + i / 400, 'FM0000') || '-' || lpad(i::text, 5, '0'),
       (ARRAY['pending', 'paid', 'paid', 'shipped', 'shipped', 'shipped', 'returned', 'cancelled'])[1 + i % 8],
       CASE i % 11 WHEN 0 THEN 'Please leave it with the neighbour 🙏' WHEN 1 THEN '' END,
       timestamptz '2024-06-01 07:00:00+00' + i * interval '19 hours 7 minutes'
FROM generate_series(1, 720) AS i JOIN customer c ON c.id = 1 + i * 7 % 300;

INSERT INTO order_line (order_id, line_no, sku, title, quantity, unit_cents)
SELECT o.id, n, p.sku, p.title, 1 + (o.id + n) % 4, p.price_cents
FROM orders o
CROSS JOIN generate_series(1, 4) AS n
JOIN product p ON p.tenant_id = o.tenant_id
  AND p.id = 3 * (1 + (o.id * 5 + n * 17) % 58) + CASE o.tenant_id WHEN 'acme' THEN 0 WHEN 'globex' THEN 1 ELSE 2 END
WHERE n <= 1 + o.id % 4
ORDER BY o.id, n;

UPDATE orders o SET total_cents = l.total
FROM (SELECT order_id, sum(quantity * unit_cents) AS total FROM order_line GROUP BY order_id) l
WHERE l.order_id = o.id;

INSERT INTO invoice (tenant_id, order_id, number, amount_cents, due_on, paid_at)
SELECT tenant_id, id, 'INV-' || number, total_cents, (placed_at AT TIME ZONE 'UTC')::date + 30,
       CASE WHEN id % 5 > 0 THEN placed_at + interval '6 days' END
FROM orders WHERE status IN ('paid', 'shipped', 'returned') ORDER BY id;

-- Some shipments came from the old system without a tenant: most name their order, some name none.
INSERT INTO shipment (tenant_id, order_id, carrier, tracking_code, shipped_at)
SELECT CASE WHEN id % 5 > 0 THEN tenant_id END, CASE WHEN id % 45 > 0 THEN id END,
       (ARRAY['DHL', 'Royal Mail', 'ヤマト運輸', 'Österreichische Post'])[1 + id % 4],
       CASE id % 9 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'TRK' || upper(substr(md5(number), 1, 10)) END,
       placed_at + interval '2 days'
FROM orders WHERE status = 'shipped' OR id % 5 = 0 ORDER BY id;

INSERT INTO product_review (tenant_id, product_id, author, stars, body, published)
SELECT p.tenant_id, p.id, (ARRAY['Ada', 'Noël', 'Oksana', '匿名'])[1 + (p.id + n) % 4], 1 + (p.id * 3 + n) % 5,
       (ARRAY['Five stars ⭐⭐⭐⭐⭐', 'Arrived broken.', '', NULL, 'Très bien, je recommande !'])[1 + (p.id + n * 2) % 5], (p.id + n) % 3 > 0
FROM product p, generate_series(1, 2) AS n ORDER BY p.id, n;

INSERT INTO support_ticket (tenant_id, subject, body, state, labels, opened_at)
SELECT (ARRAY['acme', 'globex', 'donaudampf'])[1 + i % 3],
       (ARRAY['Where is my parcel?', 'Wrong colour', 'Rückgabe', '請求書を再発行してください', 'Refund 💸'])[1 + i % 5] || ' (' || i || ')',
       CASE WHEN i % 6 > 0 THEN 'Hello, this is about order ' || i * 7 % 720 + 1 || '. Kind regards' END,
       (ARRAY['open', 'waiting', 'solved'])[1 + i * 2 % 3],
       CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '{}'::text[] ELSE ARRAY['urgent', 'vip'] END,
       timestamptz '2025-09-01 06:00:00+00' + i * interval '9 hours'
FROM generate_series(1, 90) AS i;

INSERT INTO newsletter_subscriber (tenant_id, email, source, confirmed_at)
SELECT (ARRAY['acme', 'globex', 'donaudampf'])[1 + i % 3], 'reader' || i || '@post.example',
       (ARRAY['checkout', 'footer', '', NULL])[1 + i % 4],
       CASE WHEN i % 5 > 0 THEN timestamptz '2025-01-01 00:00:00+00' + i * interval '13 hours' END
FROM generate_series(1, 240) AS i;

INSERT INTO stock_movement (tenant_id, product_id, quantity, reason, moved_at)
SELECT p.tenant_id, p.id, CASE n WHEN 1 THEN 40 ELSE -(1 + (p.id * n) % 9) END,
       CASE n WHEN 1 THEN 'delivery' WHEN 2 THEN 'sale' END, p.created_at + n * interval '3 days'
FROM product p, generate_series(1, 3) AS n ORDER BY p.id, n;

REFRESH MATERIALIZED VIEW bestseller;

SELECT setval(pg_get_serial_sequence('category', 'id'), max(id)) FROM category;
SELECT setval(pg_get_serial_sequence('product', 'id'), max(id)) FROM product;
SELECT setval(pg_get_serial_sequence('customer', 'id'), max(id)) FROM customer;
SELECT setval(pg_get_serial_sequence('orders', 'id'), max(id)) FROM orders;

ANALYZE;
