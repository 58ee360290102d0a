-- Shows a few of the rows without a tenant and whose they would become.
SELECT {keys}, s.tenant, s.other
FROM (SELECT {named}, a.agreement, a.tenant, a.other
      FROM {table} AS t
      CROSS JOIN LATERAL ({answer}) AS a
      WHERE t.{column} IS NULL) AS s
WHERE s.agreement = ?
LIMIT 200
