-- Terms beyond interval, price and trial; changes; credit; discounts; gifts; the merchant's settings.

-- Between which plans and products a shopper may switch. A null policy is the shop's.
create sequence evergreen_change_group_seq increment by 50;
create table evergreen_change_group (
  id           bigint primary key,
  version      bigint not null,
  name         varchar(120) not null unique,
  allowed      varchar(16),
  upgrade      varchar(24),
  downgrade    varchar(24),
  sign_up_fee  varchar(16),
  length       varchar(16),
  applies_to   varchar(16)
);
-- Products among which one may swap; without any, only the plan of the same product changes.
create table evergreen_change_group_product (
  group_id    bigint not null references evergreen_change_group (id),
  product_id  varchar(64) not null,
  primary key (group_id, product_id)
);

alter table evergreen_plan
  add column trial_once        boolean not null default false,
  add column sale_price        numeric(19, 4) check (sale_price >= 0),
  add column sale_from         timestamp(6) with time zone,
  add column sale_until        timestamp(6) with time zone,
  -- WEEKDAY, DAY_OF_MONTH, LAST_DAY_OF_MONTH or DAY_OF_YEAR; the day is 1-7, 1-28 or 1-31 of the month
  add column alignment_kind    varchar(24),
  add column alignment_day     integer,
  add column alignment_month   integer,
  add column first_payment     varchar(24),
  add column grace_days        integer not null default 0,
  add column shipping_once     boolean not null default false,
  add column purchase_limit    varchar(16) not null default 'NONE',
  add column minimum_payments  integer not null default 0,
  add column notice_days       integer not null default 0,
  add column downloads         varchar(24) not null default 'ALL_AT_ONCE',
  add column change_group_id   bigint references evergreen_change_group (id),
  add check ((alignment_kind is null) = (first_payment is null));
create index evergreen_plan_by_change_group on evergreen_plan (change_group_id) where change_group_id is not null;

-- A setting that is not here has its default.
create table evergreen_setting (
  name        varchar(80) primary key,
  value       varchar(2000) not null,
  changed_at  timestamp(6) with time zone not null,
  changed_by  varchar(120) not null
);

alter table evergreen_subscription
  -- the cycle whose payment falls on the anchor
  add column anchor_cycle       integer not null default 0,
  add column auto_renew         boolean not null default true,
  add column payments_made      integer not null default 0,
  -- start of the term that is paid for, paid_until is its end
  add column term_started_at    timestamp(6) with time zone,
  add column paused_at          timestamp(6) with time zone,
  add column paused_until       timestamp(6) with time zone,
  -- the next payment's date from before the pause
  add column kept_payment_at    timestamp(6) with time zone,
  -- sum of evergreen_credit_entry
  add column credit             numeric(19, 4) not null default 0 check (credit >= 0),
  -- a change whose payment is under way; nothing is renewed or changed meanwhile
  add column open_change_id     bigint,
  add column resubscribed_from  bigint references evergreen_subscription (id),
  -- the giver pays, the recipient gets it
  add column recipient_email    varchar(320),
  add column recipient_name     varchar(200);
update evergreen_subscription set term_started_at = coalesce(last_payment_at, started_at);
update evergreen_subscription s set payments_made = (case when s.trial_ends_at is null then 1 else 0 end)
  + (select count(*) from evergreen_renewal r join evergreen_renewal_group g on g.id = r.group_id
     where r.subscription_id = s.id and g.status = 'PAID' and r.voided_at is null);
create index evergreen_subscription_to_resume on evergreen_subscription (paused_until)
  where status = 'PAUSED' and paused_until is not null;
create index evergreen_subscription_unpaid on evergreen_subscription (started_at) where status = 'PENDING';
create index evergreen_subscription_by_recipient on evergreen_subscription (lower(recipient_email))
  where recipient_email is not null;

alter table evergreen_subscription_line
  -- the offer under which it was bought, as text; null for lines from before it was kept
  add column offer          text,
  add column shipping_once  boolean not null default false;
