import { after, before, describe } from 'node:test';
import type { GatewayOptions } from './create-gateway.ts';
import type { DatabaseLocation } from './database/connect.ts';
import { openTestGateway } from './test-gateway.test.support.ts';
import { usePostgres } from './shared-postgres.test.support.ts';

/** A filled gateway that is opened before the tests of its suite and closed after them. */
export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;

/**
 * Declares the same tests twice: with PGlite within the process, and with a real PostgreSQL server.
 *
 * @param define declares the tests; `newLocation()` gives the place of an empty database once they run.
 */
export const describeOnBoth = (title: string, define: (newLocation: () => Promise<DatabaseLocation>) => void): void => {
  describe(`${title}, on PGlite`, () => define(async () => ({ memory: true })));
  describe(`${title}, on PostgreSQL`, () => {
    let postgres: Awaited<ReturnType<typeof usePostgres>>;
    before(async () => void (postgres = await usePostgres()));
    define(async () => ({ url: await postgres.newDatabase() }));
    // After those of the tests, which close what works on it.
    after(() => postgres?.end());
  });
};

/**
 * Declares the same tests twice, as {@link describeOnBoth}, each time against a filled gateway.
 *
 * @param define declares the tests; `gateway()` gives the open gateway once they run.
 */
export const onBothDatabases = (
  title: string,
  define: (gateway: () => TestGateway) => void,
  options: Partial<GatewayOptions> = {},
): void =>
  describeOnBoth(title, (newLocation) => {
    let opened: TestGateway;
    before(async () => void (opened = await openTestGateway(await newLocation(), options)));
    after(() => opened?.gateway.close());
    define(() => opened);
  });
