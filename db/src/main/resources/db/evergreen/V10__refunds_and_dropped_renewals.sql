-- Refunds that failed, which the merchant is told of.
create index evergreen_refund_failed on evergreen_refund (settled_at) where state = 'FAILED';
