-- Who pays, with what, and every charge that was ever asked for.
create sequence evergreen_billing_account_seq increment by 50;
create sequence evergreen_payment_method_seq increment by 50;
create sequence evergreen_charge_seq increment by 50;

-- One row per customer: what the renewal run claims. The version fences a worker that lost its lease.
create table evergreen_billing_account (
  id            bigint primary key,
  customer_id   varchar(64) not null unique,
  version       bigint not null,
  next_due_at   timestamp(6) with time zone,
  lease_owner   varchar(64),
  lease_until   timestamp(6) with time zone
);
create index evergreen_billing_account_due on evergreen_billing_account (next_due_at) where next_due_at is not null;

create table evergreen_payment_method (
  id            bigint primary key,
  customer_id   varchar(64) not null,
  gateway       varchar(32) not null,
  token         varchar(255) not null,
  brand         varchar(32) not null,
  last_four     varchar(4) not null,
  expiry        char(7) not null,
  created_at    timestamp(6) with time zone not null,
  removed_at    timestamp(6) with time zone,
  unique (customer_id, gateway, token)
);

-- An attempt to take money. subject says what for: renewal-<group> or checkout-<order>.
create table evergreen_charge (
  id                 bigint primary key,
  subject            varchar(80) not null,
  purpose            varchar(16) not null,
  attempt            integer not null,
  idempotency_key    varchar(255) not null unique,
  customer_id        varchar(64) not null,
  payment_method_id  bigint not null references evergreen_payment_method (id),
  gateway            varchar(32) not null,
  method_token       varchar(255) not null,
  amount             numeric(19, 4) not null check (amount > 0),
  currency           char(3) not null,
  description        varchar(255) not null,
  state              varchar(16) not null,
  gateway_reference  varchar(255),
  decline_class      varchar(24),
  decline_code       varchar(64),
  decline_message    varchar(500),
  opened_at          timestamp(6) with time zone not null,
  submitted_at       timestamp(6) with time zone,
  settled_at         timestamp(6) with time zone,
  -- when the gateway is asked what became of it, unless its answer comes first
  recover_at         timestamp(6) with time zone,
  unique (subject, attempt)
);
-- No second charge while one may still succeed, and none after one that did.
create unique index evergreen_charge_one_alive on evergreen_charge (subject) where state not in ('DECLINED', 'CANCELED');
create index evergreen_charge_to_recover on evergreen_charge (recover_at) where recover_at is not null;

-- The books of the sandbox gateway: what a real gateway would know on its own side.
create table evergreen_sandbox_charge (
  idempotency_key  varchar(255) primary key,
  reference        varchar(64) not null,
  outcome          varchar(32) not null,
  method_token     varchar(255) not null,
  amount           numeric(19, 4) not null,
  currency         char(3) not null,
  charged_at       timestamp(6) with time zone not null
);
