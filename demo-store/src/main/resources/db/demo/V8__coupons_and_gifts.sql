-- What shoppers may type into the cart. A coupon is off the first order, or off payments of each subscription.
create table demo_coupon (
  code         varchar(40) primary key check (code = upper(code)),
  label        varchar(120) not null,
  first_order  boolean not null,
  percent      numeric(7, 4) check (percent > 0 and percent <= 100),
  amount       numeric(19, 4) check (amount > 0),
  currency     char(3),
  -- off how many payments, the first order included; null for all of them
  payments     integer check (payments > 0),
  valid_until  timestamp(6) with time zone,
  check ((percent is null) <> (amount is null)),
  check ((amount is null) = (currency is null)),
  check (not first_order or payments is null)
);

alter table demo_cart
  add column coupon       varchar(40) references demo_coupon (code),
  -- whether the shopper wants new subscriptions on the day on which he pays already
  add column billing_day  boolean not null default false;

-- Who gets a line as a gift, and where.
alter table demo_cart_line
  add column recipient_email   varchar(320),
  add column recipient_name    varchar(200),
  add column gift_name         varchar(200),
  add column gift_line1        varchar(200),
  add column gift_line2        varchar(200),
  add column gift_city         varchar(120),
  add column gift_region       varchar(120),
  add column gift_postal_code  varchar(32),
  add column gift_country      char(2),
  add column gift_phone        varchar(40);
drop index demo_cart_line_once;
create unique index demo_cart_line_once on demo_cart_line
  (cart_id, sku_id, coalesce(plan_id, 0), coalesce(lower(recipient_email), ''));

alter table demo_order
  add column coupon  varchar(40) references demo_coupon (code);
alter table demo_order_line
  add column recipient_email   varchar(320),
  add column recipient_name    varchar(200),
  add column gift_name         varchar(200),
  add column gift_line1        varchar(200),
  add column gift_line2        varchar(200),
  add column gift_city         varchar(120),
  add column gift_region       varchar(120),
  add column gift_postal_code  varchar(32),
  add column gift_country      char(2),
  add column gift_phone        varchar(40);
