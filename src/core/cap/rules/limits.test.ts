/** Limits of this reader, and files that hold no CAP: nobody may take either for a fault that the alert does not have. */
import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { alertWith, base } from './examples/example.ts';

const of = (document: string) => check(new TextEncoder().encode(document));
const within = (inside: string): string => base.replace('</info>', `</info>${inside}`);

test('an alert with more references than are read keeps its verdicts', () => {
  const references = Array.from({ length: 1001 }, (_, i) => `ops,r${i},2024-10-03T09:00:00+13:00`).join(' ');
  const [alert] = of(alertWith({ msgType: 'Update', references })).alerts;
  expect(alert?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid', spec: 'valid' });
  expect(alert?.findings.map(({ code, severity }) => [code, severity])).toEqual([['cap.references.too-many', 'error']]);
  expect(alert?.counts).toMatchObject({ error: 1, limit: 1 });
});

test.each([
  ['xml.too-many-elements', within('<x/>'.repeat(250_001))],
  ['xml.too-deep', within('<x>'.repeat(70) + '</x>'.repeat(70))],
  ['cap.too-large', base + ' '.repeat(16 * 1024 * 1024)],
])('%s: whether it is XML to its end nobody can say', (code, document) => {
  const { xml, alerts, findings } = of(document);
  expect([xml, alerts]).toEqual([null, []]);
  expect(findings.map((one) => [one.code, one.severity])).toEqual([[code, 'error']]);
});

test('a fault before the limit is a fault', () => {
  expect(of(`${base}${within('<x>'.repeat(70))}`).xml).toBe('invalid');
});

test('well-formed XML that is no CAP is valid XML, and refused', () => {
  const { xml, alerts, findings } = of(base.replace('emergency:cap:1.2', 'emergency:cap:9'));
  expect([xml, alerts]).toEqual(['valid', []]);
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['cap.namespace.unknown', 'error']]);
  expect(of('<warning/>').xml).toBe('valid');
});

describe('each fault is counted once, whoever finds it, also past the last one that is listed', () => {
  const faulty: Readonly<Record<string, (info: string) => string>> = {
    'cap.severity.not-in-list': (info) => info.replace('>Severe<', '>severe<'),
    'cap.expires.form': (info) =>
      info.replace(/(<certainty>.*?<\/certainty>)/, '$1<expires>2024-10-04T09:00:00Z</expires>'),
    'cap.event.missing': (info) => info.replace(/<event>.*?<\/event>/, ''),
    'cap.element.unknown': (info) => info.replace('</area>', '<foo>1</foo></area>'),
  };
  const info =
    '<info><category>Met</category><event>Storm</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty><area><areaDesc>Here</areaDesc></area></info>';
  const counted = (infos: string, code: string) => {
    const [alert] = of(alertWith({ info: null }).replace('</alert>', `${infos}</alert>`)).alerts;
    const more = alert?.findings.find(({ message }) => message.endsWith(`more of ${code} are not listed.`))?.message;
    return { errors: alert?.counts.error, listed: alert?.findings.filter((one) => one.code === code).length, more };
  };

  test.each(Object.keys(faulty).flatMap((code) => [49, 50, 51, 200].map((many) => [code, many] as const)))(
    '%s, %i times',
    (code, many) => {
      const more = many > 50 ? `${many - 50} more of ${code} are not listed.` : undefined;
      expect(counted((faulty[code]?.(info) ?? '').repeat(many), code)).toEqual({
        errors: many,
        listed: Math.min(many, 50),
        more,
      });
    },
  );

  test('faults that only reading sees among those that the schema sees too', () => {
    const without = faulty['cap.event.missing']?.(info) ?? '';
    const empty = info.replace('>Storm<', '><');
    const mixed = without.repeat(30) + empty.repeat(60);
    expect(counted(mixed, 'cap.event.missing')).toMatchObject({ errors: 90, listed: 50 });
  });
});
