// A real nginx with the configuration of packages/gateway/deploy, with other ports and a certificate of its own.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../packages/gateway/src/free-port.test.support.ts';
import { read } from './dockerfile-steps.mjs';

const name = 'lapor.sumbarprov.example';

const makeCertificate = (key, certificate) => {
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
};

/** Puts ports and files of ours in the place of the machine's. */
const configure = (place, gatewayPort, { plain, secure }, { key, certificate }) => {
  const site = read('nginx.conf')
    .replaceAll(/listen \[::\]:.*\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${secure} `)
    .replace('127.0.0.1:1708', `127.0.0.1:${gatewayPort}`)
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${place}/${kind};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `daemon off; ${user} pid ${place}/pid; error_log ${place}/error.log; events {} http { ${temporary.join(' ')}\n${site}\n}`;
};

/**
 * Starts nginx before a gateway, and waits until the gateway is ready behind it.
 *
 * @returns how to call it as the world does, its plain address, and what stops it.
 */
export const startNginx = async (place, gatewayPort) => {
  mkdirSync(place);
  const ports = { plain: await freePort(), secure: await freePort() };
  const files = { key: join(place, 'key.pem'), certificate: join(place, 'certificate.pem') };
  makeCertificate(files.key, files.certificate);
  writeFileSync(join(place, 'nginx.conf'), configure(place, gatewayPort, ports, files));
  const nginx = spawn('nginx', ['-e', join(place, 'error.log'), '-c', join(place, 'nginx.conf')], { stdio: 'ignore' });
  const ended = once(nginx, 'exit');
  const agent = new Agent({ keepAlive: false, ca: readFileSync(files.certificate), servername: name });
  const call = async (method, path, headers = {}, body, more = {}) => {
    const options = { host: '127.0.0.1', port: ports.secure, agent, method, path };
    const sent = request({ ...options, headers: { host: name, ...headers }, ...more }).end(body);
    const [answer] = await once(sent, 'response');
    return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
  };
  const stop = async () => {
    nginx.kill('SIGTERM');
    await ended;
  };
  for (let round = 0; round < 300; round += 1) {
    const ready = await call('GET', '/readyz').catch(() => undefined);
    if (ready?.status === 200) return { call, stop, url: `http://127.0.0.1:${ports.plain}` };
    await wait(50);
  }
  await stop();
  throw new Error(`nginx does not let anybody through: ${readFileSync(join(place, 'error.log'), 'utf8')}`);
};
