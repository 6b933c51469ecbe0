-- What was taken off a line, and what of an order the shopper's credit paid.
alter table demo_order_line
  add column discount  numeric(19, 4) not null default 0 check (discount >= 0);
alter table demo_order
  add column credit    numeric(19, 4) not null default 0 check (credit >= 0);
