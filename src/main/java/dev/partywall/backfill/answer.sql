-- Says what the candidates for one row's tenant come to: one tenant, none, or several.
SELECT CASE
         WHEN count(*) FILTER (WHERE c.own) = 0 THEN 'NO_ANSWER'
         WHEN min(c.tenant COLLATE "C") <> max(c.tenant COLLATE "C") THEN 'CONFLICT'
         WHEN count(c.tenant) < count(*) THEN 'PARENT_WITHOUT_TENANT'
         ELSE 'ASSIGNABLE'
       END AS agreement,
       min(c.tenant COLLATE "C") AS tenant,
       max(c.tenant COLLATE "C") AS other,
       json_agg(DISTINCT c.tenant) FILTER (WHERE c.tenant IS NOT NULL) AS tenants
FROM ({candidates}) AS c (tenant, own)
