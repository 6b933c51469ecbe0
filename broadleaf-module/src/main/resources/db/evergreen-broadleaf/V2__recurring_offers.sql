-- Broadleaf's offers that reduce the payments of subscriptions too: the next few, or all of them.
create table evergreen_broadleaf_recurring_offer (
  offer_id  bigint primary key,
  payments  integer check (payments >= 1)
);