create index evergreen_subscription_line_by_product on evergreen_subscription_line (product_id);

-- What was paid for the time that a line has a right to, for terms that no renewal paid: the first
-- order's, and what a change within a term made of it. A later paid renewal takes its place.
create table evergreen_line_term (
  line_id          bigint primary key references evergreen_subscription_line (id) on delete cascade,
  started_at       timestamp(6) with time zone not null,
  ends_at          timestamp(6) with time zone not null,
  -- how many days a full payment lasts; the term may be shorter or longer
  cycle_days       integer not null check (cycle_days >= 1),
  -- recurring part only, after discounts, in the terms of the shop's prices; fractions are kept
  paid             numeric(30, 12) not null check (paid >= 0),
  -- where the subscription stood: renewals from this cycle on came later, and a pause has moved
  -- the term as far as it moved the start of the subscription's
  next_cycle       integer not null,
  term_started_at  timestamp(6) with time zone not null
);

-- Off the next payments of a subscription; payments_left null means off all of them.
create sequence evergreen_discount_seq increment by 50;
create table evergreen_discount (
  id               bigint primary key,
  subscription_id  bigint not null references evergreen_subscription (id),
  label            varchar(120) not null,
  percent          numeric(7, 4) check (percent > 0 and percent <= 100),
  amount           numeric(19, 4) check (amount > 0),
  payments_left    integer check (payments_left >= 0),
  source           varchar(80) not null,
  added_at         timestamp(6) with time zone not null,
  unique (subscription_id, source),
  check ((percent is null) <> (amount is null))
);

-- What a shopper was credited (above zero) and what of it was used (below zero).
create sequence evergreen_credit_entry_seq increment by 50;
create table evergreen_credit_entry (
  id               bigint primary key,
  subscription_id  bigint not null references evergreen_subscription (id),
  entered_at       timestamp(6) with time zone not null,
  amount           numeric(19, 4) not null check (amount <> 0),
  reason           varchar(24) not null,
  -- what it belongs to, for example change-12 or renewal-9: entered once
  reference        varchar(80) not null,
  unique (subscription_id, reason, reference)
);

-- A change of plan, product or quantity from its confirmation on.
create sequence evergreen_change_seq increment by 50;
create table evergreen_change (
  id                  bigint primary key,
  subscription_id     bigint not null references evergreen_subscription (id),
  billing_account_id  bigint not null,
  customer_id         varchar(64) not null,
  kind                varchar(24) not null,
  -- OPEN while it is paid, SCHEDULED for apply_at, then APPLIED, REFUSED or WITHDRAWN
  state               varchar(16) not null,
  line_id             bigint,
  -- of the quote that was confirmed: confirmed twice, it is one change
  token               varchar(120) not null,
  request             text not null,
  quote               text not null,
  working             text not null,
  due_now             numeric(19, 4) not null check (due_now >= 0),
  -- what is paid by the shopper with tax and shipping, and the part of it that his credit pays
  total               numeric(19, 4) not null check (total >= 0),
  credit              numeric(19, 4) not null default 0 check (credit >= 0),
  -- what goes back to the card after it is made
  refunded            numeric(19, 4) not null default 0 check (refunded >= 0),
  currency            char(3) not null,
  asked_at            timestamp(6) with time zone not null,
  asked_by            varchar(16) not null,
  asked_by_name       varchar(120) not null,
  apply_at            timestamp(6) with time zone,
  settled_at          timestamp(6) with time zone,
  order_id            varchar(64),
  order_number        varchar(64),
  problem             varchar(1000)
);
create index evergreen_change_by_subscription on evergreen_change (subscription_id);
create unique index evergreen_change_one_open on evergreen_change (subscription_id) where state = 'OPEN';
create unique index evergreen_change_once on evergreen_change (subscription_id, token) where state <> 'REFUSED';
create index evergreen_change_scheduled on evergreen_change (billing_account_id, apply_at) where state = 'SCHEDULED';
create index evergreen_change_to_refund on evergreen_change (settled_at) where state = 'APPLIED' and refunded > 0;
create index evergreen_change_to_place on evergreen_change (settled_at)
  where state = 'APPLIED' and total > 0 and order_id is null;

