-- Lists the rows without a tenant that are left for a person to decide.
SELECT s.agreement, s.tenant, s.tenants::text, {keys}
FROM (SELECT {named}, a.agreement, a.tenant, a.tenants
      FROM {table} AS t
      CROSS JOIN LATERAL ({answer}) AS a
      WHERE t.{column} IS NULL) AS s
WHERE s.agreement <> 'ASSIGNABLE' OR s.tenant <> ALL ({tenants})
