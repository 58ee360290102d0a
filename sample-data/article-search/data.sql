-- The rows of article-search: three publishers, the same rows on every run.

INSERT INTO "Tenant" (id, name, slug, "createdAt") VALUES
  (1, 'The Harbour Post', 'harbour-post', '2024-02-01 09:00:00'),
  (2, 'Gesellschaft zur Förderung der allgemeinverständlichen Wissenschaftsberichterstattung im deutschsprachigen Raum und in den angrenzenden Gebieten e. V.', 'wissen', '2024-05-20 12:30:00.5'),
  (3, '夜明け出版 🌅', 'yoake', '2025-01-10 00:00:00');

INSERT INTO "User" (email, "displayName", "tenantId")
SELECT 'writer' || n || '@' || t.slug || '.example',
       CASE WHEN n % 5 > 0 THEN (ARRAY['Nora Quinn', 'Jürgen Weiß', '小林 さくら', 'Amélie d''Arc', 'Siobhán Byrne', 'Łucja Zając'])[1 + n % 6] END, t.id
FROM "Tenant" t, generate_series(1, 12) AS n
ORDER BY t.id, n;

INSERT INTO "Article" (title, content, "authorId", tags, "frontMatter", "publishedAt", "tenantId")
SELECT (ARRAY['Storm over', 'A short history of', 'Why we still need', 'Der lange Weg zu', 'How to repair', 'Ten questions about'])[1 + i % 6] || ' '
         || (ARRAY['the old lighthouse', 'public libraries', 'tea and salt', 'slow trains', 'the night sky ✨', '古い橋', 'postgres and pelicans'])[1 + i % 7] || ', part ' || 1 + i / 42,
       CASE WHEN i % 31 = 0 THEN '' ELSE
         'The harbour was quiet when the ' || (ARRAY['captain', 'librarian', 'gardener', 'astronomer', 'Bäckerin'])[1 + i % 5] || ' opened the '
         || (ARRAY['letter', 'window', 'ledger', 'crate'])[1 + i % 4] || '.' || chr(10) || chr(10)
         || 'Nobody had expected ' || (ARRAY['rain', 'visitors', 'an answer', 'the tide', 'such kindness', 'a 100 % match'])[1 + i * 5 % 6] || ' so late in '
         || (ARRAY['autumn', 'spring', 'winter'])[1 + i % 3] || '; "it''s the ' || i || 'th time," they said.' || chr(10) || repeat('Long passages follow. ', 1 + i % 9) END,
       CASE WHEN i % 8 > 0 THEN u.first_id + i % 12 END,
       CASE i % 4 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY['news'] WHEN 2 THEN ARRAY['essay', 'long read'] ELSE ARRAY['a,b', '"q"', NULL] END,
       CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb WHEN 2 THEN '"draft"'::jsonb ELSE jsonb_build_object('readingMinutes', 1 + i % 12, 'hero', NULL, 'related', jsonb_build_array(i - 1, i + 1)) END,
       CASE WHEN i % 6 > 0 THEN timestamp '2025-01-01 06:00:00' + i * interval '21 hours 13 minutes' END, u."tenantId"
FROM generate_series(1, 420) AS i
JOIN (SELECT "tenantId", min(id) AS first_id FROM "User" GROUP BY "tenantId") u ON u."tenantId" = (ARRAY[1, 1, 1, 2, 2, 3])[1 + i % 6]
ORDER BY i;

SELECT setval(pg_get_serial_sequence('"Tenant"', 'id'), max(id)) FROM "Tenant";

ANALYZE;
