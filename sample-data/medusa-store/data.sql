-- The rows of medusa-store: three shops, the same rows on every run, and rows of the time before the tenant column that have no tenant.

-- Identifiers look like Medusa's: a prefix, then 26 characters.
CREATE FUNCTION pg_temp.mid(prefix text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
  AS $f$ SELECT prefix || '_01' || upper(substr(md5(prefix || n), 1, 24)) $f$;
-- Three shops of different size, numbered 1 to 3.
CREATE FUNCTION pg_temp.shop_no(n bigint) RETURNS integer LANGUAGE sql IMMUTABLE
  AS $f$ SELECT (ARRAY[1, 1, 1, 2, 2, 3])[1 + n % 6] $f$;
CREATE FUNCTION pg_temp.shop(no integer) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $f$ SELECT (ARRAY['a3f7c8e2-9b4d-4a6f-8c3e-7d2f1b5a9c4e', 'b4f8d9f3-0c5e-4b7a-9d4f-8e3c2c6b0d5f', 'c5a9e0a4-1d6f-4c8b-ae50-9f4d3d7c1e60']::uuid[])[no] $f$;
CREATE FUNCTION pg_temp.money(amount numeric) RETURNS jsonb LANGUAGE sql IMMUTABLE
  AS $f$ SELECT jsonb_build_object('value', amount::text, 'precision', 20) $f$;

-- Store, regions and channels.

INSERT INTO currency (id, code, symbol, symbol_native, name, decimal_digits, tenant_id)
SELECT pg_temp.mid('cur', s * 10 + c), (ARRAY['eur', 'usd', 'jpy'])[c], (ARRAY['€', '$', '¥'])[c], (ARRAY['€', '$', '￥'])[c],
       (ARRAY['Euro', 'US Dollar', 'Japanese Yen'])[c], CASE c WHEN 3 THEN 0 ELSE 2 END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 3) AS c;

INSERT INTO region (id, name, currency_code, automatic_taxes, tenant_id)
SELECT pg_temp.mid('reg', s * 10 + r), (ARRAY['Europe', 'Nordamerika & Übersee'])[r], (ARRAY['eur', 'usd'])[r], r = 1, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 2) AS r;

INSERT INTO sales_channel (id, name, description, is_disabled, tenant_id)
SELECT pg_temp.mid('sc', s * 10 + c), (ARRAY['Web shop', 'Market stall', 'Wholesale'])[c], CASE c WHEN 1 THEN 'The default channel' WHEN 2 THEN '' END, c = 3, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 3) AS c;

INSERT INTO store (id, name, default_sales_channel_id, default_region_id, supported_locales, metadata, tenant_id)
SELECT pg_temp.mid('store', s),
       (ARRAY['Nordlicht Outdoor 🏔️', '茶と器 Cha to Utsuwa',
              'Confiserie, Chocolaterie et Biscuiterie artisanale des Frères Lefèbvre-Montgolfier, fournisseurs de la cour depuis 1784 (maison mère de Saint-Germain-des-Prés)'])[s],
       pg_temp.mid('sc', s * 10 + 1), pg_temp.mid('reg', s * 10 + 1), (ARRAY[ARRAY['de-DE', 'en-GB'], ARRAY['ja-JP', 'en-US'], ARRAY['fr-FR', NULL]])[s:s],
       CASE s WHEN 1 THEN '{"founded": 1998}'::jsonb WHEN 2 THEN 'null'::jsonb END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s;

INSERT INTO store_currency (id, currency_code, is_default, store_id, tenant_id)
SELECT pg_temp.mid('stocur', s * 10 + c), (ARRAY['eur', 'usd', 'jpy'])[c], c = 1, pg_temp.mid('store', s), pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 3) AS c;

INSERT INTO api_key (id, token, salt, redacted, title, type, last_used_at, created_by, tenant_id)
SELECT pg_temp.mid('apk', s * 10 + k), CASE k WHEN 1 THEN 'pk_' ELSE 'sk_' END || md5('sample ' || s || k), '', CASE k WHEN 1 THEN 'pk_' ELSE 'sk_' END || '***' || s,
       (ARRAY['Storefront', 'Back office'])[k], (ARRAY['publishable', 'secret'])[k], CASE k WHEN 1 THEN timestamptz '2026-03-01 00:00:00+00' END, pg_temp.mid('user', s * 10 + 1), pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 2) AS k;

