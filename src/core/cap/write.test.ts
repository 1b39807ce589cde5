/** Writing CAP: what is written reads back as the same alert. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCircle, parsePolygon } from '../geo/parse.ts';
import { parseInstant } from '../time/time.ts';
import * as model from './model.ts';
import { readCap } from './read.ts';
import { writeCap } from './write.ts';

type Alert = model.CapAlert;
const reread = (alert: Alert) => readCap(new TextEncoder().encode(writeCap(alert)));

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

const stamp: fc.Arbitrary<model.Stamp> = fc.oneof(
  fc
    .record({
      at: fc.date({ min: new Date(0), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true }),
      zone: fc.constantFrom('Z', '-00:00', '+00:00', '+04:30', '-10:00'),
    })
    .map(({ at, zone }) => at.toISOString().slice(0, 19) + zone)
    .map((written) => ({ text: written, at: parseInstant(written) })),
  words.map((written) => ({ text: written, at: parseInstant(written) })),
);
const moment = fc.option(stamp, { nil: null });
const pair = fc.record({ valueName: text, value: text });
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });

const coordinate = (limit: number): fc.Arbitrary<number> => fc.double({ min: -limit, max: limit, noNaN: true });
const pointText = fc.tuple(coordinate(90), coordinate(180)).map(([lat, lon]) => `${lat},${lon}`);
const polygon: fc.Arbitrary<model.CapShape> = fc
  .oneof(
    fc.array(pointText, { minLength: 3, maxLength: 5 }).map((points) => [...points, points[0]].join(' ')),
    text,
  )
  .map((written) => ({ text: written, shape: parsePolygon(written).shape }));
const circle: fc.Arbitrary<model.CapShape> = fc
  .oneof(
    fc.tuple(pointText, fc.nat()).map(([center, radius]) => `${center} ${radius}`),
    text,
  )
  .map((written) => ({ text: written, shape: parseCircle(written).shape }));

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
const extra = few(element);

const area: fc.Arbitrary<model.CapArea> = fc.record({
  areaDesc: text,
  polygons: few(polygon),
  circles: few(circle),
  geocodes: few(pair),
  altitude: optional,
  ceiling: optional,
  extra,
});
const resource: fc.Arbitrary<model.CapResource> = fc.record({
  resourceDesc: text,
  mimeType: optional,
  size: optional,
  uri: optional,
  derefUri: optional,
  digest: optional,
  extra,
});
const listed = (list: readonly string[]): fc.Arbitrary<string> => fc.oneof(fc.constantFrom(...list), text);
const info: fc.Arbitrary<model.CapInfo> = fc.record({
  language: optional,
  categories: few(listed(model.categories)),
  event: text,
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
  web: optional,
  contact: optional,
  parameters: few(pair),
  resources: few(resource),
  areas: few(area),
  extra,
});
const alert: fc.Arbitrary<Alert> = fc.record({
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
  extra,
  at: fc.constant({}),
});

/** The meaning: without places, times in one writing of UTC, and what XML can't hold replaced. */
function meaning(alert: Alert | undefined): unknown {
  const { at: _, version: __, ...rest } = alert ?? {};
  return JSON.parse(
    JSON.stringify(rest, (_key, value) => {
      if (typeof value === 'string') return Array.from(value, replaced).join('');
      if (typeof value?.text === 'string' && typeof value.at === 'number')
        return { ...value, text: value.text.replace(/Z$/, '-00:00') };
      return value;
    }),
  );
}

function replaced(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 && character !== '\t' && character !== '\n' && character !== '\r';
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || surrogate || code === 0xfffe || code === 0xffff ? '\uFFFD' : character;
}

test('any alert reads back with its meaning', () => {
  fc.assert(
    fc.property(alert, (original) => {
      expect(meaning(reread(original).alerts[0])).toEqual(meaning(original));
    }),
    { numRuns: 400 },
  );
});

test('what is written is stable: writing what was read gives the same text', () => {
  fc.assert(
    fc.property(alert, (original) => {
      const [again] = reread(original).alerts;
      expect(again && writeCap(again)).toBe(writeCap(original));
    }),
    { numRuns: 100 },
  );
});

test('the form is canonical: order of the schema, two spaces, UTC as -00:00', () => {
  const { alerts } = readCap(
    new TextEncoder().encode(
      '<c:alert xmlns:c="urn:oasis:names:tc:emergency:cap:1.1" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
        '<c:scope>Public</c:scope><c:msgType>Cancel</c:msgType><c:status>Actual</c:status><c:sent>2024-01-02T03:04:05Z</c:sent>' +
        '<c:note>a&#13;&lt;b</c:note><c:sender>s</c:sender><c:identifier>i</c:identifier><ds:Signature Id="1"><ds:V/></ds:Signature>' +
        '<c:references>s,h,2024-01-01T03:04:05-00:00</c:references></c:alert>',
    ),
  );
  expect(alerts[0] && writeCap(alerts[0])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>i</identifier>
  <sender>s</sender>
  <sent>2024-01-02T03:04:05-00:00</sent>
  <status>Actual</status>
  <msgType>Cancel</msgType>
  <scope>Public</scope>
  <note>a&#13;&lt;b</note>
  <references>s,h,2024-01-01T03:04:05-00:00</references>
  <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="1"><ds:V/></ds:Signature>
</alert>
`);
});
