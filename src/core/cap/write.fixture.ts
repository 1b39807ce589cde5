/** Alerts for tests of reading and writing: any that the model can hold. */
import fc from 'fast-check';
import { parseCircle, parsePolygon } from '../geo/parse.ts';
import { parseInstant } from '../time/time.ts';
import * as model from './model.ts';

/** Any text a file could have held, awkward characters among it; trimmed, as the model says. */
const awkward = fc.constantFrom(
  '<',
  '&',
  '>',
  '"',
  "'",
  ']]>',
  '\r\n',
  '\r',
  '\t',
  '\u0000',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '\uD800',
  '😀',
  'ښ',
  '&amp;',
  '<![CDATA[',
  '<!--',
  '\uFEFF',
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'binary' }) }, { weight: 1, arbitrary: awkward }), {
    maxLength: 6,
  })
  .map((parts) => parts.join('').trim());
/** Trimming may uncover nothing at the ends only: what XML can't hold is replaced before it is read and trimmed. */
const words = text.filter((value) => value !== '');
const optional = fc.option(words, { nil: null });
const word = fc.stringMatching(/^[a-z0-9@.:-]{1,12}$/);

/** Times in all the forms that reading understands. */
const time: fc.Arbitrary<model.Stamp> = fc
  .record({
    at: fc.date({ min: new Date(0), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true }),
    length: fc.constantFrom(16, 19, 19, 23),
    zone: fc.constantFrom('Z', 'z', '-00:00', '+00:00', '+04:30', '-1000'),
  })
  .map(({ at, length, zone }) => at.toISOString().slice(0, length) + zone)
  .map((written) => ({ text: written, at: parseInstant(written) }));
const noTime = words.map((written) => ({ text: written, at: parseInstant(written) }));
const pair = fc.record({ valueName: text, value: text });
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });

const coordinate = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -limit * 1e8, max: limit * 1e8 }).map((value) => value / 1e8);
/** With exponents, signs and zeros as programs write them. */
const written = (value: number): fc.Arbitrary<string> =>
  fc.constantFrom(String(value), value.toFixed(3), value.toExponential(), value.toFixed(1).replace('0.', '.'));
const pointText = fc
  .tuple(coordinate(90).chain(written), coordinate(180).chain(written), fc.constantFrom(',', ' , ', ',\n'))
  .map(([lat, lon, comma]) => `${lat}${comma}${lon}`);
const ring = fc.array(pointText, { minLength: 3, maxLength: 5 }).map((points) => [...points, points[0]].join(' '));
const disc = fc.tuple(pointText, fc.nat()).map(([center, radius]) => `${center} ${radius}`);