INSERT INTO tax_region (id, country_code, province_code, tenant_id)
SELECT pg_temp.mid('txreg', s * 10 + c), (ARRAY['de', 'fr', 'jp', 'us'])[c], CASE c WHEN 4 THEN 'us-ny' END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 4) AS c;
INSERT INTO tax_rate (id, rate, code, name, is_default, tax_region_id, tenant_id)
SELECT pg_temp.mid('txr', s * 10 + c), (ARRAY[19, 20, 10, 8.875])[c], (ARRAY['VAT19', 'TVA20', 'JCT10', 'NYC'])[c], (ARRAY['Mehrwertsteuer', 'TVA', '消費税', 'Sales tax'])[c], true,
       pg_temp.mid('txreg', s * 10 + c), pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 4) AS c;

INSERT INTO "user" (id, first_name, last_name, email, tenant_id)
SELECT pg_temp.mid('user', s * 10 + n), (ARRAY['Maja', 'Kenji', 'Élodie', NULL])[n], (ARRAY['Lindqvist', '佐藤', 'Lefèbvre', ''])[n], 'staff' || n || '@shop' || s || '.example', pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 4) AS n;
INSERT INTO invite (id, email, accepted, token, expires_at, tenant_id)
SELECT pg_temp.mid('invite', s), 'new' || s || '@shop' || s || '.example', false, md5('invite ' || s), timestamptz '2026-12-31 00:00:00+00', pg_temp.shop(s)
FROM generate_series(1, 3) AS s;

-- Products. The first nine came from the old shop system without a tenant: most name a collection, two name nothing.

INSERT INTO product_collection (id, title, handle, tenant_id)
SELECT pg_temp.mid('pcol', s * 10 + n), (ARRAY['Spring', 'Été', '秋', 'Winter ❄️'])[n], (ARRAY['spring', 'ete', 'aki', 'winter'])[n], pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 4) AS n;
INSERT INTO product_type (id, value, tenant_id)
SELECT pg_temp.mid('ptyp', s * 10 + n), (ARRAY['Equipment', 'Tableware', 'Sweets'])[n], pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 3) AS n;
INSERT INTO product_tag (id, value, tenant_id)
SELECT pg_temp.mid('ptag', s * 10 + n), (ARRAY['new', 'hand made', 'vegan', '限定'])[n], pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 4) AS n;
INSERT INTO product_category (id, name, handle, mpath, is_active, rank, parent_category_id, tenant_id)
SELECT pg_temp.mid('pcat', s * 10 + n), (ARRAY['All', 'Outdoor', 'Kitchen & Table', 'Gifts', 'Tents', 'Tea'])[n], 'category-' || n,
       pg_temp.mid('pcat', s * 10 + 1) || CASE WHEN n > 1 THEN '.' || pg_temp.mid('pcat', s * 10 + n) ELSE '' END, n <> 4, n - 1,
       CASE WHEN n > 1 THEN pg_temp.mid('pcat', s * 10 + 1) END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 6) AS n;

INSERT INTO product (id, title, handle, subtitle, description, status, thumbnail, weight, origin_country, material, collection_id, type_id, discountable, external_id, metadata, created_at, deleted_at, tenant_id)
SELECT pg_temp.mid('prod', i),
       (ARRAY['Birch', 'Granite', 'Sakura', 'Amande', 'Polar', 'Moss', '月'])[1 + i % 7] || ' ' || (ARRAY['tent', 'teapot 🫖', 'praline box', 'lantern', 'cup', 'backpack', 'macaron tin', 'blanket'])[1 + i * 3 % 8] || ' ' || i,
       'product-' || i, CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'Batch ' || i % 17 END,
       CASE WHEN i % 6 > 0 THEN 'Chosen, tested and packed by hand.' || chr(10) || 'Care: keep dry; don''t "bleach".' END,
       (ARRAY['published', 'published', 'published', 'draft', 'proposed', 'rejected'])[1 + i % 6], CASE WHEN i % 3 > 0 THEN 'https://cdn.example/p/' || i || '.webp' END,
       (100 + i * 37 % 5000)::text, (ARRAY['de', 'jp', 'fr', NULL])[1 + i % 4], (ARRAY['wood', 'stoneware', '', NULL, 'wool'])[1 + i % 5],
       CASE WHEN i > 9 OR i % 4 > 0 THEN pg_temp.mid('pcol', s * 10 + 1 + i % 4) END, CASE WHEN i > 9 THEN pg_temp.mid('ptyp', s * 10 + 1 + i % 3) END, i % 10 > 0,
       CASE WHEN i <= 9 THEN 'legacy-' || i END,
       CASE WHEN i <= 9 THEN jsonb_build_object('imported_from', 'old shop ' || s) WHEN i % 8 = 0 THEN 'null'::jsonb WHEN i % 8 = 1 THEN '{"badges": ["new", "🔥"], "score": 4.5}'::jsonb END,
       timestamptz '2025-01-05 08:00:00+00' + i * interval '29 hours', CASE WHEN i % 40 = 0 THEN timestamptz '2026-02-01 08:00:00+00' END,
       CASE WHEN i > 9 THEN pg_temp.shop(s) END
