import type { TestGateway } from '../../both-databases.test.support.ts';

type Opened = Pick<TestGateway, 'gateway'>;

/** Changes the directory as another replica would: what is held in memory is told nothing but that it is old. */
export const change = async ({ gateway: { engine } }: Opened, statement: string): Promise<void> => {
  await engine.database.query(statement, []);
  engine.directory.clear();
};

/** An office of the province. */
export const addOffice = (opened: Opened, id: string, name: string): Promise<void> =>
  change(
    opened,
    `insert into institution (id, name, kind, parent_id, region_code, is_coordinator, path) values ('${id}', '${name}', 'office', 'sumbar', '13', false, array['sumbar', '${id}'])`,
  );

/** Takes an office away. @throws DatabaseError `23503` while a report is with it. */
export const removeOffice = (opened: Opened, id: string): Promise<void> =>
  change(opened, `delete from institution where id = '${id}'`);

/** Gives an office another name. */
export const renameOffice = (opened: Opened, id: string, name: string): Promise<void> =>
  change(opened, `update institution set name = '${name}' where id = '${id}'`);

/** A category without questions. */
export const addCategory = (opened: Opened, id: string, name: string): Promise<void> =>
  change(opened, `insert into category (id, name, questions) values ('${id}', '${name}', '[]')`);

/** Takes a category away. */
export const removeCategory = (opened: Opened, id: string): Promise<void> =>
  change(opened, `delete from category where id = '${id}'`);
