/** How the text of a setting becomes a value. What is wrong with it is said as the end of "TOCSIN_PORT must be …". */
import { isAbsolute, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';

export interface Wrong {
  readonly must: string;
}
export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && typeof (value as Wrong).must === 'string';

export interface Kind<T> {
  /** Stands for the value in help, such as `FOLDER`. */
  readonly name: string;
  /** `base` is the folder that a relative path starts from. */
  read(text: string, base: string): T | Wrong;
  show(value: T): string;
}

const oneLine = /^[^\p{Cc}\u2028\u2029]+$/u;
const plain = (name: string, must: string, fits: (text: string) => boolean): Kind<string> => ({
  name,
  read: (text) => (fits(text) ? text : { must }),
  show: (value) => value,
});

export const line = (most: number): Kind<string> =>
  plain('TEXT', `one line of at most ${most} characters`, (text) => oneLine.test(text) && text.length <= most);

export const emailAddress = plain(
  'ADDRESS',
  'a mail address such as desk@example.org',
  (text) => text.length <= 254 && /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+$/u.test(text),
);

export const path: Kind<string> = {
  name: 'PATH',
  read: (text, base) => (text.includes('\0') ? { must: 'a path' } : isAbsolute(text) ? text : resolve(base, text)),
  show: (value) => value,
};

export const wholeNumber = (least: number, most: number): Kind<number> => ({
  name: 'NUMBER',
  read(text) {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : { must: `a whole number from ${least} to ${most}` };
  },
  show: String,
});

export const oneOf = (...words: readonly string[]): Kind<string> =>
  plain('WORD', `one of ${words.join(', ')}`, (text) => words.includes(text));

export const url = (example: string, ...protocols: readonly string[]): Kind<string> =>
  plain(
    'URL',
    `an address such as ${example}`,
    (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
  );

/** The desk has no sign-in of its own yet, so it must not be reachable from another machine. */
export const loopbackAddress = plain(
  'ADDRESS',
  'a loopback address (127.0.0.1 or ::1), because the desk can not tell yet who is asking; to reach it from elsewhere use a tunnel such as `ssh -L 8080:127.0.0.1:8080`',
  (text) =>
    ipaddr.isValid(text) &&
    (text.includes(':') || /^\d+(\.\d+){3}$/.test(text)) &&
    ipaddr.parse(text).range() === 'loopback',
);

/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
export const base64Key = plain('KEY', '32 bytes in base64, such as `openssl rand -base64 32` prints', (text) =>
  /^[A-Za-z0-9+/]{43}=$/.test(text),
);

/** Exact `host:port` pairs; an IPv6 address stands in brackets. */
export const hostPorts: Kind<readonly string[]> = {
  name: 'HOST:PORT,…',
  read(text) {
    const hosts = text.split(',').map((host) => host.trim().toLowerCase());
    const fits = hosts.every((host) => {
      const match = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/.exec(host);
      return match !== null && Number(match[1]) >= 1 && Number(match[1]) <= 65_535;
    });
    return fits ? hosts : { must: 'host:port pairs with commas between them, such as relay.internal:25,10.0.0.7:587' };
  },
  show: (value) => value.join(', '),
};
