-- Finds the next row without a tenant that nobody else holds.
SELECT {texts}
FROM (SELECT {named}
      FROM {table} AS t
      WHERE t.{column} IS NULL AND {which}
      ORDER BY {order}
      LIMIT 1
      FOR {strength} OF t SKIP LOCKED) AS w