/** Extensions as readCap gives them: one namespace to a prefix, text never beside text. */
const prefixes = fc.constantFrom(
  ['', 'urn:default'],
  ['', ''],
  ['a', 'urn:a'],
  ['ds', 'http://www.w3.org/2000/09/xmldsig#'],
  ['q', 'urn:"quoted" & <odd>'],
);
const attribute = fc.constantFrom(
  ['', ''],
  ['a', 'urn:a'],
  ['b', 'urn:b'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
);
const named = (prefix: string, local: string): string => (prefix === '' ? local : `${prefix}:${local}`);
const { element } = fc.letrec<{ element: model.XmlElement }>((tie) => ({
  element: fc
    .record({
      prefix: prefixes,
      local: fc.constantFrom('Signature', 'note', 'x-1'),
      attributes: fc.uniqueArray(fc.tuple(attribute, fc.constantFrom('lang', 'id'), text), {
        maxLength: 3,
        selector: ([[prefix], local]) => `${prefix}:${local}`,
      }),
      children: fc.array(fc.oneof({ maxDepth: 2 }, words, tie('element')), { maxLength: 3 }),
    })
    .map(({ prefix: [prefix = '', namespace = ''], local, attributes, children }) => ({
      name: named(prefix, local),
      namespace,
      attributes: attributes.map(([[p = '', n = ''], name, value]) => ({ name: named(p, name), namespace: n, value })),
      children: children.filter((child, i) => typeof child !== 'string' || typeof children[i - 1] !== 'string'),
    })),
}));

/** The namespace is the one that the schema lets stand; what is inside is free. */
const signature = element.map(({ attributes, children }) => ({
  name: 'ds:Signature',
  namespace: 'http://www.w3.org/2000/09/xmldsig#',
  attributes,
  children,
}));

const address = fc.constantFrom(
  'https://a.example/b?c=%20#d',
  'map.png',
  'https://a.example/[b]%zz',
  'mailto:a@b.example',
);
const feet = fc.constantFrom('1000', '-12.5', '.5', '+3.');

/**
 * Any alerts. `fit`: values are of their types, and extensions stand where the schema lets them; `free`: any text in any place.
 * `sound`: free, but for what reading calls an error.
 */
export function alertsOf(kind: 'fit' | 'free' | 'sound'): fc.Arbitrary<model.CapAlert> {
  const sound = kind === 'sound';
  const stamp = sound ? time : fc.oneof(time, noTime);
  const moment = fc.option(stamp, { nil: null });
  const said = sound ? word : text;
  const polygon = (sound ? ring : fc.oneof(ring, text)).map((words) => ({
    text: words,
    shape: parsePolygon(words).shape,
  }));
  const circle = (sound ? disc : fc.oneof(disc, text)).map((words) => ({
    text: words,
    shape: parseCircle(words).shape,
  }));
  const typed = (values: fc.Arbitrary<string>): fc.Arbitrary<string | null> =>
    kind === 'fit' ? fc.option(values, { nil: null }) : fc.option(fc.oneof(values, words), { nil: null });
  const misplaced = kind === 'fit' ? fc.constant([]) : few(element);

  const area: fc.Arbitrary<model.CapArea> = fc.record({
    areaDesc: said,
    polygons: few(polygon),
    circles: few(circle),
    geocodes: few(pair),
    altitude: typed(feet),
    ceiling: typed(feet),
    extra: misplaced,
  });
  const resource: fc.Arbitrary<model.CapResource> = fc.record({
    resourceDesc: said,
    mimeType: sound ? word : optional,
    size: typed(fc.constantFrom('0', '48213', '-1')),
    uri: typed(address),
    derefUri: typed(fc.constantFrom('aGVsbG8=', 'aGVs\n  bG8=', 'aGVsbG8')),
    digest: optional,
    extra: misplaced,
  });
  const listed = (list: readonly string[]): fc.Arbitrary<string> =>
    sound ? fc.constantFrom(...list) : fc.oneof(fc.constantFrom(...list), text);
  const info: fc.Arbitrary<model.CapInfo> = fc.record({
    language: typed(fc.constantFrom('en', 'pt-BR', 'en_US', 'zh-Hant-TW')),
    categories: fc.array(listed(model.categories), { minLength: sound ? 1 : 0, maxLength: 3 }),
    event: said,
    responseTypes: few(listed(model.responseTypes)),
    urgency: listed(model.urgencies),
    severity: listed(model.severities),
    certainty: listed(model.certainties),
    audience: optional,
    eventCodes: few(pair),
    effective: moment,
    onset: moment,
    expires: moment,
    senderName: optional,
    headline: optional,
    description: optional,
    instruction: optional,
    web: typed(address),
    contact: optional,
    parameters: few(pair),
    resources: few(resource),
    areas: few(area),
    extra: misplaced,
  });
  return fc.record({
    version: fc.constant('1.2' as const),
    identifier: words,
    sender: words,
    sent: stamp,
    status: listed(model.statuses).filter((value) => value !== ''),
    msgType: listed(model.msgTypes).filter((value) => value !== ''),
    scope: listed(model.scopes).filter((value) => value !== ''),
    source: optional,
    restriction: optional,
    addresses: optional,
    codes: few(text),
    note: optional,
    references: few(fc.record({ sender: word, identifier: word, sent: word })),
    incidents: optional,
    infos: few(info),
    extra: kind === 'fit' ? few(signature) : few(element),
    at: fc.constant({}),
  });
}

/** The meaning: without places, times as moments, shapes as numbers, and what XML can't hold replaced. */
export function meaning(alert: model.CapAlert | undefined): unknown {
  const { at: _, version: __, ...rest } = alert ?? {};
  return JSON.parse(JSON.stringify(rest, (key, value) => meant(key, value)));
}

function meant(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    if (key === 'derefUri') return value.replace(/\s/g, '');
    if (key === 'language') return value.replaceAll('_', '-');
    if (key === 'uri' || key === 'web') return value.replace('/[b]%zz', '/%5Bb%5D%25zz');
    return Array.from(value, replaced).join('');
  }
  const { at, shape } = (value ?? {}) as { at?: number; shape?: object };
  if (typeof at === 'number') return { moment: Math.floor(at / 1000) };
  return shape ? { shape } : value;
}

function replaced(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 && character !== '\t' && character !== '\n' && character !== '\r';
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || surrogate || code === 0xfffe || code === 0xffff ? '\uFFFD' : character;
}
