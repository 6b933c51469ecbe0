-- What the store sells.
create table demo_product (
  id           varchar(64) primary key,
  name         varchar(120) not null,
  tagline      varchar(200) not null,
  description  text not null,
  details      text not null,
  department   varchar(32) not null,
  kind         varchar(16) not null,
  tax_class    varchar(16) not null,
  image        varchar(120) not null,
  image_alt    varchar(200) not null,
  position     integer not null
);

-- One or more variants of a product; its first is what the catalog shows.
create table demo_sku (
  id          varchar(64) primary key,
  product_id  varchar(64) not null references demo_product (id),
  variant     varchar(80) not null,
  price       numeric(19, 4) not null check (price >= 0),
  currency    char(3) not null,
  sellable    boolean not null,
  position    integer not null
);
create index demo_sku_by_product on demo_sku (product_id, position);

-- Percent by country, region (empty: the whole country) and tax class. What has no row is not taxed.
create table demo_tax_rate (
  country    char(2) not null,
  region     varchar(120) not null,
  tax_class  varchar(16) not null,
  percent    numeric(7, 4) not null check (percent between 0 and 100),
  primary key (country, region, tax_class)
);
