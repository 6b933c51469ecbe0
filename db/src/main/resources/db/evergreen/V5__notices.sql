-- E-mails to be sent: written with the change that they tell of, sent once.
create sequence evergreen_notice_seq increment by 50;

create table evergreen_notice (
  id           bigint primary key,
  kind         varchar(40) not null,
  dedupe_key   varchar(160) not null unique,
  customer_id  varchar(64) not null,
  payload      text not null,
  queued_at    timestamp(6) with time zone not null,
  state        varchar(16) not null,
  attempts     integer not null,
  settled_at   timestamp(6) with time zone,
  problem      varchar(1000)
);
create index evergreen_notice_waiting on evergreen_notice (queued_at) where state in ('QUEUED', 'SENDING');
