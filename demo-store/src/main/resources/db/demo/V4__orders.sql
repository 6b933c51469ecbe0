-- Orders of the checkout and of renewals. The token makes a checkout form order once, the reference a renewal.
create sequence demo_order_seq start with 10001;

create table demo_order (
  id                 bigint primary key,
  number             varchar(32) not null unique,
  account_id         bigint not null references demo_account (id),
  status             varchar(16) not null,
  renewal            boolean not null,
  checkout_token     varchar(64) unique,
  reference          varchar(80) unique,
  currency           char(3) not null,
  shipping           numeric(19, 4) not null,
  shipping_tax       numeric(19, 4) not null,
  total              numeric(19, 4) not null check (total >= 0),
  payment_method_id  bigint,
  gateway            varchar(32) not null,
  gateway_reference  varchar(255) not null,
  ship_name          varchar(200),
  ship_line1         varchar(200),
  ship_line2         varchar(200),
  ship_city          varchar(120),
  ship_region        varchar(120),
  ship_postal_code   varchar(32),
  ship_country       char(2),
  ship_phone         varchar(40),
  placed_at          timestamp(6) with time zone not null,
  paid_at            timestamp(6) with time zone,
  check (renewal = (reference is not null)),
  check (renewal = (checkout_token is null))
);
create index demo_order_by_account on demo_order (account_id, placed_at desc);
-- A shopper has one checkout at a time whose payment is not known: a second form waits for the first.
create unique index demo_order_one_pending on demo_order (account_id) where status = 'PENDING';

create table demo_order_line (
  order_id      bigint not null references demo_order (id),
  line_key      varchar(64) not null,
  position      integer not null,
  cart_line_id  bigint,
  sku_id        varchar(64) not null,
  product_id    varchar(64) not null,
  name          varchar(200) not null,
  kind          varchar(16) not null,
  quantity      integer not null check (quantity >= 1),
  unit_price    numeric(19, 4) not null check (unit_price >= 0),
  amount        numeric(19, 4) not null,
  tax           numeric(19, 4) not null,
  offer         text,
  primary key (order_id, line_key)
);