FROM generate_series(1, 180) AS i, LATERAL (SELECT pg_temp.shop_no(i) AS s) AS shop;

INSERT INTO product_option (id, title, product_id, tenant_id)
SELECT pg_temp.mid('opt', i), 'Size', pg_temp.mid('prod', i), p.tenant_id
FROM generate_series(1, 180) AS i JOIN product p ON p.id = pg_temp.mid('prod', i);
INSERT INTO product_option_value (id, value, option_id, tenant_id)
SELECT pg_temp.mid('optval', i * 10 + n), (ARRAY['S', 'M', 'L'])[n], o.id, o.tenant_id
FROM generate_series(1, 180) AS i JOIN product_option o ON o.id = pg_temp.mid('opt', i), generate_series(1, 3) AS n;
INSERT INTO product_variant (id, title, sku, barcode, ean, manage_inventory, variant_rank, product_id, tenant_id)
SELECT pg_temp.mid('variant', i * 10 + n), (ARRAY['S', 'M', 'L'])[n], 'SKU-' || lpad(i::text, 4, '0') || '-' || n, CASE n WHEN 1 THEN '' END, NULL, i % 5 > 0, n - 1, p.id, p.tenant_id
FROM generate_series(1, 180) AS i JOIN product p ON p.id = pg_temp.mid('prod', i), generate_series(1, 3) AS n;
INSERT INTO image (id, url, rank, product_id, tenant_id)
SELECT pg_temp.mid('img', i * 10 + n), 'https://cdn.example/p/' || i || '/' || n || '.webp', n - 1, p.id, CASE WHEN (i * 2 + n) % 13 > 0 THEN p.tenant_id END
FROM generate_series(1, 180) AS i JOIN product p ON p.id = pg_temp.mid('prod', i), generate_series(1, 2) AS n;

-- Prices. Three prices without a tenant point to a price set of one shop and to a price list of another: nobody but a person can decide.

INSERT INTO price_list (id, title, description, status, type, starts_at, ends_at, tenant_id)
SELECT pg_temp.mid('plist', s), (ARRAY['Winter sale', '春のセール', 'Soldes'])[s], '', 'active', 'sale', timestamptz '2026-01-01 00:00:00+00', CASE s WHEN 1 THEN timestamptz 'infinity' END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s;
INSERT INTO price_set (id, tenant_id)
SELECT pg_temp.mid('pset', i * 10 + n), v.tenant_id
FROM generate_series(1, 180) AS i, generate_series(1, 3) AS n, product_variant v WHERE v.id = pg_temp.mid('variant', i * 10 + n);
INSERT INTO price (id, title, price_set_id, currency_code, amount, raw_amount, min_quantity, price_list_id, tenant_id)
SELECT pg_temp.mid('price', i * 10 + n), CASE WHEN i % 9 = 0 THEN 'List price' END, pg_temp.mid('pset', i * 10 + n), (ARRAY['eur', 'usd', 'jpy'])[pg_temp.shop_no(i)],
       5 + i * 7 % 90 + n * 0.5, pg_temp.money(5 + i * 7 % 90 + n * 0.5), CASE WHEN i % 11 = 0 THEN 10 END,
       CASE WHEN i IN (18, 36, 54) AND n = 1 THEN pg_temp.mid('plist', 1 + pg_temp.shop_no(i) % 3) WHEN i % 7 = 0 THEN pg_temp.mid('plist', pg_temp.shop_no(i)) END,
       CASE WHEN NOT (i IN (18, 36, 54) AND n = 1) AND (i * 3 + n) % 41 > 0 THEN p.tenant_id END
