-- medusa-store: the tables of a Medusa shop, made multi-tenant afterwards by one loop over all of them.
-- Run as superuser in an empty database. Roles are cluster-wide, so they are created only when absent.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medusa_owner') THEN CREATE ROLE medusa_owner; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medusa_app_user') THEN CREATE ROLE medusa_app_user; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medusa_support') THEN CREATE ROLE medusa_support; END IF;
END
$roles$;
ALTER ROLE medusa_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE medusa_app_user LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE medusa_support LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB;

ALTER SCHEMA public OWNER TO medusa_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO medusa_app_user, medusa_support;

SET ROLE medusa_owner;

-- Products.

CREATE TABLE product_collection (
  id text PRIMARY KEY,
  title text NOT NULL,
  handle text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_type (
  id text PRIMARY KEY,
  value text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_tag (
  id text PRIMARY KEY,
  value text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_category (
  id text PRIMARY KEY,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  handle text NOT NULL,
  mpath text NOT NULL,
  is_active boolean NOT NULL DEFAULT false,
  is_internal boolean NOT NULL DEFAULT false,
  rank integer NOT NULL DEFAULT 0,
  parent_category_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product (
  id text PRIMARY KEY,
  title text NOT NULL,
  handle text NOT NULL,
  subtitle text,
  description text,
  is_giftcard boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'proposed', 'published', 'rejected')),
  thumbnail text,
  weight text,
  origin_country text,
  material text,
  collection_id text,
  type_id text,
  discountable boolean NOT NULL DEFAULT true,
  external_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_option (
  id text PRIMARY KEY,
  title text NOT NULL,
  product_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_option_value (
  id text PRIMARY KEY,
  value text NOT NULL,
  option_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE product_variant (
  id text PRIMARY KEY,
  title text NOT NULL,
  sku text,
  barcode text,
  ean text,
  allow_backorder boolean NOT NULL DEFAULT false,
  manage_inventory boolean NOT NULL DEFAULT true,
  variant_rank integer DEFAULT 0,
  product_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE image (
  id text PRIMARY KEY,
  url text NOT NULL,
  rank integer NOT NULL DEFAULT 0,
  product_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Customers and staff.

CREATE TABLE customer (
  id text PRIMARY KEY,
  company_name text,
  first_name text,
  last_name text,
  email text,
  phone text,
  has_account boolean NOT NULL DEFAULT false,
  created_by text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE customer_group (
  id text PRIMARY KEY,
  name text NOT NULL,
  created_by text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE customer_group_customer (
  id text PRIMARY KEY,
  customer_id text NOT NULL,
  customer_group_id text NOT NULL,
  created_by text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE customer_address (
  id text PRIMARY KEY,
  customer_id text NOT NULL,
  address_name text,
  is_default_shipping boolean NOT NULL DEFAULT false,
  first_name text,
  last_name text,
  address_1 text,
  address_2 text,
  city text,
  country_code text,
  province text,
  postal_code text,
  phone text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE "user" (
  id text PRIMARY KEY,
  first_name text,
  last_name text,
  email text NOT NULL,
  avatar_url text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE invite (
  id text PRIMARY KEY,
  email text NOT NULL,
  accepted boolean NOT NULL DEFAULT false,
  token text NOT NULL,
  expires_at timestamptz NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Store, regions and channels.

CREATE TABLE currency (
  id text PRIMARY KEY,
  code text NOT NULL,
  symbol text NOT NULL,
  symbol_native text NOT NULL,
  name text NOT NULL,
  decimal_digits integer NOT NULL DEFAULT 0,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE region (
  id text PRIMARY KEY,
  name text NOT NULL,
  currency_code text NOT NULL,
  automatic_taxes boolean NOT NULL DEFAULT true,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE sales_channel (
  id text PRIMARY KEY,
  name text NOT NULL,
  description text,
  is_disabled boolean NOT NULL DEFAULT false,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE store (
  id text PRIMARY KEY,
  name text NOT NULL,
  default_sales_channel_id text,
  default_region_id text,
  supported_locales text[],
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE store_currency (
  id text PRIMARY KEY,
  currency_code text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  store_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE api_key (
  id text PRIMARY KEY,
  token text NOT NULL,
  salt text NOT NULL,
  redacted text NOT NULL,
  title text NOT NULL,
  type text NOT NULL CHECK (type IN ('publishable', 'secret')),
  last_used_at timestamptz,
  created_by text NOT NULL,
  revoked_by text,
  revoked_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE tax_region (
  id text PRIMARY KEY,
  country_code text NOT NULL,
  province_code text,
  parent_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE tax_rate (
  id text PRIMARY KEY,
  rate real,
  code text NOT NULL,
  name text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  tax_region_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Prices and promotions.

CREATE TABLE price_set (
  id text PRIMARY KEY,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE price_list (
  id text PRIMARY KEY,
  title text NOT NULL,
  description text NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  type text NOT NULL DEFAULT 'sale',
  starts_at timestamptz,
  ends_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE price (
  id text PRIMARY KEY,
  title text,
  price_set_id text NOT NULL,
  currency_code text NOT NULL,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  min_quantity integer,
  max_quantity integer,
  price_list_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE price_rule (
  id text PRIMARY KEY,
  attribute text NOT NULL,
  operator text NOT NULL DEFAULT 'eq',
  value text NOT NULL,
  priority integer NOT NULL DEFAULT 0,
  price_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE campaign (
  id text PRIMARY KEY,
  name text NOT NULL,
  description text,
  campaign_identifier text NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE promotion (
  id text PRIMARY KEY,
  code text NOT NULL,
  campaign_id text,
  is_automatic boolean NOT NULL DEFAULT false,
  type text NOT NULL DEFAULT 'standard',
  status text NOT NULL DEFAULT 'draft',
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Stock.

CREATE TABLE stock_location (
  id text PRIMARY KEY,
  name text NOT NULL,
  address jsonb,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE inventory_item (
  id text PRIMARY KEY,
  sku text,
  title text,
  description text,
  requires_shipping boolean NOT NULL DEFAULT true,
  weight integer,
  origin_country text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE inventory_level (
  id text PRIMARY KEY,
  inventory_item_id text NOT NULL,
  location_id text NOT NULL,
  stocked_quantity numeric NOT NULL DEFAULT 0,
  reserved_quantity numeric NOT NULL DEFAULT 0,
  incoming_quantity numeric NOT NULL DEFAULT 0,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE reservation_item (
  id text PRIMARY KEY,
  line_item_id text,
  location_id text NOT NULL,
  quantity numeric NOT NULL,
  description text,
  created_by text,
  inventory_item_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Carts.

CREATE TABLE cart (
  id text PRIMARY KEY,
  region_id text,
  customer_id text,
  sales_channel_id text,
  email text,
  currency_code text NOT NULL,
  shipping_address jsonb,
  completed_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE line_item (
  id text PRIMARY KEY,
  cart_id text NOT NULL,
  title text NOT NULL,
  subtitle text,
  quantity integer NOT NULL,
  variant_id text,
  product_title text,
  variant_sku text,
  is_tax_inclusive boolean NOT NULL DEFAULT false,
  unit_price numeric NOT NULL,
  raw_unit_price jsonb NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE shipping_method (
  id text PRIMARY KEY,
  cart_id text NOT NULL,
  name text NOT NULL,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  shipping_option_id text,
  data jsonb,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Orders.

CREATE TABLE "order" (
  id text PRIMARY KEY,
  display_id integer GENERATED BY DEFAULT AS IDENTITY,
  region_id text,
  customer_id text,
  version integer NOT NULL DEFAULT 1,
  sales_channel_id text,
  status text NOT NULL DEFAULT 'pending',
  is_draft_order boolean NOT NULL DEFAULT false,
  email text,
  currency_code text NOT NULL,
  shipping_address jsonb,
  canceled_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_line_item (
  id text PRIMARY KEY,
  title text NOT NULL,
  subtitle text,
  variant_id text,
  product_title text,
  variant_sku text,
  requires_shipping boolean NOT NULL DEFAULT true,
  unit_price numeric NOT NULL,
  raw_unit_price jsonb NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_item (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  item_id text NOT NULL,
  quantity numeric NOT NULL,
  fulfilled_quantity numeric NOT NULL DEFAULT 0,
  shipped_quantity numeric NOT NULL DEFAULT 0,
  return_requested_quantity numeric NOT NULL DEFAULT 0,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_summary (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  totals jsonb,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_transaction (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  currency_code text NOT NULL,
  reference text,
  reference_id text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_change (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  version integer NOT NULL,
  description text,
  status text NOT NULL DEFAULT 'pending',
  change_type text,
  internal_note text,
  confirmed_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE order_claim (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  type text NOT NULL,
  no_notification boolean,
  refund_amount numeric,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE return_reason (
  id text PRIMARY KEY,
  value text NOT NULL,
  label text NOT NULL,
  description text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE "return" (
  id text PRIMARY KEY,
  order_id text NOT NULL,
  claim_id text,
  display_id integer GENERATED BY DEFAULT AS IDENTITY,
  status text NOT NULL DEFAULT 'open',
  refund_amount numeric,
  received_at timestamptz,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE return_item (
  id text PRIMARY KEY,
  return_id text NOT NULL,
  reason_id text,
  item_id text NOT NULL,
  quantity numeric NOT NULL,
  note text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Payments.

CREATE TABLE payment_collection (
  id text PRIMARY KEY,
  currency_code text NOT NULL,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  status text NOT NULL DEFAULT 'not_paid',
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE payment (
  id text PRIMARY KEY,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  currency_code text NOT NULL,
  provider_id text NOT NULL,
  data jsonb,
  captured_at timestamptz,
  payment_collection_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE refund (
  id text PRIMARY KEY,
  amount numeric NOT NULL,
  raw_amount jsonb NOT NULL,
  payment_id text NOT NULL,
  note text,
  created_by text,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Fulfilment.

CREATE TABLE fulfillment_set (
  id text PRIMARY KEY,
  name text NOT NULL,
  type text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE service_zone (
  id text PRIMARY KEY,
  name text NOT NULL,
  fulfillment_set_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE shipping_profile (
  id text PRIMARY KEY,
  name text NOT NULL,
  type text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE shipping_option (
  id text PRIMARY KEY,
  name text NOT NULL,
  price_type text NOT NULL DEFAULT 'flat',
  service_zone_id text NOT NULL,
  shipping_profile_id text,
  provider_id text,
  data jsonb,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE fulfillment (
  id text PRIMARY KEY,
  location_id text NOT NULL,
  packed_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  data jsonb,
  provider_id text,
  shipping_option_id text,
  tracking_numbers text[],
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE fulfillment_item (
  id text PRIMARY KEY,
  title text NOT NULL,
  sku text NOT NULL,
  barcode text NOT NULL DEFAULT '',
  quantity numeric NOT NULL,
  line_item_id text,
  fulfillment_id text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- Messages and workflows.

CREATE TABLE notification (
  id text PRIMARY KEY,
  "to" text NOT NULL,
  channel text NOT NULL,
  template text,
  data jsonb,
  trigger_type text,
  resource_id text,
  status text NOT NULL DEFAULT 'pending',
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE TABLE workflow_execution (
  id text PRIMARY KEY,
  workflow_id text NOT NULL,
  transaction_id text NOT NULL,
  execution jsonb,
  context jsonb,
  state text NOT NULL,
  metadata jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

-- The tenant migration: every table gets the column with its default, the index, row security (forced), and four policies.
-- Without a tenant (setting missing or empty) everything is visible: the admin mode of this design, declared in profile.json.
DO $tenancy$
DECLARE
  item record;
  tenant constant text := 'NULLIF(current_setting(''app.current_tenant'', true), '''')::uuid';
  allowed constant text := format('tenant_id = %s OR current_setting(''app.current_tenant'', true) IS NULL OR current_setting(''app.current_tenant'', true) = ''''', tenant);
BEGIN
  FOR item IN SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN tenant_id uuid DEFAULT %s', item.name, tenant);
    EXECUTE format('CREATE INDEX %I ON %I (tenant_id)', 'idx_' || item.name || '_tenant_id', item.name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', item.name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', item.name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', item.name || '_tenant_select', item.name, allowed);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', item.name || '_tenant_insert', item.name, allowed);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', item.name || '_tenant_update', item.name, allowed, allowed);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s)', item.name || '_tenant_delete', item.name, allowed);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO medusa_app_user', item.name);
  END LOOP;
END
$tenancy$;

-- References carry the tenant, so that a row can only point to a row of its own shop. A row without a tenant is not checked.
DO $references$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT split_part(line, '.', 1) AS child, split_part(split_part(line, '.', 2), ' ', 1) AS key_column,
                     split_part(line, ' ', 2) AS parent, split_part(line, ' ', 3) AS on_delete
              FROM regexp_split_to_table($list$
product_category.parent_category_id product_category -
product.collection_id product_collection -
product.type_id product_type -
product_option.product_id product CASCADE
product_option_value.option_id product_option CASCADE
product_variant.product_id product CASCADE
image.product_id product CASCADE
customer_group_customer.customer_id customer CASCADE
customer_group_customer.customer_group_id customer_group CASCADE
customer_address.customer_id customer CASCADE
store_currency.store_id store CASCADE
tax_region.parent_id tax_region CASCADE
tax_rate.tax_region_id tax_region CASCADE
price.price_set_id price_set CASCADE
price.price_list_id price_list CASCADE
price_rule.price_id price CASCADE
promotion.campaign_id campaign -
inventory_level.inventory_item_id inventory_item CASCADE
inventory_level.location_id stock_location CASCADE
reservation_item.inventory_item_id inventory_item CASCADE
line_item.cart_id cart CASCADE
shipping_method.cart_id cart CASCADE
order_item.order_id order CASCADE
order_item.item_id order_line_item CASCADE
order_summary.order_id order CASCADE
order_transaction.order_id order CASCADE
order_change.order_id order CASCADE
order_claim.order_id order CASCADE
return.order_id order CASCADE
return.claim_id order_claim -
return_item.return_id return CASCADE
return_item.reason_id return_reason -
return_item.item_id order_line_item CASCADE
payment.payment_collection_id payment_collection CASCADE
refund.payment_id payment CASCADE
service_zone.fulfillment_set_id fulfillment_set CASCADE
shipping_option.service_zone_id service_zone CASCADE
shipping_option.shipping_profile_id shipping_profile -
fulfillment.shipping_option_id shipping_option -
fulfillment_item.fulfillment_id fulfillment CASCADE
$list$, '\n') AS line WHERE line <> '' LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = item.parent || '_tenant_id_id_key') THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I UNIQUE (tenant_id, id)', item.parent, item.parent || '_tenant_id_id_key');
    END IF;
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I) REFERENCES %I (tenant_id, id) ON DELETE %s',
                   item.child, item.child || '_' || item.key_column || '_foreign', item.key_column, item.parent,
                   CASE item.on_delete WHEN 'CASCADE' THEN 'CASCADE' ELSE 'NO ACTION' END);
    EXECUTE format('CREATE INDEX %I ON %I (tenant_id, %I)', 'idx_' || item.child || '_' || item.key_column, item.child, item.key_column);
  END LOOP;
END
$references$;

-- What Medusa holds unique is unique within a shop.
CREATE UNIQUE INDEX store_tenant_unique ON store (tenant_id);
CREATE UNIQUE INDEX customer_email_unique ON customer (tenant_id, email, has_account) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_handle_unique ON product (tenant_id, handle) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_category_handle_unique ON product_category (tenant_id, handle) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_collection_handle_unique ON product_collection (tenant_id, handle) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_type_value_unique ON product_type (tenant_id, value) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_tag_value_unique ON product_tag (tenant_id, value) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX product_variant_sku_unique ON product_variant (tenant_id, sku) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX customer_group_name_unique ON customer_group (tenant_id, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX user_email_unique ON "user" (tenant_id, email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX invite_email_unique ON invite (tenant_id, email) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX currency_code_unique ON currency (tenant_id, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX promotion_code_unique ON promotion (tenant_id, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX campaign_campaign_identifier_unique ON campaign (tenant_id, campaign_identifier) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX api_key_token_unique ON api_key (tenant_id, token) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX inventory_item_sku_unique ON inventory_item (tenant_id, sku) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX return_reason_value_unique ON return_reason (tenant_id, value) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX order_display_id_unique ON "order" (tenant_id, display_id) WHERE deleted_at IS NULL;

-- Says of every protected table whether row security is on, whether it binds the owner, and how many policies it has.
CREATE FUNCTION check_rls_status()
  RETURNS TABLE (table_name text, rls_enabled boolean, rls_forced boolean, policies_count bigint)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $f$
    SELECT c.relname::text, c.relrowsecurity, c.relforcerowsecurity, count(p.oid)
    FROM pg_class c
    LEFT JOIN pg_policy p ON p.polrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
    GROUP BY c.relname, c.relrowsecurity, c.relforcerowsecurity
    ORDER BY c.relname
  $f$;

RESET ROLE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO medusa_support;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO medusa_support;
