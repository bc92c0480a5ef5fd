/** What settings of the forwarding name that another system does not know. */
export const statements = `
create table forwarding_setting (
  connector text not null,
  -- Which setting: 'sp4n.categories.lampu-jalan'.
  setting text not null,
  -- What is wrong with it and what to do, for operators.
  problem text not null,
  -- Since when, in real time.
  found_at timestamptz not null default now(),
  primary key (connector, setting)
);
`;
