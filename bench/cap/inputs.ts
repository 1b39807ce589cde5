/** What the CAP benchmark reads: real alerts beside the repository, else our samples; and made ones of any size. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const real = join(root, '../shared/data/cap/alerts');
const longest = 20_000;

/** Made faster by looking at `known`; `held out` is for seeing whether that holds for others, and is looked into by nobody. */
export const sets = ['known', 'held out'] as const;
export type SetName = (typeof sets)[number];

export interface Documents {
  readonly name: string;
  /** Of all bytes, so that two runs can be told to be of the same. */
  readonly sha256: string;
  readonly bytes: readonly Uint8Array[];
}

/** Those under 20 kB, of one set: their own hash says which they are in, so that none ever changes sides. */
export function documents(set: SetName): Documents {
  const isReal = existsSync(real);
  const pattern = isReal ? join(real, '*.xml') : join(root, 'src/sources/cap-file/samples/*/input.cap.xml');
  const all = globSync(pattern)
    .toSorted()
    .map((file) => new Uint8Array(readFileSync(file)));
  const isHeldOut = (one: Uint8Array): boolean => (createHash('sha256').update(one).digest()[0] ?? 0) % 2 === 1;
  const bytes = all.filter((one) => one.length < longest && isHeldOut(one) === (set === 'held out'));
  const hash = createHash('sha256');
  for (const one of bytes) hash.update(one);
  return { name: isReal ? 'real alerts' : 'samples', sha256: hash.digest('hex').slice(0, 16), bytes };
}

export interface Parts {
  readonly headline?: string;
  readonly description?: string;
  readonly references?: string;
  readonly polygon?: string;
  /** Elements of other namespaces, at the end of the info. */
  readonly extra?: string;
}

const ring = '10,10 10,11 11,11 11,10 10,10';

export function alertOf({
  headline = 'x',
  description = 'x',
  references = '',
  polygon = ring,
  extra = '',
}: Parts): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>bench-1</identifier><sender>bench@river.example</sender><sent>2024-10-03T18:00:00+13:00</sent>
<status>Actual</status><msgType>${references === '' ? 'Alert' : 'Update'}</msgType><scope>Public</scope>
${references === '' ? '' : `<references>${references}</references>`}
<info><language>en-NZ</language><category>Met</category><event>Flood</event><urgency>Expected</urgency>
<severity>Severe</severity><certainty>Likely</certainty><expires>2024-10-04T06:00:00+13:00</expires>
<headline>${headline}</headline><description>${description}</description>
<area><areaDesc>Lower town</areaDesc><polygon>${polygon}</polygon></area>${extra}</info></alert>
`);
}

/** A closed ring of a wavy outline that does not meet itself, with `count` points. */
export function wavyRing(count: number, decimals = 6): string {
  const pointAt = (i: number): string => {
    const turn = (2 * Math.PI * i) / (count - 1);
    const radius = 5 + Math.sin(turn * 50);
    return `${(radius * Math.cos(turn)).toFixed(decimals)},${(radius * Math.sin(turn)).toFixed(decimals)}`;
  };
  const points = Array.from({ length: count - 1 }, (_, i) => pointAt(i));
  return [...points, points[0]].join(' ');
}

/** A closed ring that meets itself everywhere: a star of half a turn to each point, of an odd count a line there and back. */
export function crossingRing(count: number, decimals = 6): string {
  const points = Array.from({ length: count - 1 }, (_, i) => {
    const turn = (2 * Math.PI * i * Math.floor(count / 2)) / (count - 1);
    return `${(5 * Math.cos(turn)).toFixed(decimals)},${(5 * Math.sin(turn)).toFixed(decimals)}`;
  });
  return [...points, points[0]].join(' ');
}

/** A closed ring whose edges all lie beside each other over one axis, which is the worst for sweeping along that axis. */
export function combRing(count: number, axis: 'lat' | 'lon'): string {
  const point = (across: number, along: number): string =>
    axis === 'lat' ? `${across},${along.toFixed(6)}` : `${along.toFixed(6)},${across}`;
  const teeth = Array.from({ length: count - 3 }, (_, i) => point(i % 2 === 0 ? 0 : 10, i / 1_000));
  return [...teeth, point(-1, (count - 3) / 1_000), point(-1, 0), teeth[0]].join(' ');
}

/** Large alerts of 41,009 points in 1 MB, as large ones are: with nine decimals. */
export const large: Readonly<Record<string, () => Uint8Array>> = {
  'a plain ring': () => alertOf({ polygon: wavyRing(41_009, 9) }),
  'a ring that meets itself': () => alertOf({ polygon: crossingRing(41_009, 9) }),
};

/** Inputs that grow in one way, by `n`. */
export const growing: Readonly<Record<string, (n: number) => Uint8Array>> = {
  points: (n) => alertOf({ polygon: wavyRing(n * 6_000) }),
  'self-intersections': (n) => alertOf({ polygon: crossingRing(n * 6_000) }),
  'comb by latitude': (n) => alertOf({ polygon: combRing(n * 6_000, 'lat') }),
  'comb by longitude': (n) => alertOf({ polygon: combRing(n * 6_000, 'lon') }),
  elements: (n) => alertOf({ extra: '<x:e xmlns:x="urn:x">a</x:e>'.repeat(n * 4_000) }),
  attributes: (n) =>
    alertOf({ extra: `<x:e xmlns:x="urn:x" ${Array.from({ length: n * 6_000 }, (_, i) => `a${i}="b"`).join(' ')}/>` }),
  text: (n) => alertOf({ description: 'The river rises and will flood the lower town tonight. '.repeat(n * 8_000) }),
  'types of many prefixes': (n) =>
    alertOf({
      extra: Array.from(
        { length: n * 1_000 },
        (_, i) => `<contact xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="p${i}:string">x</contact>`,
      ).join(''),
    }),
  'joined documents': (n) => new TextEncoder().encode('<a>x</a>'.repeat(n * 1_000)),
  references: (n) =>
    alertOf({
      references: Array.from(
        { length: n * 2_000 },
        (_, i) => `bench@river.example,bench-${i + 2},2024-10-03T09:00:00+13:00`,
      ).join(' '),
    }),
};
