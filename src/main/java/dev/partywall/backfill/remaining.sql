-- Lists rows that could get a tenant of the plan and have none: those that others held.
SELECT {texts}
FROM (SELECT {named}
      FROM {table} AS t
      CROSS JOIN LATERAL ({answer}) AS a
      WHERE t.{column} IS NULL AND a.agreement = 'ASSIGNABLE' AND a.tenant = ANY ({tenants})) AS w
LIMIT 10000
