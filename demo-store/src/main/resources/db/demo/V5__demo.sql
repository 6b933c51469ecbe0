-- What only a demo has: mail that nobody sends, and a clock that can be moved forward.
create table demo_mail (
  id         bigint generated always as identity primary key,
  recipient  varchar(254) not null,
  subject    varchar(200) not null,
  body_text  text not null,
  body_html  text not null,
  sent_at    timestamp(6) with time zone not null
);
create index demo_mail_by_recipient on demo_mail (lower(recipient), id desc);

create table demo_clock (
  only_row        boolean primary key check (only_row),
  ahead_seconds   bigint not null check (ahead_seconds >= 0)
);
