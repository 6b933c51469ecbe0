-- Subscriptions, their lines and their history.
create sequence evergreen_subscription_seq increment by 50;
create sequence evergreen_subscription_line_seq increment by 50;
create sequence evergreen_subscription_event_seq increment by 50;
create sequence evergreen_address_seq increment by 50;

-- Addresses never change: a new address is a new row. Equal addresses of a customer are one row.
create table evergreen_address (
  id           bigint primary key,
  customer_id  varchar(64) not null,
  fingerprint  char(64) not null,
  name         varchar(200) not null,
  line1        varchar(200) not null,
  line2        varchar(200) not null,
  city         varchar(120) not null,
  region       varchar(120) not null,
  postal_code  varchar(32) not null,
  country      char(2) not null,
  phone        varchar(40) not null,
  unique (customer_id, fingerprint)
);

create table evergreen_subscription (
  id                   bigint primary key,
  version              bigint not null,
  billing_account_id   bigint not null references evergreen_billing_account (id),
  customer_id          varchar(64) not null,
  status               varchar(16) not null,
  currency             char(3) not null,
  payment_method_id    bigint references evergreen_payment_method (id),
  ship_to_address_id   bigint references evergreen_address (id),
  -- ISO text, for example 2026-01-31T10:00: drivers would shift a timestamp through the server's zone
  anchor               varchar(32) not null check (anchor like '____-__-__T__:__%'),
  interval_count       integer not null,
  interval_unit        varchar(8) not null,
  next_cycle           integer not null check (next_cycle >= 0),
  payments_left        integer check (payments_left >= 0),
  started_at           timestamp(6) with time zone not null,
  trial_ends_at        timestamp(6) with time zone,
  next_payment_at      timestamp(6) with time zone,
  last_payment_at      timestamp(6) with time zone,
  paid_until           timestamp(6) with time zone,
  cancelled_at         timestamp(6) with time zone,
  ends_at              timestamp(6) with time zone,
  cancel_reason        varchar(500),
  -- the renewal group whose charge is under way; no further cycle is billed meanwhile
  open_group_id        bigint,
  origin_order_id      varchar(64) not null,
  origin_key           varchar(160) not null unique
);
create index evergreen_subscription_by_origin on evergreen_subscription (origin_order_id);
create index evergreen_subscription_by_status on evergreen_subscription (status, id);
create index evergreen_subscription_by_customer on evergreen_subscription (customer_id);
create index evergreen_subscription_due on evergreen_subscription (billing_account_id, next_payment_at)
  where next_payment_at is not null;
create index evergreen_subscription_ending on evergreen_subscription (ends_at)
  where ends_at is not null and status in ('ACTIVE', 'TRIALING', 'PENDING_CANCEL');

create table evergreen_subscription_line (
  id               bigint primary key,
  subscription_id  bigint not null references evergreen_subscription (id),
  position         integer not null,
  plan_id          bigint not null,
  plan_name        varchar(120) not null,
  product_id       varchar(64) not null,
  sku_id           varchar(64) not null,
  name             varchar(200) not null,
  kind             varchar(16) not null,
  quantity         integer not null check (quantity >= 1),
  unit_price       numeric(19, 4) not null check (unit_price >= 0)
);
create index evergreen_subscription_line_by_subscription on evergreen_subscription_line (subscription_id);

create table evergreen_subscription_event (
  id               bigint primary key,
  subscription_id  bigint not null references evergreen_subscription (id),
  happened_at      timestamp(6) with time zone not null,
  actor_kind       varchar(16) not null,
  actor_name       varchar(120),
  what             varchar(32) not null,
  from_status      varchar(16),
  to_status        varchar(16) not null,
  note             varchar(500)
);
create index evergreen_subscription_event_by_subscription on evergreen_subscription_event (subscription_id);
