-- Lists rows that were to change and did not: those that others held.
SELECT {texts}
FROM (SELECT {named}
      FROM {table} AS t
      CROSS JOIN LATERAL ({answer}) AS a
      WHERE t.{column} IS NULL AND a.agreement = 'ASSIGNABLE' AND {wanted}) AS w
LIMIT 10000