FROM generate_series(1, 180) AS i, generate_series(1, 3) AS n, price_set p WHERE p.id = pg_temp.mid('pset', i * 10 + n);
INSERT INTO price_rule (id, attribute, operator, value, priority, price_id, tenant_id)
SELECT pg_temp.mid('prule', n), 'customer_group_id', 'eq', pg_temp.mid('cusgroup', 10), n, x.id, x.tenant_id
FROM (SELECT id, tenant_id, row_number() OVER (ORDER BY id) AS n FROM price WHERE min_quantity IS NOT NULL AND tenant_id IS NOT NULL) AS x;
INSERT INTO campaign (id, name, description, campaign_identifier, starts_at, tenant_id)
SELECT pg_temp.mid('procamp', s), (ARRAY['Polar week', 'お茶の日', 'Pâques 🐣'])[s], NULL, 'campaign-2026', timestamptz '2026-03-01 00:00:00+00', pg_temp.shop(s)
FROM generate_series(1, 3) AS s;
INSERT INTO promotion (id, code, campaign_id, is_automatic, status, tenant_id)
SELECT pg_temp.mid('promo', s * 10 + n), (ARRAY['WELCOME10', 'FREESHIP', 'FRIENDS'])[n], CASE n WHEN 1 THEN pg_temp.mid('procamp', s) END, n = 2, 'active', pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 3) AS n;

-- Stock.

INSERT INTO stock_location (id, name, address, tenant_id)
SELECT pg_temp.mid('sloc', s), (ARRAY['Lager Kiel', '京都倉庫', 'Dépôt de Lyon'])[s], jsonb_build_object('city', (ARRAY['Kiel', '京都', 'Lyon'])[s], 'lines', jsonb_build_array('Hall 3', NULL)), pg_temp.shop(s)
FROM generate_series(1, 3) AS s;
INSERT INTO inventory_item (id, sku, title, requires_shipping, weight, tenant_id)
SELECT pg_temp.mid('iitem', i), 'SKU-' || lpad(i::text, 4, '0') || '-1', 'Item ' || i, true, 100 + i * 37 % 5000, pg_temp.shop(pg_temp.shop_no(i))
FROM generate_series(10, 180) AS i;
INSERT INTO inventory_level (id, inventory_item_id, location_id, stocked_quantity, reserved_quantity, tenant_id)
SELECT pg_temp.mid('ilev', i), pg_temp.mid('iitem', i), pg_temp.mid('sloc', pg_temp.shop_no(i)), i * 11 % 200, i % 4, CASE WHEN i % 19 > 0 THEN pg_temp.shop(pg_temp.shop_no(i)) END
FROM generate_series(10, 180) AS i;

-- Customers.

INSERT INTO customer_group (id, name, tenant_id)
SELECT pg_temp.mid('cusgroup', s * 10 + n), (ARRAY['VIP', 'Wholesale'])[n + 1], pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(0, 1) AS n;
INSERT INTO customer (id, company_name, first_name, last_name, email, phone, has_account, metadata, created_at, tenant_id)
SELECT pg_temp.mid('cus', i), CASE i % 9 WHEN 0 THEN 'Müller & Söhne' WHEN 1 THEN '' END,
       (ARRAY['Aoife', 'Bjarne', 'Chiyo', 'Désirée', 'Emre', 'Fumiko', 'Grażyna', 'Hanne', 'Ismaël'])[1 + i * 4 % 9],
       (ARRAY['O''Hara', 'Sørensen', '山本', 'Dubois', 'Yıldız', 'de la Cruz', 'Wójcik', 'Petersen', 'N''Diaye', 'Smith'])[1 + i * 7 % 10],
       'buyer' || i / 3 || '@mail' || i % 3 || '.example', CASE WHEN i % 3 > 0 THEN '+49 431 ' || 100000 + i * 911 % 900000 END, i % 4 > 0,
       CASE i % 5 WHEN 0 THEN '{"newsletter": true, "notes": "rings twice 🔔"}'::jsonb WHEN 1 THEN '[]'::jsonb END,
       timestamptz '2025-02-01 00:00:00+00' + i * interval '17 hours', pg_temp.shop(pg_temp.shop_no(i))
