/**
 * What `write` keeps of an alert, value by value, in a form in which an alert and what was written of it are the same: said here
 * by what the documentation of `write` promises, and not by the code that does it.
 */
import type {
  CapAlert,
  CapArea,
  CapInfo,
  CapResource,
  Finding,
  NamedValue,
  Stamp,
} from '../../../src/core/cap/index.ts';
import { parseInstant } from '../../../src/core/time/time.ts';

/** Path of an element without its figures, and its value. */
export type Kept = readonly (readonly [path: string, value: unknown])[];

/**
 * `told`: what writing said that it left out, the same for the alert and for what was written, as it may be told of a part of a value
 * only; null where nothing may be left out, as of an alert that is given as it stood.
 */
export function keptOf(alert: CapAlert, told: readonly Finding[] | null): Kept {
  const out = new Values(alert, told);
  const { identifier, sender, status, msgType, scope, source, restriction, addresses, note, incidents } = alert;
  out.words('', { identifier, sender, status, msgType, scope, source, restriction, addresses, note, incidents });
  out.time('sent', alert.sent);
  out.list('code', alert.codes);
  for (const one of alert.references) {
    out.words('references/', { sender: one.sender, identifier: one.identifier });
    out.time('references/sent', { text: one.sent, at: parseInstant(one.sent) });
  }
  for (const [i, info] of alert.infos.entries()) ofInfo(out, info, `info[${i + 1}]`);
  return out.all;
}

function ofInfo(out: Values, info: CapInfo, path: string): void {
  const { event, urgency, severity, audience, senderName, headline, description, instruction, contact } = info;
  out.words(`${path}/`, {
    event,
    urgency,
    severity,
    audience,
    senderName,
    headline,
    description,
    instruction,
    contact,
  });
  const isOld = out.version === '1.0';
  out.words(`${path}/`, {
    certainty: out.mends && isOld && info.certainty === 'Very Likely' ? 'Likely' : info.certainty,
    language: out.mends ? languageOf(info.language) : info.language,
  });
  out.list(`${path}/category`, out.mends && isOld && info.categories.length === 0 ? ['Other'] : info.categories);
  out.list(`${path}/responseType`, info.responseTypes);
  out.pairs(`${path}/eventCode`, info.eventCodes);
  out.pairs(`${path}/parameter`, info.parameters);
  for (const name of ['effective', 'onset', 'expires'] as const) out.time(`${path}/${name}`, info[name]);
  out.address(`${path}/web`, info.web);
  for (const [i, one] of info.resources.entries()) ofResource(out, one, `${path}/resource[${i + 1}]`);
  for (const [i, one] of info.areas.entries()) ofArea(out, one, `${path}/area[${i + 1}]`);
}

function ofResource(
  out: Values,
  { resourceDesc, digest, mimeType, size, uri, derefUri }: CapResource,
  path: string,
): void {
  const noType = out.mends && out.version !== '1.2' && mimeType === null;
  out.words(`${path}/`, { resourceDesc, digest, mimeType: noType ? 'application/octet-stream' : mimeType });
  out.maybe(`${path}/size`, size, plain);
  out.address(`${path}/uri`, uri);
  out.add(`${path}/derefUri`, derefUri?.replace(/\s+/g, '') || null);
}

function ofArea(
  out: Values,
  { areaDesc, polygons, circles, geocodes, altitude, ceiling }: CapArea,
  path: string,
): void {
  out.words(`${path}/`, { areaDesc });
  out.pairs(`${path}/geocode`, geocodes);
  // A place to 12 decimals, which are less than a hair.
  for (const [name, shapes] of Object.entries({ polygon: polygons, circle: circles }))
    for (const { text, shape } of shapes) out.add(`${path}/${name}`, shape ?? plain(text));
  out.maybe(`${path}/altitude`, altitude, Number);
  out.maybe(`${path}/ceiling`, ceiling, Number);
}

/** Characters that XML can't hold are replaced, and so are all that are not ASCII here: what is lost would be a word. */
const plain = (words: string): string => words.replace(/[^\x21-\x7e]+/g, '?').replace(/^\?+|\?+$/g, '');

function languageOf(language: string | null): string | null {
  const tag = language?.replaceAll('_', '-') ?? null;
  return tag === null || /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : 'und';
}

class Values {
  readonly all: (readonly [string, unknown])[] = [];
  readonly version: string;
  readonly mends: boolean;
  readonly #leftOut: ReadonlySet<string>;

  constructor({ version }: CapAlert, told: readonly Finding[] | null) {
    this.version = version;
    this.mends = told !== null;
    const leftOut = (told ?? []).filter(({ code }) => code === 'cap.write.left-out');
    this.#leftOut = new Set(leftOut.map(({ where }) => where.path ?? ''));
  }

  add(path: string, value: unknown): void {
    if (value !== null && value !== '') this.all.push([path.replace(/\[\d+\]/g, ''), value]);
  }

  words(path: string, values: Readonly<Record<string, string | null>>): void {
    for (const [name, value] of Object.entries(values)) this.add(path + name, value === null ? null : plain(value));
  }

  list(path: string, values: readonly string[]): void {
    for (const value of values) this.add(path, `=${plain(value)}`);
  }

  pairs(path: string, pairs: readonly NamedValue[]): void {
    for (const { valueName, value } of pairs) this.add(path, `${plain(valueName)}=${plain(value)}`);
  }

  /** A part of a second is cut off. */
  time(path: string, stamp: Stamp | null): void {
    if (stamp) this.add(path, stamp.at === null ? plain(stamp.text) : Math.floor(stamp.at / 1000));
  }

  /** A value that may be left out when that is told. */
  maybe(path: string, value: string | null, form: (words: string) => unknown): void {
    if (value !== null && !this.#leftOut.has(`/alert/${path}`)) this.add(path, form(value));
  }

  /** What an address may not hold is escaped. */
  address(path: string, value: string | null): void {
    this.maybe(path, value, (words) => plain(words.replace(/%25|%5B|%5D|[%[\]]/g, '?')));
  }
}

/** How two differ, by the first element that does; null when they are the same. */
export function lossOf(before: Kept, after: Kept): string | null {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(12)) : one)) ?? 'nothing';
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [[path, value] = [after[i]?.[0] ?? '', undefined], [otherPath, other] = ['', undefined]] = [
      before[i],
      after[i],
    ];
    if (path === otherPath && text(value) === text(other)) continue;
    return `of ${path}: ${text(value).slice(0, 120)} became ${path === otherPath ? text(other).slice(0, 120) : 'nothing'}`;
  }
  return null;
}
