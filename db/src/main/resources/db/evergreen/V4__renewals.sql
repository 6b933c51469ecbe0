-- Due subscriptions of a customer that are paid together, and the renewal of each.
create sequence evergreen_renewal_group_seq increment by 50;

create table evergreen_renewal_group (
  id                  bigint primary key,
  billing_account_id  bigint not null references evergreen_billing_account (id),
  customer_id         varchar(64) not null,
  status              varchar(16) not null,
  currency            char(3) not null,
  payment_method_id   bigint references evergreen_payment_method (id),
  ship_to_address_id  bigint references evergreen_address (id),
  due_at              timestamp(6) with time zone not null,
  shipping            numeric(19, 4) not null,
  shipping_tax        numeric(19, 4) not null,
  total               numeric(19, 4) not null check (total >= 0),
  attempts            integer not null,
  retry_at            timestamp(6) with time zone,
  opened_at           timestamp(6) with time zone not null,
  paid_at             timestamp(6) with time zone,
  order_id            varchar(64),
  order_number        varchar(64),
  problem             varchar(1000)
);
create index evergreen_renewal_group_retry on evergreen_renewal_group (billing_account_id) where retry_at is not null;
create index evergreen_renewal_group_to_place on evergreen_renewal_group (paid_at) where status = 'PAID' and order_id is null;
create index evergreen_renewal_group_attention on evergreen_renewal_group (status, opened_at) where status not in ('PAID', 'CANCELED');

-- At most one renewal per subscription and cycle, whatever crashes, repeats or runs twice.
create table evergreen_renewal (
  subscription_id  bigint not null references evergreen_subscription (id),
  cycle            integer not null,
  group_id         bigint not null references evergreen_renewal_group (id),
  due_at           timestamp(6) with time zone not null,
  -- the end of the term that it pays for
  term_end         timestamp(6) with time zone not null,
  amount           numeric(19, 4) not null,
  tax              numeric(19, 4) not null,
  -- when it ceased to be owed, because the subscription was cancelled
  voided_at        timestamp(6) with time zone,
  primary key (subscription_id, cycle)
);
create index evergreen_renewal_by_group on evergreen_renewal (group_id);

create table evergreen_renewal_line (
  group_id         bigint not null references evergreen_renewal_group (id),
  line_id          bigint not null,
  subscription_id  bigint not null,
  sku_id           varchar(64) not null,
  name             varchar(200) not null,
  quantity         integer not null,
  unit_price       numeric(19, 4) not null,
  amount           numeric(19, 4) not null,
  tax              numeric(19, 4) not null,
  primary key (group_id, line_id)
);

-- Subscriptions whose renewal could not be priced: set aside with the reason until somebody looks.
create table evergreen_parked_renewal (
  subscription_id  bigint primary key references evergreen_subscription (id),
  due_at           timestamp(6) with time zone not null,
  parked_at        timestamp(6) with time zone not null,
  problem          varchar(1000) not null
);