FROM generate_series(1, 300) AS i;
INSERT INTO customer_group_customer (id, customer_id, customer_group_id, tenant_id)
SELECT pg_temp.mid('cusgc', i), pg_temp.mid('cus', i), pg_temp.mid('cusgroup', pg_temp.shop_no(i) * 10 + i % 2), pg_temp.shop(pg_temp.shop_no(i))
FROM generate_series(5, 300, 5) AS i;
INSERT INTO customer_address (id, customer_id, is_default_shipping, first_name, last_name, address_1, address_2, city, country_code, postal_code, tenant_id)
SELECT pg_temp.mid('cuaddr', i), c.id, true, c.first_name, c.last_name, (ARRAY['Hafenstraße ', '1 Main Street, Flat ', '北大路 ', 'rue de l''Église '])[1 + i % 4] || 1 + i % 120,
       CASE i % 3 WHEN 0 THEN '' WHEN 1 THEN 'c/o Zoë' END, (ARRAY['Kiel', 'Dublin', '京都', 'Lyon'])[1 + i % 4], (ARRAY['de', 'ie', 'jp', 'fr'])[1 + i % 4], lpad((i * 317 % 100000)::text, 5, '0'),
       CASE WHEN i % 17 > 0 THEN c.tenant_id END
FROM generate_series(1, 300) AS i JOIN customer c ON c.id = pg_temp.mid('cus', i);

-- Delivery.

INSERT INTO fulfillment_set (id, name, type, tenant_id)
SELECT pg_temp.mid('fuset', s), 'Shipping', 'shipping', pg_temp.shop(s) FROM generate_series(1, 3) AS s;
INSERT INTO service_zone (id, name, fulfillment_set_id, tenant_id)
SELECT pg_temp.mid('serzo', s), 'World 🌍', pg_temp.mid('fuset', s), pg_temp.shop(s) FROM generate_series(1, 3) AS s;
INSERT INTO shipping_profile (id, name, type, tenant_id)
SELECT pg_temp.mid('sp', s), 'Default', 'default', pg_temp.shop(s) FROM generate_series(1, 3) AS s;
INSERT INTO shipping_option (id, name, service_zone_id, shipping_profile_id, provider_id, data, tenant_id)
SELECT pg_temp.mid('so', s * 10 + n), (ARRAY['Standard', 'Express'])[n], pg_temp.mid('serzo', s), pg_temp.mid('sp', s), 'manual_manual', CASE n WHEN 2 THEN '{"days": 1}'::jsonb END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 2) AS n;

-- Carts.

INSERT INTO cart (id, region_id, customer_id, sales_channel_id, email, currency_code, shipping_address, completed_at, created_at, tenant_id)
SELECT pg_temp.mid('cart', i), pg_temp.mid('reg', s * 10 + 1), CASE WHEN i % 5 > 0 THEN pg_temp.mid('cus', i) END, pg_temp.mid('sc', s * 10 + 1), CASE WHEN i % 6 > 0 THEN 'buyer' || i / 3 || '@mail' || i % 3 || '.example' END,
       (ARRAY['eur', 'jpy', 'eur'])[s], CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb ELSE jsonb_build_object('city', 'Kiel', 'line2', NULL) END,
       CASE WHEN i % 2 = 0 THEN timestamptz '2026-01-10 00:00:00+00' + i * interval '1 hour' END, timestamptz '2026-01-09 00:00:00+00' + i * interval '1 hour', pg_temp.shop(s)
FROM generate_series(1, 240) AS i, LATERAL (SELECT pg_temp.shop_no(i) AS s) AS shop;
INSERT INTO line_item (id, cart_id, title, quantity, variant_id, product_title, variant_sku, unit_price, raw_unit_price, tenant_id)
SELECT pg_temp.mid('cali', i * 10 + n), c.id, p.title, 1 + (i + n) % 3, pg_temp.mid('variant', k * 10 + n), p.title, 'SKU-' || lpad(k::text, 4, '0') || '-' || n,
       5 + k * 7 % 90 + n * 0.5, pg_temp.money(5 + k * 7 % 90 + n * 0.5), CASE WHEN (i * 2 + n) % 21 > 0 THEN c.tenant_id END
