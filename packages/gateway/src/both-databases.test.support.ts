import { after, before, describe } from 'node:test';
import type { GatewayOptions } from './create-gateway.ts';
import { openTestGateway } from './test-gateway.test.support.ts';
import { startPostgres } from './test-postgres.test.support.ts';

/** A filled gateway that is opened before the tests of its suite and closed after them. */
export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;

/**
 * Declares the same tests twice: against PGlite within the process, and against a real PostgreSQL server.
 *
 * @param define declares the tests; `gateway()` gives the open gateway once they run.
 */
export const onBothDatabases = (
  title: string,
  define: (gateway: () => TestGateway) => void,
  options: Partial<GatewayOptions> = {},
): void => {
  describe(`${title}, on PGlite`, () => {
    let opened: TestGateway;
    before(async () => void (opened = await openTestGateway({ memory: true }, options)));
    after(() => opened.gateway.close());
    define(() => opened);
  });
  describe(`${title}, on PostgreSQL`, () => {
    let opened: TestGateway;
    let postgres: Awaited<ReturnType<typeof startPostgres>>;
    before(async () => {
      postgres = await startPostgres();
      opened = await openTestGateway({ url: await postgres.newDatabase() }, options);
    });
    after(async () => {
      await opened?.gateway.close();
      await postgres?.end();
    });
    define(() => opened);
  });
};