-- How an amount came about, for "why this amount?". The subject names it: start, change-12, renewal-9.
create table evergreen_working (
  subscription_id  bigint not null references evergreen_subscription (id),
  subject          varchar(80) not null,
  written_at       timestamp(6) with time zone not null,
  working          text not null,
  primary key (subscription_id, subject)
);

alter table evergreen_renewal_group
  -- the part of the total that is paid by credit; the rest is charged
  add column credit  numeric(19, 4) not null default 0 check (credit >= 0),
  -- the shopper asked for it before it was due
  add column early   boolean not null default false,
  -- of the quote that he confirmed: confirmed twice, it is one renewal
  add column quote_token  varchar(120),
  -- what the shopper chose to pay it with; pays his subscriptions from then on
  add column chosen_method_id  bigint references evergreen_payment_method (id);
create unique index evergreen_renewal_group_once on evergreen_renewal_group (quote_token)
  where quote_token is not null and status <> 'CANCELED';
alter table evergreen_renewal
  add column credit  numeric(19, 4) not null default 0 check (credit >= 0),
  -- whether it has a share in what the group's shipping costs
  add column ships   boolean not null default false,
  drop constraint evergreen_renewal_pkey,
  add primary key (group_id, subscription_id);
drop index evergreen_renewal_by_group;
-- At most one renewal that counts per subscription and cycle.
create unique index evergreen_renewal_one_per_cycle on evergreen_renewal (subscription_id, cycle) where voided_at is null;
update evergreen_renewal r set ships = true where exists (select 1 from evergreen_subscription_line l
  where l.subscription_id = r.subscription_id and l.kind = 'PHYSICAL');
alter table evergreen_renewal_line
  add column discount       numeric(19, 4) not null default 0 check (discount >= 0),
  add column shipping_once  boolean not null default false;

-- The discounts in a renewal. A counted one has a payment less to come, or again if it is voided.
create table evergreen_renewal_discount (
  group_id         bigint not null references evergreen_renewal_group (id),
  subscription_id  bigint not null,
  discount_id      bigint not null references evergreen_discount (id),
  label            varchar(120) not null,
  amount           numeric(19, 4) not null check (amount >= 0),
  counted          boolean not null,
  primary key (group_id, discount_id)
);

-- Money given back out of a charge; the subscription and the line that it is booked to.
create sequence evergreen_refund_seq increment by 50;
create table evergreen_refund (
  id                 bigint primary key,
  charge_id          bigint not null references evergreen_charge (id),
  subscription_id    bigint references evergreen_subscription (id),
  line_id            bigint,
  idempotency_key    varchar(255) not null unique,
  amount             numeric(19, 4) not null check (amount > 0),
  currency           char(3) not null,
  reason             varchar(500) not null,
  state              varchar(16) not null,
  gateway_reference  varchar(255),
  problem            varchar(500),
  opened_at          timestamp(6) with time zone not null,
  settled_at         timestamp(6) with time zone,
  -- when the gateway is asked what became of it, unless its answer comes first
  recover_at         timestamp(6) with time zone
);
create index evergreen_refund_to_recover on evergreen_refund (recover_at) where recover_at is not null;
create index evergreen_refund_by_charge on evergreen_refund (charge_id);
create index evergreen_refund_by_subscription on evergreen_refund (subscription_id) where subscription_id is not null;

-- The sandbox gateway's own books of what it gave back.
create table evergreen_sandbox_refund (
  idempotency_key  varchar(255) primary key,
  charge_key       varchar(255) not null references evergreen_sandbox_charge (idempotency_key),
  reference        varchar(64) not null,
  outcome          varchar(32) not null,
  amount           numeric(19, 4) not null,
  currency         char(3) not null,
  refunded_at      timestamp(6) with time zone not null
);