FROM generate_series(1, 240) AS i JOIN cart c ON c.id = pg_temp.mid('cart', i), generate_series(1, 3) AS n,
     LATERAL (SELECT 12 + i % 6 + 6 * ((i * 5 + n) % 27) AS k) AS pick, product p
WHERE n <= 1 + i % 3 AND p.id = pg_temp.mid('prod', k);
INSERT INTO shipping_method (id, cart_id, name, amount, raw_amount, shipping_option_id, data, tenant_id)
SELECT pg_temp.mid('casm', i), c.id, 'Standard', 4.90, pg_temp.money(4.90), pg_temp.mid('so', pg_temp.shop_no(i) * 10 + 1), CASE WHEN i % 4 = 0 THEN '{}'::jsonb END, c.tenant_id
FROM generate_series(2, 240, 2) AS i JOIN cart c ON c.id = pg_temp.mid('cart', i);

-- Orders. Every 97th was entered by telephone before the tenant column existed: no tenant, nor have its parts; its customer tells whose it is.

INSERT INTO "order" (id, display_id, region_id, customer_id, version, sales_channel_id, status, email, currency_code, shipping_address, canceled_at, metadata, created_at, tenant_id)
SELECT pg_temp.mid('order', i), i, pg_temp.mid('reg', s * 10 + 1), pg_temp.mid('cus', c), 1, pg_temp.mid('sc', s * 10 + 1 + i % 2), (ARRAY['pending', 'completed', 'completed', 'completed', 'canceled', 'archived'])[1 + i * 5 % 6],
       'buyer' || c / 3 || '@mail' || c % 3 || '.example', (ARRAY['eur', 'jpy', 'eur'])[s], jsonb_build_object('city', (ARRAY['Kiel', '京都', 'Lyon', 'São Paulo'])[1 + i % 4], 'country', (ARRAY['de', 'jp', 'fr', 'br'])[1 + i % 4]),
       CASE WHEN i * 5 % 6 = 4 THEN timestamptz '2025-07-01 00:00:00+00' + i * interval '5 hours' END, CASE WHEN i % 97 = 0 THEN '{"entered_by": "telephone ☎️"}'::jsonb END,
       timestamptz '2025-06-01 00:00:00+00' + i * interval '5 hours', CASE WHEN i % 97 > 0 THEN pg_temp.shop(s) END
FROM generate_series(1, 1200) AS i, LATERAL (SELECT 1 + (i * 7 - 1) % 300 AS c) AS buyer, LATERAL (SELECT pg_temp.shop_no(c) AS s) AS shop;
INSERT INTO order_line_item (id, title, variant_id, product_title, variant_sku, unit_price, raw_unit_price, tenant_id)
SELECT pg_temp.mid('ordli', i * 10 + n), p.title, pg_temp.mid('variant', k * 10 + n), p.title, 'SKU-' || lpad(k::text, 4, '0') || '-' || n,
       5 + k * 7 % 90 + n * 0.5, pg_temp.money(5 + k * 7 % 90 + n * 0.5), o.tenant_id
FROM generate_series(1, 1200) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i), generate_series(1, 3) AS n,
     LATERAL (SELECT 12 + i * 7 % 6 + 6 * ((i * 5 + n) % 27) AS k) AS pick, product p
WHERE n <= 2 + i % 2 AND p.id = pg_temp.mid('prod', k);
-- Some items lost their tenant alone: the order and the line agree on whose they are. In four rows they do not.
INSERT INTO order_item (id, order_id, version, item_id, quantity, fulfilled_quantity, shipped_quantity, created_at, tenant_id)
SELECT pg_temp.mid('orditem', i * 10 + n), o.id, 1,
       CASE WHEN i IN (150, 300, 450, 600) AND n = 1 THEN pg_temp.mid('ordli', (i + 3) * 10 + 1) ELSE l.id END, 1 + (i + n) % 4, CASE WHEN i % 3 > 0 THEN 1 ELSE 0 END, CASE WHEN i % 3 > 1 THEN 1 ELSE 0 END, o.created_at,
       CASE WHEN NOT (i IN (150, 300, 450, 600) AND n = 1) AND (i * 3 + n) % 29 > 0 THEN o.tenant_id END
