-- Who may sign in: shoppers and merchants.
create sequence demo_account_seq start with 1001;

create table demo_account (
  id             bigint primary key,
  email          varchar(254) not null,
  password_hash  varchar(100) not null,
  role           varchar(16) not null,
  first_name     varchar(80) not null,
  last_name      varchar(80) not null,
  locale         varchar(35) not null,
  created_at     timestamp(6) with time zone not null
);
create unique index demo_account_email on demo_account (lower(email));

-- Where a shopper has had things sent; the most recent is offered first.
create table demo_customer_address (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references demo_account (id),
  name         varchar(200) not null,
  line1        varchar(200) not null,
  line2        varchar(200) not null,
  city         varchar(120) not null,
  region       varchar(120) not null,
  postal_code  varchar(32) not null,
  country      char(2) not null,
  phone        varchar(40) not null,
  used_at      timestamp(6) with time zone not null,
  unique (account_id, name, line1, line2, city, region, postal_code, country, phone)
);
