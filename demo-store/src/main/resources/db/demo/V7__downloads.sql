-- The files of downloadable products.
create table demo_download (
  id            varchar(64) primary key,
  product_id    varchar(64) not null references demo_product (id),
  name          varchar(120) not null,
  content_type  varchar(80) not null,
  content       bytea not null,
  added_at      timestamp(6) with time zone not null
);
create index demo_download_by_product on demo_download (product_id, added_at);
