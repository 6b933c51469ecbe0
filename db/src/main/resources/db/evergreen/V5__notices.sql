-- E-mails to be sent: written with the change that they tell of, sent once.
create sequence evergreen_notice_seq increment by 50;

-- send_after is moved ahead when a node takes a notice or an attempt fails; sending_since is set while
-- a mail is being handed to the mail server.
create table evergreen_notice (
  id             bigint primary key,
  kind           varchar(40) not null,
  dedupe_key     varchar(160) not null unique,
  customer_id    varchar(64) not null,
  payload        text not null,
  queued_at      timestamp(6) with time zone not null,
  state          varchar(16) not null,
  attempts       integer not null,
  send_after     timestamp(6) with time zone not null,
  sending_since  timestamp(6) with time zone,
  settled_at     timestamp(6) with time zone,
  problem        varchar(1000)
);
create index evergreen_notice_waiting on evergreen_notice (send_after, id) where state = 'QUEUED';
create index evergreen_notice_sending on evergreen_notice (sending_since) where state = 'SENDING';
create index evergreen_notice_trouble on evergreen_notice (settled_at) where state in ('FAILED', 'IN_DOUBT');
