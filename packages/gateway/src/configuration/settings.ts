import type { Configuration } from './configuration.ts';

/** The name of a setting, as it stands in a configuration file. */
export type SettingName = keyof Configuration;

/** Where a setting may be said besides the file, and what it has to be. */
export interface Setting {
  /** The variable of the environment. Settings that hold several values stand only in a file. */
  readonly variable?: string;
  /** The flag of `lapor-gateway serve`. */
  readonly flag?: string;
  /** What its text stands for. */
  readonly kind?: 'number' | 'switch';
  /** What it has to be, to end a sentence that begins with its name. */
  readonly must: string;
  /** The same for parts of it that the schema has no words for. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Every setting. */
export const settings: Readonly<Record<SettingName, Setting>> = {
  port: { variable: 'PORT', flag: 'port', kind: 'number', must: 'must be a whole number from 0 to 65535' },
  host: {
    variable: 'LAPOR_HOST',
    flag: 'host',
    must: 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0',
  },
  data: { variable: 'LAPOR_DATA', flag: 'data', must: 'must be the path of a folder' },
  databaseUrl: {
    variable: 'DATABASE_URL',
    flag: 'database-url',
    must: 'must be an address like postgres://NAME:PASSWORD@HOST:5432/DATABASE. Special characters of name and password are percent-encoded',
  },
  databaseConnections: {
    variable: 'LAPOR_DATABASE_CONNECTIONS',
    kind: 'number',
    must: 'must be a whole number from 2 to 500',
  },
  publicUrl: {
    variable: 'LAPOR_PUBLIC_URL',
    flag: 'public-url',
    must: 'must be an address without a path, such as https://lapor.sumbarprov.example',
  },
  trustedProxies: {
    variable: 'LAPOR_TRUSTED_PROXIES',
    flag: 'trusted-proxies',
    kind: 'number',
    must: 'must be a whole number from 0 to 10',
  },
  demo: { variable: 'LAPOR_DEMO', flag: 'demo', kind: 'switch', must: 'must be true or false' },
  sandbox: { variable: 'LAPOR_SANDBOX', flag: 'sandbox', kind: 'switch', must: 'must be true or false' },
  rateLimits: { must: 'must hold `read`, `write` and `desk`, each with `calls` and `seconds`' },
  suppressedBelow: {
    variable: 'LAPOR_SUPPRESSED_BELOW',
    flag: 'suppressed-below',
    kind: 'number',
    must: 'must be a whole number from 0 to 1000',
  },
  clockPolicy: { must: 'must be an object with settings of the clock work' },
  clamd: { variable: 'LAPOR_CLAMD', must: 'must be HOST:PORT or the path of a socket' },
  s3: { must: 'must hold `endpoint`, `bucket`, `accessKeyId` and `secretAccessKey`' },
  webhooks: { must: 'must be an object with `http`, `networks` and `patience`' },
  email: {
    must: 'must hold `server` and `from`',
    parts: {
      server:
        'must be an address like smtps://NAME:PASSWORD@HOST or smtp://HOST:587. Special characters of name and password are percent-encoded',
      from: 'must be an address, or a name and an address like LAPOR! Sumatera Barat <lapor@sumbarprov.example>',
    },
  },
  notifications: {
    must: 'must be an object with `quietFrom`, `quietUntil`, `gatherSeconds` and `dailyPerAddress`',
  },
  sms: {
    must: 'must hold `host`, `systemId`, `password`, `sourceAddress` and `site`',
    parts: {
      systemId: 'must be a text of at most 64 characters',
      password: 'must be a text of at most 64 characters',
      sourceAddress:
        'must be a short code such as 1708, a number such as +62211708000, or a name of at most 11 letters',
      keyword: 'must be one to four words of letters and digits, such as LAPOR',
    },
  },
  connectors: { must: 'must be an object with `institutions` and `otherwise`, whose values are desk, sp4n or open311' },
  v3: {
    must: 'must be an object with `authorizationHeader` and `tokenHeader`, which differ',
    parts: {
      authorizationHeader: 'must be the name of a header, such as authorization',
      tokenHeader: 'must be the name of a header, such as token',
    },
  },
  sp4n: {
    must: 'must hold `baseUrl`, `authorization`, `token`, `channelId`, `classifications`, `otherCategoryId` and `otherLocationId`',
    parts: {
      baseUrl: 'must be an address up to the version, without a slash at the end, such as https://HOST/lapor/3.0.0',
      lookUpPath: 'must be a path that begins with a slash and holds {marker}',
      createPath: 'must be a path that begins with a slash, such as /complaints/complaint',
    },
  },
  open311: {
    must: 'must hold `baseUrl`, `apiKey` and `defaultService`',
    parts: {
      baseUrl: 'must be an address up to the version, without a slash at the end, such as https://HOST/open311/v2',
      format: 'must be xml or json',
      photos: 'must be none, links or files',
    },
  },
  forwarding: {
    must: 'must be an object with `patience`, `settling`, `pollEvery` and `pollAtLeastEvery`, all in seconds',
  },
  logLevel: { variable: 'LAPOR_LOG_LEVEL', flag: 'log-level', must: 'must be silent, error, warn, info or debug' },
};

/** A variable of the environment that says one part of a setting with several. */
export interface PartVariable {
  readonly setting: SettingName;
  readonly part: string;
  /** What its text stands for. `list`: parts between commas. */
  readonly kind?: Setting['kind'] | 'list';
}

/** Parts that have variables of their own: secrets among them need not stand in a file. */
export const partVariables: Readonly<Record<string, PartVariable>> = {
  LAPOR_S3_ENDPOINT: { setting: 's3', part: 'endpoint' },
  LAPOR_S3_BUCKET: { setting: 's3', part: 'bucket' },
  LAPOR_S3_REGION: { setting: 's3', part: 'region' },
  LAPOR_S3_ACCESS_KEY_ID: { setting: 's3', part: 'accessKeyId' },
  LAPOR_S3_SECRET_ACCESS_KEY: { setting: 's3', part: 'secretAccessKey' },
  LAPOR_EMAIL_SERVER: { setting: 'email', part: 'server' },
  LAPOR_EMAIL_FROM: { setting: 'email', part: 'from' },
  LAPOR_EMAIL_TLS: { setting: 'email', part: 'tls' },
  LAPOR_NOTIFICATIONS_QUIET_FROM: { setting: 'notifications', part: 'quietFrom', kind: 'number' },
  LAPOR_NOTIFICATIONS_QUIET_UNTIL: { setting: 'notifications', part: 'quietUntil', kind: 'number' },
  LAPOR_NOTIFICATIONS_GATHER_SECONDS: { setting: 'notifications', part: 'gatherSeconds', kind: 'number' },
  LAPOR_NOTIFICATIONS_DAILY_PER_ADDRESS: { setting: 'notifications', part: 'dailyPerAddress', kind: 'number' },
  LAPOR_SMS_HOST: { setting: 'sms', part: 'host' },
  LAPOR_SMS_PORT: { setting: 'sms', part: 'port', kind: 'number' },
  LAPOR_SMS_SYSTEM_ID: { setting: 'sms', part: 'systemId' },
  LAPOR_SMS_PASSWORD: { setting: 'sms', part: 'password' },
  LAPOR_SMS_SYSTEM_TYPE: { setting: 'sms', part: 'systemType' },
  LAPOR_SMS_TLS: { setting: 'sms', part: 'tls', kind: 'switch' },
  LAPOR_SMS_SOURCE_ADDRESS: { setting: 'sms', part: 'sourceAddress' },
  LAPOR_SMS_KEYWORD: { setting: 'sms', part: 'keyword' },
  LAPOR_SMS_NEWS: { setting: 'sms', part: 'news', kind: 'switch' },
  LAPOR_SMS_SITE: { setting: 'sms', part: 'site' },
  LAPOR_CONNECTOR: { setting: 'connectors', part: 'otherwise' },
  LAPOR_V3_AUTHORIZATION_HEADER: { setting: 'v3', part: 'authorizationHeader' },
  LAPOR_V3_TOKEN_HEADER: { setting: 'v3', part: 'tokenHeader' },
  LAPOR_SP4N_BASE_URL: { setting: 'sp4n', part: 'baseUrl' },
  LAPOR_SP4N_AUTHORIZATION: { setting: 'sp4n', part: 'authorization' },
  LAPOR_SP4N_TOKEN: { setting: 'sp4n', part: 'token' },
  LAPOR_OPEN311_BASE_URL: { setting: 'open311', part: 'baseUrl' },
  LAPOR_OPEN311_API_KEY: { setting: 'open311', part: 'apiKey' },
  LAPOR_FORWARDING_PATIENCE: { setting: 'forwarding', part: 'patience', kind: 'number' },
  LAPOR_FORWARDING_SETTLING: { setting: 'forwarding', part: 'settling', kind: 'number' },
  LAPOR_FORWARDING_POLL_EVERY: { setting: 'forwarding', part: 'pollEvery', kind: 'number' },
  LAPOR_FORWARDING_POLL_AT_LEAST_EVERY: { setting: 'forwarding', part: 'pollAtLeastEvery', kind: 'number' },
  LAPOR_WEBHOOKS_HTTP: { setting: 'webhooks', part: 'http', kind: 'switch' },
  LAPOR_WEBHOOKS_NETWORKS: { setting: 'webhooks', part: 'networks', kind: 'list' },
  LAPOR_WEBHOOKS_PATIENCE: { setting: 'webhooks', part: 'patience', kind: 'number' },
};

/** Reads a text from a flag or the environment as what the setting is. A text that is neither stays one, and the schema refuses it. */
export const readSetting = (text: string, kind: PartVariable['kind']): unknown => {
  if (kind === 'list') return text.split(',').map((part) => part.trim());
  if (kind === 'number') return /^\d{1,10}$/.test(text) ? Number(text) : text;
  if (kind !== 'switch') return text;
  return (
    new Map([
      ['1', true],
      ['true', true],
      ['0', false],
      ['false', false],
    ]).get(text.toLowerCase()) ?? text
  );
};
