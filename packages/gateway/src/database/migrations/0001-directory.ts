/** Who is there: institutions and their reply templates, categories, sites, keys; and the gateway's own settings. */
export const statements = `
create table institution (
  id text primary key,
  name text not null,
  short_name text,
  kind text not null,
  parent_id text references institution(id),
  region_code text,
  is_coordinator boolean not null default false,
  responsibilities text[] not null default '{}',
  -- The institution itself and everything above it: "within" is a question to this column alone.
  path text[] not null,
  connector jsonb not null default '{"type":"desk"}'
);
create index institution_path on institution using gin (path);
create index institution_region on institution (region_code);

create table category (
  id text primary key,
  name text not null,
  parent_id text references category(id),
  institution_id text references institution(id),
  selectable boolean not null default true,
  questions jsonb not null default '[]',
  position integer not null default 0
);

create table site (
  id text primary key,
  institution_id text not null references institution(id),
  region_code text not null,
  origins text[] not null default '{}',
  settings jsonb not null,
  created_at timestamptz not null
);

create table access_key (
  id text primary key,
  kind text not null check (kind in ('publishable', 'secret')),
  -- Only the hash is kept: whoever reads the database cannot act with it.
  hash bytea not null unique,
  prefix text not null,
  name text not null,
  site_id text references site(id),
  institution_id text references institution(id),
  role text,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);

create table reply_template (
  id text primary key,
  institution_id text not null references institution(id),
  name text not null,
  text text not null
);

create table gateway_setting (
  name text primary key,
  value jsonb not null
);
`;
