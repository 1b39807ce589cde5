import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConfigReading, flagOf, readConfig, type Sources, settingList } from './config.ts';
import { settingsHelp, settingsMarkdown, settingsNow } from './settings/text.ts';

const key = `${'A'.repeat(43)}=`;

function read(given: Partial<Omit<Sources, 'readFile'>> & { file?: string }): ConfigReading {
  const readFile = (): string | { refused: string } => given.file ?? { refused: 'No such file.' };
  return readConfig({ flags: {}, env: {}, home: '/opt/tocsin', here: '/srv/here', ...given, readFile });
}
const messages = (reading: ConfigReading): string[] => reading.findings.map(({ message }) => message);

describe('settings', () => {
  test('defaults need nothing and are absolute', () => {
    const { config, findings, origins } = read({});
    expect(findings).toEqual([]);
    expect(config).toEqual({
      data: '/opt/tocsin/var',
      port: 8080,
      listen: '127.0.0.1',
      databaseUrl: null,
      key: null,
      keyFile: '/opt/tocsin/var/master.key',
      smtpUrl: null,
      mailFrom: 'tocsin@localhost',
      deskName: 'Tocsin desk',
      deskEmail: null,
      privateHosts: null,
      heartbeatUrl: null,
      tellHours: 24,
      positionHours: 72,
      logLevel: 'info',
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  test('a flag goes before the environment, that before the file, that before the default', () => {
    const env = { TOCSIN_CONFIG: 'desk.json', TOCSIN_PORT: '2', TOCSIN_TELL_HOURS: '2' };
    const file = '{"port": 3, "tellHours": "3", "positionHours": 3, "privateHosts": ["A.example:25", "[::1]:26"]}';
    const { config, origins } = read({ flags: { port: '1' }, env, file });
    expect(config).toMatchObject({ port: 1, tellHours: 2, positionHours: 3, mailFrom: 'tocsin@localhost' });
    expect(config?.privateHosts).toEqual(['a.example:25', '[::1]:26']);
    expect(origins).toMatchObject({
      port: 'flag',
      tellHours: 'environment',
      positionHours: 'file',
      mailFrom: 'default',
    });
  });

  test('relative paths start where whoever wrote them stands', () => {
    expect(read({ flags: { data: 'd' } }).config).toMatchObject({
      data: '/srv/here/d',
      keyFile: '/srv/here/d/master.key',
    });
    expect(read({ env: { TOCSIN_DATA: '../d' } }).config?.data).toBe('/srv/d');
    expect(read({ env: { TOCSIN_CONFIG: '/etc/tocsin/desk.json' }, file: '{"data":"d"}' }).config?.data).toBe(
      '/etc/tocsin/d',
    );
  });

  test('an empty variable is one that is not set', () => {
    expect(read({ env: { DATABASE_URL: '', TOCSIN_PORT: '' } }).config).toMatchObject({
      databaseUrl: null,
      port: 8080,
    });
  });

  test('all that is wrong is said at once, with what it must be', () => {
    const reading = read({
      flags: { 'position-hours': '0' },
      env: { TOCSIN_PORT: '65536', TOCSIN_LISTEN: '0.0.0.0', TOCSIN_DESK_EMAIL: 'nobody', TOCSIN_LOG_LEVEL: 'loud' },
    });
    expect(reading.config).toBeNull();
    expect(messages(reading)).toEqual([
      'TOCSIN_PORT must be a whole number from 0 to 65535, not "65536".',
      expect.stringMatching(
        /^TOCSIN_LISTEN must be a loopback address .* can not tell yet who is asking.*, not "0\.0\.0\.0"\.$/,
      ),
      'TOCSIN_DESK_EMAIL must be a mail address such as desk@example.org, not "nobody".',
      '--position-hours must be a whole number from 1 to 8760, not "0".',
      'TOCSIN_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, not "loud".',
    ]);
  });

  test.each(['localhost', '::', '10.0.0.1', '::ffff:127.0.0.1', '127.1', '2130706433', '169.254.1.1', ''])(
    'the desk does not listen on %j',
    (listen) => expect(read({ flags: { listen } }).config).toBeNull(),
  );
  test.each(['127.0.0.1', '127.9.8.7', '::1'])('the desk may listen on %j', (listen) =>
    expect(read({ flags: { listen } }).config?.listen).toBe(listen),
  );

  test('mail headers can not be smuggled in', () => {
    expect(read({ env: { TOCSIN_MAIL_FROM: 'a@b.org\r\nBcc: c@d.org' } }).config).toBeNull();
    expect(read({ env: { TOCSIN_DESK_NAME: 'Desk\nBcc: c@d.org' } }).config).toBeNull();
  });

  test.each([
    ['{"prot": 1}', '/srv/here/f sets "prot", which is no setting (did you mean port?).'],
    ['{"toString": 1}', '/srv/here/f sets "toString", which is no setting.'],
    ['{"port": true}', '"port" in /srv/here/f must be a text or a number.'],
    ['[]', '/srv/here/f must hold one JSON object, such as {"port": 8081}.'],
    [`{"key": "${key}"`, '/srv/here/f must hold one JSON object, such as {"port": 8081}.'],
    ['{"port": "x"}', '"port" in /srv/here/f must be a whole number from 0 to 65535, not "x".'],
  ])('the file %s is refused', (file, message) => {
    const reading = read({ flags: { config: 'f' }, file });
    expect(reading.config).toBeNull();
    expect(messages(reading)).toEqual([message]);
  });

  test('a file that is named and not there is an error', () => {
    expect(read({ flags: { config: 'f' } })).toMatchObject({
      config: null,
      findings: [{ code: 'config.file.unreadable' }],
    });
  });

  test('a variable that nobody reads is pointed out and stops nothing', () => {
    const reading = read({ env: { TOCSIN_PRT: '1', TOCSIN_LONG: '1', PATH: '/bin' } });
    expect(messages(reading)).toEqual(['TOCSIN_PRT is set and nobody reads it (did you mean TOCSIN_PORT?).']);
    expect(reading.config?.port).toBe(8080);
  });

  test('a key beside a key file is pointed out', () => {
    const reading = read({ env: { TOCSIN_KEY: key, TOCSIN_KEY_FILE: '/k' } });
    expect(reading).toMatchObject({ config: { key }, findings: [{ severity: 'warning', code: 'config.both-keys' }] });
  });

  test('no text at all makes the reader throw', () => {
    const names = settingList.map(([, one]) => one.env);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary' }), fc.json(), (name, text, file) => {
        const reading = read({ env: { [name]: text, TOCSIN_CONFIG: 'f' }, file });
        return (reading.config === null) === reading.findings.some(({ severity }) => severity === 'error');
      }),
    );
  });
});

describe('secrets', () => {
  const secret = 'hunter2-hunter2';
  const env = {
    TOCSIN_KEY: `${secret}!`,
    DATABASE_URL: `mysql://u:${secret}@h/db`,
    TOCSIN_SMTP_URL: `ftp://u:${secret}@h`,
    TOCSIN_HEARTBEAT_URL: `gopher://${secret}`,
  };

  test('have no flag', () => {
    const secrets = settingList.filter(([, one]) => one.secret).map(([name]) => name);
    expect(secrets).toEqual(['databaseUrl', 'key', 'smtpUrl', 'heartbeatUrl']);
    expect(secrets.map(flagOf)).toEqual([null, null, null, null]);
  });

  test('stay out of what is said when they are wrong', () => {
    const reading = read({ env });
    expect(reading.findings).toHaveLength(4);
    expect(JSON.stringify(reading.findings)).not.toContain(secret);
  });

  test('show as set or not set', () => {
    const good = {
      DATABASE_URL: `postgres://u:${secret}@h/db`,
      TOCSIN_SMTP_URL: `smtp://u:${secret}@h`,
      TOCSIN_KEY: key,
    };
    const shown = settingsNow(read({ env: good }));
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(key);
    expect(shown).toMatch(/^ {2}DATABASE_URL +set \(environment\)$/m);
    expect(shown).toMatch(/^ {2}TOCSIN_HEARTBEAT_URL +not set: nobody notices/m);
    expect(shown).toMatch(/^ {2}TOCSIN_PORT +8080 \(default\)$/m);
  });
});

describe('what is written of the settings', () => {
  test('docs/settings.md is fresh (npm run settings writes it)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8')).toBe(settingsMarkdown());
  });
  test('the help names each, and each that may be unset says what that means', () => {
    for (const [, one] of settingList) {
      expect(settingsHelp()).toContain(one.env);
      expect(one.default === null).toBe(one.unset !== undefined);
    }
  });
});
