-- Refunds that failed, which the merchant is told of.
create index evergreen_refund_failed on evergreen_refund (settled_at) where state = 'FAILED';

-- All renewals of a subscription: those that were dropped, beside the unique index over the others.
create index evergreen_renewal_dropped on evergreen_renewal (subscription_id) where voided_at is not null;