FROM generate_series(1, 1200) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i), generate_series(1, 3) AS n, order_line_item l
WHERE l.id = pg_temp.mid('ordli', i * 10 + n);
INSERT INTO order_summary (id, order_id, version, totals, tenant_id)
SELECT pg_temp.mid('ordsum', o.display_id), o.id, 1, jsonb_build_object('current_order_total', t.total, 'paid_total', 0), o.tenant_id
FROM "order" o
JOIN (SELECT x.order_id, sum(l.unit_price * x.quantity) AS total FROM order_item x JOIN order_line_item l ON l.id = x.item_id GROUP BY x.order_id) t ON t.order_id = o.id;
INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code, reference, reference_id, tenant_id)
SELECT pg_temp.mid('ordtrx', i), o.id, 20 + i % 80, pg_temp.money(20 + i % 80), o.currency_code, 'capture', pg_temp.mid('pay', i), CASE WHEN i % 31 > 0 THEN o.tenant_id END
FROM generate_series(1, 1200, 2) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO order_change (id, order_id, version, description, status, change_type, confirmed_at, tenant_id)
SELECT pg_temp.mid('ordch', i), o.id, 2, CASE WHEN i % 20 = 0 THEN 'Wrong size' ELSE '' END, 'confirmed', 'edit', o.created_at + interval '1 day', o.tenant_id
FROM generate_series(10, 1200, 10) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO order_claim (id, order_id, type, no_notification, refund_amount, tenant_id)
SELECT pg_temp.mid('claim', i), o.id, (ARRAY['refund', 'replace'])[1 + i / 40 % 2], NULL, CASE WHEN i % 80 = 0 THEN 12.50 END, o.tenant_id
FROM generate_series(40, 1200, 40) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO return_reason (id, value, label, description, tenant_id)
SELECT pg_temp.mid('rr', s * 10 + n), (ARRAY['broken', 'wrong_size'])[n], (ARRAY['Arrived broken 💔', 'Wrong size'])[n], CASE n WHEN 1 THEN '' END, pg_temp.shop(s)
FROM generate_series(1, 3) AS s, generate_series(1, 2) AS n;
INSERT INTO "return" (id, order_id, claim_id, display_id, status, refund_amount, received_at, tenant_id)
SELECT pg_temp.mid('return', i), o.id, CASE WHEN i % 40 = 0 THEN pg_temp.mid('claim', i) END, i, (ARRAY['open', 'requested', 'received'])[1 + i / 20 % 3], NULL,
       CASE WHEN i / 20 % 3 = 2 THEN o.created_at + interval '12 days' END, o.tenant_id
FROM generate_series(20, 1200, 20) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO return_item (id, return_id, reason_id, item_id, quantity, note, tenant_id)
SELECT pg_temp.mid('retitem', i), r.id, pg_temp.mid('rr', s * 10 + 1 + i / 20 % 2), pg_temp.mid('ordli', i * 10 + 1), 1, CASE WHEN i % 60 = 0 THEN 'In the original box' END, CASE WHEN i % 100 > 0 THEN r.tenant_id END
FROM generate_series(20, 1200, 20) AS i JOIN "return" r ON r.id = pg_temp.mid('return', i), LATERAL (SELECT pg_temp.shop_no(1 + (i * 7 - 1) % 300) AS s) AS shop;
INSERT INTO reservation_item (id, line_item_id, location_id, quantity, inventory_item_id, tenant_id)
SELECT pg_temp.mid('resitem', i), pg_temp.mid('ordli', i * 10 + 1), pg_temp.mid('sloc', pg_temp.shop_no(k)), 1, pg_temp.mid('iitem', k), CASE WHEN i % 28 > 0 THEN pg_temp.shop(pg_temp.shop_no(k)) END
FROM generate_series(7, 1200, 7) AS i, LATERAL (SELECT 12 + i * 7 % 6 + 6 * ((i * 5 + 1) % 27) AS k) AS pick;

-- Payments and parcels.

