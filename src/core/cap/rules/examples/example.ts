/**
 * Examples of rules: for each code a document that breaks the rule and one that keeps it. Tests hold them against the
 * rules, and the documentation prints them. All differ from one alert of ours in as little as can be.
 */

import type { Point } from '../../../geo/shape.ts';
import { namespaces } from '../../layout.ts';
import type { CapVersion } from '../../model.ts';

export interface Example {
  readonly code: string;
  /** Path of the finding in the bad document; null where it is about the file or a place in no element. */
  readonly at: string | null;
  /** A whole document; made by a function where it is not to be printed, being huge or no text at all. */
  readonly bad: string | (() => string | Uint8Array);
  readonly good: string;
}

/** What stands in an element, by name: XML as it is written, once or several times; null leaves the element out. */
export interface Parts {
  readonly [name: string]: Content | readonly Content[];
}
type Content = string | Parts | null;

/** The elements of CAP in the order of its schemas; those of other levels share no names with different places. */
const order = [
  ...['identifier', 'sender', 'sent', 'status', 'msgType', 'password', 'source', 'scope', 'restriction', 'addresses'],
  ...['code', 'note', 'references', 'incidents', 'info', 'language', 'category', 'event', 'responseType', 'urgency'],
  ...['severity', 'certainty', 'audience', 'eventCode', 'effective', 'onset', 'expires', 'senderName', 'headline'],
  ...['description', 'instruction', 'web', 'contact', 'parameter', 'resource', 'resourceDesc', 'mimeType', 'size'],
  ...['uri', 'derefUri', 'digest', 'area', 'areaDesc', 'polygon', 'circle', 'geocode', 'altitude', 'ceiling'],
  ...['valueName', 'value'],
] as const;
const ranks: ReadonlyMap<string, number> = new Map(order.map((name, rank) => [name, rank]));
const rankOf = (name: string): number => ranks.get(name) ?? order.length;

const area = {
  areaDesc: 'Lower town of Mosgiel, between river and railway',
  polygon: '-45.87,170.33 -45.87,170.36 -45.89,170.36 -45.89,170.33 -45.87,170.33',
} satisfies Parts;

const info = {
  language: 'en-NZ',
  category: 'Met',
  event: 'Flood',
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
  expires: '2024-10-04T06:00:00+13:00',
  headline: 'The river will flood the lower town tonight',
  area,
} satisfies Parts;

const alert = {
  identifier: 'flood-2024-17',
  sender: 'warnings@river.example',
  sent: '2024-10-03T18:00:00+13:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  info,
} satisfies Parts;

const resource = {
  resourceDesc: 'Map of the flooded streets',
  mimeType: 'image/png',
  uri: 'https://river.example/map.png',
} satisfies Parts;

/** A reference that names an earlier alert of ours. */
export const earlier = 'warnings@river.example,flood-2024-16,2024-10-03T09:00:00+13:00';

/** Our alert with other parts. */
export const alertWith = (parts: Parts, version: CapVersion = '1.2'): string => write({ ...alert, ...parts }, version);

/** Our alert with other parts of its info, its area, or a resource. */
export const infoWith = (parts: Parts): string => alertWith({ info: { ...info, ...parts } });
export const areaWith = (parts: Parts): string => infoWith({ area: { ...area, ...parts } });
export const resourceWith = (parts: Parts): string => infoWith({ resource: { ...resource, ...parts } });

/** Our info with other parts, for alerts that have several. */
export const anInfo = (parts: Parts): Parts => ({ ...info, ...parts });

/** Where the country is that one example needs; others are told nothing. */
export const countryOf = ({ lat, lon }: Point): string | null =>
  lat > 29 && lat < 39 && lon > 60 && lon < 75 ? 'AF' : null;

export const base: string = alertWith({});

function write(parts: Parts, version: CapVersion): string {
  const [namespace] = [...namespaces].find(([, known]) => known === version) ?? [''];
  return `<alert xmlns="${namespace}">\n${linesOf(parts, '  ').join('\n')}\n</alert>\n`;
}

function linesOf(parts: Parts, indent: string): readonly string[] {
  const names = Object.keys(parts).toSorted((a, b) => rankOf(a) - rankOf(b));
  return names.flatMap((name) => {
    const value = parts[name] ?? null;
    const contents: readonly Content[] = Array.isArray(value) ? value : [value as Content];
    return contents.flatMap((content) => elementOf(name, content, indent));
  });
}

function elementOf(name: string, content: Content, indent: string): readonly string[] {
  if (content === null) return [];
  if (typeof content === 'string') return [`${indent}<${name}>${content}</${name}>`];
  return [`${indent}<${name}>`, ...linesOf(content, `${indent}  `), `${indent}</${name}>`];
}

/** A document with words replaced that it has; that it lacks them is a mistake of ours. */
export function replaced(document: string, words: string, by: string): string {
  if (!document.includes(words)) throw new Error(`an example has no ${words}`);
  return document.replace(words, () => by);
}
