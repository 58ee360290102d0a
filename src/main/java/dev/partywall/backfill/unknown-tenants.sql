-- Says which of these tenants the registry does not know.
SELECT a.tenant
FROM unnest({tenants}) AS a (tenant)
WHERE NOT EXISTS (SELECT FROM {registry} AS r WHERE r.{key}::text = a.tenant::{type}::text)
ORDER BY a.tenant
