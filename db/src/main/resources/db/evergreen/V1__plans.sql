-- What merchants sell: plans and the products they are attached to.
create sequence evergreen_plan_seq increment by 50;

create table evergreen_plan (
  id              bigint primary key,
  version         bigint not null,
  name            varchar(120) not null,
  active          boolean not null,
  storewide       boolean not null,
  interval_count  integer not null check (interval_count between 1 and 365),
  interval_unit   varchar(8) not null,
  price_kind      varchar(16) not null,
  price_value     numeric(19, 4) not null check (price_value >= 0),
  currency        char(3) not null,
  sign_up_fee     numeric(19, 4) not null check (sign_up_fee >= 0),
  trial_count     integer check (trial_count between 1 and 365),
  trial_unit      varchar(8),
  payments        integer check (payments >= 1),
  created_at      timestamp(6) with time zone not null,
  check ((trial_count is null) = (trial_unit is null))
);

create table evergreen_plan_product (
  plan_id     bigint not null references evergreen_plan (id),
  product_id  varchar(64) not null,
  primary key (plan_id, product_id)
);
create index evergreen_plan_product_by_product on evergreen_plan_product (product_id);

-- How a product with plans is sold; a product without a row is sold both ways, one-time first.
create table evergreen_product_selling (
  product_id           varchar(64) primary key,
  mode                 varchar(16) not null,
  preselected_plan_id  bigint references evergreen_plan (id)
);
