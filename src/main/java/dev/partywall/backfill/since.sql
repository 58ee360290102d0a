-- Tells when the oldest and the newest row without a tenant came to be.
SELECT min({created})::text, max({created})::text
FROM {table} AS t
WHERE {column} IS NULL
