-- Webhooks, disputes, the retry ladder, gateway limits, copies of the shop.

-- What a gateway told us, by its own id: kept once, whatever the order and however often it comes.
-- The body is not kept: it holds personal data, and the object is read again at the gateway.
create sequence evergreen_webhook_event_seq increment by 50;
create table evergreen_webhook_event (
  id            bigint primary key,
  gateway       varchar(32) not null,
  event_id      varchar(255) not null,
  type          varchar(80) not null,
  object_id     varchar(255) not null,
  happened_at   timestamp(6) with time zone not null,
  received_at   timestamp(6) with time zone not null,
  -- WAITING, DONE, IGNORED or FAILED
  state         varchar(16) not null,
  attempts      integer not null default 0,
  -- when it is processed, or tried again
  next_at       timestamp(6) with time zone,
  settled_at    timestamp(6) with time zone,
  problem       varchar(1000),
  unique (gateway, event_id)
);
create index evergreen_webhook_event_waiting on evergreen_webhook_event (next_at) where state = 'WAITING';
create index evergreen_webhook_event_failed on evergreen_webhook_event (received_at) where state = 'FAILED';
create index evergreen_webhook_event_received on evergreen_webhook_event (received_at, id);
-- What is over is deleted after a while.
create index evergreen_webhook_event_settled on evergreen_webhook_event (settled_at)
  where state in ('DONE', 'IGNORED');

-- A payment that the cardholder contests at his bank.
create sequence evergreen_dispute_seq increment by 50;
create table evergreen_dispute (
  id           bigint primary key,
  charge_id    bigint not null references evergreen_charge (id),
  gateway      varchar(32) not null,
  reference    varchar(255) not null,
  amount       numeric(19, 4) not null check (amount > 0),
  currency     char(3) not null,
  reason       varchar(64) not null,
  -- WARNING, NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST or CLOSED
  state        varchar(16) not null,
  respond_by   timestamp(6) with time zone,
  opened_at    timestamp(6) with time zone not null,
  updated_at   timestamp(6) with time zone not null,
  closed_at    timestamp(6) with time zone,
  unique (gateway, reference)
);
create index evergreen_dispute_by_charge on evergreen_dispute (charge_id);
create index evergreen_dispute_running on evergreen_dispute (respond_by) where closed_at is null;

-- When all nodes together may send their next request to a gateway; one row per kind of request.
create table evergreen_rate_limit (
  name         varchar(64) primary key,
  -- the moment of the next request that was not given one yet
  free_at      timestamp(6) with time zone not null,
  -- requests per second since the gateway asked for patience; grows back with time
  slowed_rate  integer not null,
  slowed_at    timestamp(6) with time zone
);

alter table evergreen_payment_method
  -- CARD, BANK_DEBIT or OTHER
  add column kind            varchar(16) not null default 'CARD',
  -- the gateway's name for the card itself, the same whoever stores it however often
  add column fingerprint     varchar(64),
  -- when the shopper's bank last agreed to charges while he is away
  add column set_up_at       timestamp(6) with time zone,
  -- never charged again without the shopper: the gateway's code says why
  add column blocked_at      timestamp(6) with time zone,
  add column blocked_reason  varchar(64),
  -- removed here: when the gateway is told next; empty when it has none any more
  add column detach_at       timestamp(6) with time zone;
create index evergreen_payment_method_to_detach on evergreen_payment_method (detach_at)
  where detach_at is not null;

update evergreen_payment_method set set_up_at = created_at;
-- A token ends with the gateway's own key of the method.
create index evergreen_payment_method_by_token on evergreen_payment_method (gateway, (substring(token from '[^:]*$')));

alter table evergreen_charge
  -- how it is asked for, so that it is asked for again in the same words
  add column shopper_present       boolean not null default false,
  add column sets_up               boolean not null default false,
  add column lines                 text,
  add column gateway_code          varchar(64),
  add column advice_code           varchar(64),
  add column network_advice_code   varchar(16),
  add column network_decline_code  varchar(16);
-- How often a card was refused lately, and whether it is being charged: most charges are in neither.
create index evergreen_charge_refused_by_method on evergreen_charge (payment_method_id, settled_at)
  where decline_class is not null;
-- What waits for the shopper is looked up now and then, too, so it has a time for that.
update evergreen_charge set recover_at = now() where state = 'ACTION_REQUIRED' and recover_at is null;
create index evergreen_charge_unsettled_by_method on evergreen_charge (payment_method_id) where recover_at is not null;
create index evergreen_charge_by_reference on evergreen_charge (gateway, gateway_reference)
  where gateway_reference is not null;
-- What was refunded at the gateway itself is booked once.
create unique index evergreen_refund_by_reference on evergreen_refund (charge_id, gateway_reference)
  where gateway_reference is not null;

