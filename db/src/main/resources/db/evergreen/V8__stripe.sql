-- The shop's customers as Stripe knows them: apart for test and live keys, which share nothing.
create table evergreen_stripe_customer (
  customer_id      varchar(64) not null,
  mode             varchar(4) not null check (mode in ('test', 'live')),
  stripe_customer  varchar(64) not null unique,
  created_at       timestamp(6) with time zone not null,
  primary key (customer_id, mode)
);
