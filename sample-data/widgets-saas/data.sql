-- The rows of widgets-saas: four organisations, the same rows on every run.

INSERT INTO org (id, name, plan, status, settings) VALUES
  ('org_a', 'Aurora Analytics', 'business', 'active', '{"sso": true, "regions": ["eu-west", "us-east"]}'),
  ('org_b', 'Bäckerei Björk & Partner', 'team', 'active', '{"sso": false, "logo": null}'),
  ('org_c', 'Ciências Aplicadas do Nordeste: Instituto de Pesquisa, Desenvolvimento e Inovação Tecnológica para a Agricultura Familiar', 'free', 'trialing', '{}'),
  ('org_d', '電子工房 Δ 🔧', 'team', 'cancelled', '{"closedBecause": "moved away"}');

INSERT INTO member (org_id, id, email, display_name, role, invited_by)
SELECT o.id, 'u_' || n, 'user' || n || '@' || replace(o.id, '_', '-') || '.example',
       CASE WHEN n % 7 > 0 THEN (ARRAY['Ann Lee', 'Björn Öst', 'Chloé Dupont', 'Đặng Văn Minh', 'Eszter Nagy', 'Fiadh Ó Néill', 'Gül Şahin', 'Hélder Araújo'])[1 + n % 8] END,
       CASE WHEN n = 1 THEN 'owner' WHEN n % 4 = 0 THEN 'viewer' ELSE 'editor' END,
       CASE WHEN n > 1 THEN 'u_' || 1 + n / 4 END
FROM org o, generate_series(1, 16) AS n
ORDER BY o.id, n;

INSERT INTO project (org_id, id, name, lead_id, tags, archived)
SELECT o.id, 'p_' || n,
       (ARRAY['Sales board', 'Wetter & Klima', 'Estoque', '社内ダッシュボード', 'Launch 🚀', 'Untitled'])[n],
       CASE WHEN n < 6 THEN 'u_' || n END,
       CASE n % 3 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY['weekly', 'board'] ELSE ARRAY['draft, unsorted', '"quoted"'] END, n = 6
FROM org o, generate_series(1, 6) AS n;

INSERT INTO widgets (org_id, id, project_id, name, kind, config, position, created_at, updated_at)
SELECT o.id, 'w_' || n, CASE WHEN n % 9 > 0 THEN 'p_' || 1 + n % 6 END,
       (ARRAY['Revenue', 'Umsätze', 'Receita', '売上', 'Churn'])[1 + n % 5] || ' ' || (ARRAY['gauge', 'table', 'line chart', 'map 🗺️'])[1 + n % 4] || ' ' || n,
       (ARRAY['gauge', 'table', 'line', 'map'])[1 + n % 4],
       CASE n % 6 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb WHEN 2 THEN '{}'::jsonb
         ELSE jsonb_build_object('refresh', 30 * (1 + n % 5), 'series', jsonb_build_array('a', n, true, NULL), 'title', 'Zoë''s "view"') END,
       CASE WHEN n % 5 > 0 THEN point(n % 12, n / 12) END,
       timestamptz '2025-05-01 09:00:00+00' + n * interval '26 hours',
       CASE WHEN n % 2 = 0 THEN timestamptz '2026-02-01 09:00:00+00' + n * interval '1 hour' END
FROM org o, generate_series(1, 80) AS n
WHERE o.id <> 'org_c' OR n <= 20
ORDER BY o.id, n;

INSERT INTO widget_comment (org_id, widget_id, comment_no, author_id, body, written_at)
SELECT w.org_id, w.id, n, 'u_' || 1 + (n * 3 + length(w.name)) % 16,
       (ARRAY['Looks right to me.', 'Could we have this by region?', 'なるほど', '👍', 'Bitte die Achse beschriften:' || chr(10) || '- x' || chr(10) || '- y'])[1 + (n + length(w.name)) % 5],
       w.created_at + n * interval '5 hours'
FROM widgets w, generate_series(1, 3) AS n
WHERE length(w.name) % 3 < n
ORDER BY w.org_id, w.id, n;

INSERT INTO invoice (org_id, number, amount, currency, issued_on, paid_on, lines)
SELECT o.id, n, 49 + n * 10.5, (ARRAY['EUR', 'USD', 'BRL', 'JPY'])[ascii(right(o.id, 1)) - 96], date '2025-01-31' + n * 30,
       CASE WHEN n < 12 THEN date '2025-02-10' + n * 30 END, jsonb_build_array(jsonb_build_object('item', 'Seats', 'quantity', n % 7 + 1))
FROM org o, generate_series(1, 12) AS n
WHERE o.plan <> 'free';

INSERT INTO webhook_endpoint (org_id, id, url, events, secret_hint)
SELECT o.id, md5(o.id || n)::uuid, 'https://hooks.' || replace(o.id, '_', '-') || '.example/' || n,
       CASE n WHEN 1 THEN ARRAY['widget.created', 'widget.deleted'] ELSE ARRAY['*'] END, CASE n WHEN 1 THEN '…' || left(md5(o.name), 4) ELSE '' END
FROM org o, generate_series(1, 2) AS n;

INSERT INTO audit_log (org_id, actor, action, detail, at)
SELECT o.id, CASE WHEN n % 10 > 0 THEN 'u_' || 1 + n % 16 END, (ARRAY['login', 'widget.update', 'export', 'invite'])[1 + n % 4],
       CASE n % 3 WHEN 0 THEN NULL ELSE jsonb_build_object('ip', '192.0.2.' || n % 250, 'widget', 'w_' || 1 + n % 80) END,
       timestamptz '2026-01-02 00:00:00+00' + n * interval '3 hours 11 minutes'
FROM org o, generate_series(1, 120) AS n
ORDER BY n, o.id;

INSERT INTO usage_event (org_id, at, widget_id, viewer, duration_ms)
SELECT w.org_id, timestamptz '2026-01-03 00:00:00+00' + (n * 61 + length(w.id)) * interval '11 hours', w.id,
       CASE WHEN n % 3 > 0 THEN 'u_' || 1 + n END, CASE WHEN n % 4 > 0 THEN n * 137 + length(w.name) END
FROM widgets w, generate_series(1, 5) AS n
ORDER BY w.org_id, w.id, n;

ANALYZE;