alter table evergreen_renewal_group
  -- the first failed attempt, from which the retry ladder runs, and the steps that were taken
  add column failed_at     timestamp(6) with time zone,
  add column ladder_step   integer not null default 0,
  -- when the next step is due; retry_at is earlier when somebody asked for it
  add column ladder_at     timestamp(6) with time zone,
  add column ladder_ended_at  timestamp(6) with time zone,
  -- not charged for it again without the shopper
  add column refused_method_id  bigint references evergreen_payment_method (id),
  -- since when the charge that waits for the shopper is to be canceled at the gateway
  add column give_up_at    timestamp(6) with time zone;

create index evergreen_renewal_group_to_give_up on evergreen_renewal_group (give_up_at)
  where give_up_at is not null;

alter table evergreen_change
  -- fingerprint of what it changes: a change that is paid later is made only if that is still so
  add column standing  varchar(64),
  -- its payment came in though it could not be made any more, and is to be given back
  add column pay_back  boolean not null default false;
create index evergreen_change_to_pay_back on evergreen_change (settled_at) where pay_back;

alter table evergreen_parked_renewal
  -- when it is tried again by itself, if it was something that broke
  add column again_at  timestamp(6) with time zone;
create index evergreen_parked_renewal_again on evergreen_parked_renewal (again_at) where again_at is not null;

alter table evergreen_billing_account
  -- whether his subscriptions may be paid together
  add column consolidates  boolean not null default true;

-- Subscriptions that run and have a payment or an end ahead, and when reminders of each are looked
-- at next. A table of its own, so that a renewal, which moves the next date, writes no index for it.
create table evergreen_reminder (
  subscription_id  bigint primary key references evergreen_subscription (id) on delete cascade,
  look_at          timestamp(6) with time zone not null
);
create index evergreen_reminder_due on evergreen_reminder (look_at);

-- Looked at anew is what begins to run or has come nearer, whoever wrote it. A date that has moved
-- away, as every renewal moves it, is found when the reminder of the old one is looked at.
create function evergreen_remind_anew() returns trigger language plpgsql as $$
begin
  insert into evergreen_reminder (subscription_id, look_at) values (new.id, '-infinity')
    on conflict (subscription_id) do update set look_at = '-infinity';
  return null;
end
$$;
create trigger evergreen_subscription_begun after insert on evergreen_subscription for each row
  when (new.status in ('TRIALING', 'ACTIVE') and coalesce(new.next_payment_at, new.ends_at) is not null)
  execute function evergreen_remind_anew();
create trigger evergreen_subscription_nearer
  after update of status, next_payment_at, ends_at on evergreen_subscription for each row
  when (new.status in ('TRIALING', 'ACTIVE') and (old.status not in ('TRIALING', 'ACTIVE')
    and coalesce(new.next_payment_at, new.ends_at) is not null
    or coalesce(new.next_payment_at, new.ends_at)
      < coalesce(old.next_payment_at, old.ends_at, 'infinity')))
  execute function evergreen_remind_anew();
-- Nothing is written earlier before a date.
insert into evergreen_reminder (subscription_id, look_at)
  select id, coalesce(next_payment_at, ends_at) - interval '61 days' from evergreen_subscription
  where status in ('TRIALING', 'ACTIVE') and coalesce(next_payment_at, ends_at) is not null;

-- Where the shop was when it last charged. A database that finds itself elsewhere charges nobody.
create table evergreen_shop_identity (
  id               integer primary key check (id = 1),
  base_url         varchar(500) not null,
  installation_id  varchar(64) not null,
  recorded_at      timestamp(6) with time zone not null,
  recorded_by      varchar(120) not null
);
-- Installations of which a person said that they are copies.
create table evergreen_known_copy (
  base_url         varchar(500) not null,
  installation_id  varchar(64) not null,
  declared_at      timestamp(6) with time zone not null,
  declared_by      varchar(120) not null,
  primary key (base_url, installation_id)
);

-- Keys that the shop made for itself, for example to sign links in e-mails.
create table evergreen_secret (
  name     varchar(64) primary key,
  value    bytea not null,
  made_at  timestamp(6) with time zone not null
);

-- The mean of cycles of different lengths, after some were paid ahead.
alter table evergreen_line_term alter column cycle_days type numeric(20, 12);

-- Every renewal writes its subscription twice and its account twice. With room left on the page, the
-- write of each that moves no date needs no new index entries. What is due is found by account.
drop index evergreen_subscription_due;
create index evergreen_subscription_by_account on evergreen_subscription (billing_account_id);
alter table evergreen_subscription set (fillfactor = 75);
alter table evergreen_billing_account set (fillfactor = 80);

-- The job that ended subscriptions does more now, under another name.
delete from evergreen_scheduled_task where task_name = 'evergreen-endings';