INSERT INTO payment_collection (id, currency_code, amount, raw_amount, status, tenant_id)
SELECT pg_temp.mid('pay_col', i), o.currency_code, 20 + i % 80, pg_temp.money(20 + i % 80), (ARRAY['completed', 'awaiting'])[1 + i % 2], o.tenant_id
FROM generate_series(1, 1200, 2) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO payment (id, amount, raw_amount, currency_code, provider_id, data, captured_at, payment_collection_id, tenant_id)
SELECT pg_temp.mid('pay', i), 20 + i % 80, pg_temp.money(20 + i % 80), pc.currency_code, (ARRAY['pp_stripe_stripe', 'pp_system_default'])[1 + i / 2 % 2],
       CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN '{}'::jsonb ELSE jsonb_build_object('card', jsonb_build_object('last4', lpad((i * 7 % 10000)::text, 4, '0'))) END,
       CASE WHEN i % 4 = 1 THEN timestamptz '2025-06-02 00:00:00+00' + i * interval '5 hours' END, pc.id, CASE WHEN i % 33 > 0 THEN pc.tenant_id END
FROM generate_series(1, 1200, 2) AS i JOIN payment_collection pc ON pc.id = pg_temp.mid('pay_col', i);
INSERT INTO refund (id, amount, raw_amount, payment_id, note, tenant_id)
SELECT pg_temp.mid('ref', i), 10, pg_temp.money(10), p.id, CASE WHEN i % 2 = 1 THEN 'goodwill' END, p.tenant_id
FROM generate_series(25, 1200, 50) AS i JOIN payment p ON p.id = pg_temp.mid('pay', i);
INSERT INTO fulfillment (id, location_id, packed_at, shipped_at, delivered_at, provider_id, shipping_option_id, tracking_numbers, tenant_id)
SELECT pg_temp.mid('ful', i), pg_temp.mid('sloc', s), o.created_at + interval '1 day', o.created_at + interval '2 days', CASE WHEN i % 2 = 0 THEN o.created_at + interval '4 days' END, 'manual_manual', pg_temp.mid('so', s * 10 + 1 + i % 2),
       CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '{}'::text[] ELSE ARRAY['TR' || i, 'TR' || i || '/2'] END, o.tenant_id
FROM generate_series(1, 1200, 3) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i), LATERAL (SELECT pg_temp.shop_no(1 + (i * 7 - 1) % 300) AS s) AS shop;
INSERT INTO fulfillment_item (id, title, sku, quantity, line_item_id, fulfillment_id, tenant_id)
SELECT pg_temp.mid('fulit', i), l.title, l.variant_sku, 1, l.id, f.id, CASE WHEN i % 37 > 0 THEN f.tenant_id END
FROM generate_series(1, 1200, 3) AS i JOIN fulfillment f ON f.id = pg_temp.mid('ful', i) JOIN order_line_item l ON l.id = pg_temp.mid('ordli', i * 10 + 1);

-- Messages and workflows: what the server did for nobody in particular has no tenant and never had one.

INSERT INTO notification (id, "to", channel, template, data, trigger_type, resource_id, status, tenant_id)
SELECT pg_temp.mid('noti', i), o.email, 'email', 'order.placed', jsonb_build_object('order', o.display_id, 'total', NULL), 'order.placed', o.id, CASE i % 50 WHEN 0 THEN 'failure' ELSE 'success' END, o.tenant_id
FROM generate_series(4, 1200, 4) AS i JOIN "order" o ON o.id = pg_temp.mid('order', i);
INSERT INTO workflow_execution (id, workflow_id, transaction_id, execution, context, state, tenant_id)
SELECT pg_temp.mid('wf_exec', i), (ARRAY['create-order', 'nightly-cleanup'])[1 + i % 2], 'auto-' || md5('tx' || i), jsonb_build_object('steps', i % 5), NULL, 'done', CASE WHEN i % 2 = 0 THEN pg_temp.shop(pg_temp.shop_no(i / 2)) END
FROM generate_series(1, 120) AS i;

SELECT setval(pg_get_serial_sequence('"order"', 'display_id'), max(display_id)) FROM "order";
SELECT setval(pg_get_serial_sequence('"return"', 'display_id'), max(display_id)) FROM "return";

ANALYZE;
