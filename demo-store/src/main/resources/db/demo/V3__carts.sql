-- A guest's cart is known by a key in his cookie, a shopper's by his account.
create table demo_cart (
  id          bigint generated always as identity primary key,
  guest_key   varchar(64) unique,
  account_id  bigint unique references demo_account (id),
  touched_at  timestamp(6) with time zone not null,
  check ((guest_key is null) <> (account_id is null))
);

-- The offer is the plan as it stood when the line was put in or last shown; without one it is a one-time purchase.
create table demo_cart_line (
  id        bigint generated always as identity primary key,
  cart_id   bigint not null references demo_cart (id) on delete cascade,
  sku_id    varchar(64) not null,
  plan_id   bigint,
  offer     text,
  quantity  integer not null check (quantity between 1 and 99),
  check ((plan_id is null) = (offer is null))
);
create unique index demo_cart_line_once on demo_cart_line (cart_id, sku_id, coalesce(plan_id, 0));
