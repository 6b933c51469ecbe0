-- Orders that the engine placed in Broadleaf: one for each reference, whoever asks twice.
create table evergreen_broadleaf_order (
  reference     varchar(64) primary key,
  order_id      bigint,
  order_number  varchar(255)
);
