/** Examples of the rules of the schemas: one each for those that stand alone, and families over the names of elements. */
import {
  alertWith,
  anInfo,
  areaWith,
  base,
  type Example,
  earlier,
  infoWith,
  type Parts,
  replaced,
  resourceWith,
} from './example.ts';

const event = '<event>Flood</event>';
const category = '<category>Met</category>';
const depth = infoWith({ parameter: { valueName: 'depth', value: '1.2 m' } });

const single: readonly Example[] = [
  {
    code: 'cap.element.order',
    at: '/alert/info[1]/category[1]',
    bad: replaced(replaced(base, `    ${category}\n`, ''), event, `${event}\n    ${category}`),
    good: base,
  },
  { code: 'cap.element.unknown', at: '/alert/info[1]/depth', bad: infoWith({ depth: '1.2 m' }), good: depth },
  {
    code: 'cap.element.foreign',
    at: '/alert/depth',
    bad: replaced(base, '</info>', '</info>\n  <r:depth xmlns:r="https://river.example/ns">1.2 m</r:depth>'),
    good: depth,
  },
  {
    code: 'cap.element.nested',
    at: '/alert/info[1]/description',
    bad: infoWith({ description: 'Leave the <b>lower town</b>.' }),
    good: infoWith({ description: 'Leave the lower town.' }),
  },
  {
    code: 'cap.text.stray',
    at: '/alert/info[1]',
    bad: replaced(base, category, `${category} and Safety`),
    good: infoWith({ category: ['Met', 'Safety'] }),
  },
  {
    code: 'cap.attribute.unknown',
    at: '/alert/info[1]/event/@lang',
    bad: replaced(base, '<event>', '<event lang="en">'),
    good: base,
  },
];

type With = (parts: Parts) => string;

const rangeWith: With = (parts) => areaWith({ altitude: '0', ...parts });
const geocodeWith: With = (parts) => areaWith({ geocode: { valueName: 'SAME', value: '006017', ...parts } });
const oldAlertWith: With = (parts) => alertWith({ info: anInfo({}), ...parts }, '1.0');

/** For each element what holds it, and something that it may say. */
const elements: readonly (readonly [path: string, holder: With, values: Readonly<Record<string, string>>])[] = [
  [
    '/alert',
    alertWith,
    {
      identifier: 'flood-2024-17',
      sender: 'warnings@river.example',
      sent: '2024-10-03T18:00:00+13:00',
      status: 'Actual',
      msgType: 'Alert',
      source: 'Gauge at the weir',
      scope: 'Public',
      restriction: 'Crews of the fire service',
      addresses: 'duty@hospital.example',
      note: 'Second warning of this storm',
      references: earlier,
      incidents: 'october-storm',
    },
  ],
  ['/alert', oldAlertWith, { password: 'river' }],
  [
    '/alert/info[1]',
    infoWith,
    {
      language: 'en-NZ',
      category: 'Met',
      event: 'Flood',
      responseType: 'Prepare',
      urgency: 'Expected',
      severity: 'Severe',
      certainty: 'Likely',
      audience: 'Who lives in the lower town',
      effective: '2024-10-03T18:00:00+13:00',
      onset: '2024-10-03T22:00:00+13:00',
      expires: '2024-10-04T06:00:00+13:00',
      senderName: 'River Office',
      headline: 'The river will flood the lower town tonight',
      description: 'Up to one metre of water in the streets.',
      instruction: 'Leave before nine and go to the school on Quarry Hill.',
      web: 'https://river.example/flood',
      contact: 'Duty desk, 555 0117',
    },
  ],
  [
    '/alert/info[1]/resource[1]',
    resourceWith,
    {
      resourceDesc: 'Map of the flooded streets',
      mimeType: 'image/png',
      size: '48213',
      uri: 'https://river.example/map.png',
      derefUri: 'iVBORw0KGgo=',
      digest: '4c4b6a3be1314ab86138bef4314dde022e600960',
    },
  ],
  ['/alert/info[1]/area[1]', areaWith, { areaDesc: 'Lower town', altitude: '0' }],
  ['/alert/info[1]/area[1]', rangeWith, { ceiling: '300' }],
  ['/alert/info[1]/area[1]/geocode[1]', geocodeWith, { valueName: 'SAME', value: '006017' }],
];

/** `good` and `bad` say what stands in the element, given something that it may say. */
const family = (
  fault: string,
  names: readonly string[],
  bad: (value: string, name: string) => Parts[string],
  good: (value: string) => Parts[string] = (value) => value,
): readonly Example[] =>
  elements.flatMap(([path, holder, values]) =>
    Object.entries(values)
      .filter(([name]) => names.includes(name))
      .map(([name, value]) => ({
        code: `cap.${name}.${fault}`,
        at: `${path}/${name}${fault !== 'missing' && repeating.includes(name) ? '[1]' : ''}`,
        bad: holder({ [name]: bad(value, name) }),
        good: holder({ [name]: good(value) }),
      })),
  );

/** Those that may stand more than once; the others can be repeated wrongly. */
const repeating = ['category', 'responseType'];

const names = elements.flatMap(([, , values]) => Object.keys(values));
const mandatory = [
  ...['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'category', 'event', 'urgency', 'severity'],
  ...['certainty', 'resourceDesc', 'mimeType', 'areaDesc', 'valueName', 'value'],
];
const listed = ['status', 'msgType', 'scope', 'category', 'responseType', 'urgency', 'severity', 'certainty'];
const times = ['sent', 'effective', 'onset', 'expires'];

/** The same moments as many senders write them. */
const zulu: Readonly<Record<string, string>> = {
  sent: '2024-10-03T05:00:00Z',
  effective: '2024-10-03T05:00:00Z',
  onset: '2024-10-03T09:00:00Z',
  expires: '2024-10-03T17:00:00Z',
};

/** What an element with a type may not say. */
const untyped: Readonly<Record<string, string>> = {
  language: 'en_NZ',
  web: 'https://river.example/flood%zz',
  size: '48 kB',
  uri: 'https://river.example/map%zz.png',
  altitude: 'sea level',
  ceiling: '300 ft',
};

export const schemaExamples: readonly Example[] = [
  ...single,
  ...family('missing', mandatory, () => null),
  ...family(
    'repeated',
    names.filter((name) => !repeating.includes(name)),
    (value) => [value, value],
  ),
  ...family('not-in-list', listed, (value) => value.toLowerCase()),
  ...family('form', times, (_, name) => zulu[name] ?? null),
  ...family('no-offset', times, (value) => value.replace('+13:00', '')),
  ...family('unreadable', times, () => 'Thursday, six in the evening'),
  ...family('type', Object.keys(untyped), (_, name) => untyped[name] ?? null),
];
