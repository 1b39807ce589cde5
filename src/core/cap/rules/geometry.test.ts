/** What the rules about drawn rings say of one, to the figure: which point, how heavy it weighs, and whose rule it is. */
import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { areaWith } from './examples/example.ts';
import { rules } from './index.ts';

const found = (polygon: string): readonly string[] =>
  check(new TextEncoder().encode(areaWith({ polygon }))).alerts.flatMap(({ findings }) =>
    findings
      .filter(({ code }) => code.startsWith('cap.polygon.'))
      .map(({ code, severity, message }) => `${severity} ${code}: ${message.split(/[;.] /)[0]}`),
  );

test.each([
  [
    '-45,170 -45,171 -46,170 -46,171 -45,170',
    'warning cap.polygon.crossing: The edge from point 2 to 3 and that from point 4 to 5 cross at -45.5,170.5',
  ],
  [
    '-45,170 -45,172 -45,175 -45,172 -47,172 -47,170 -45,170',
    'info cap.polygon.spike: At point 3 (-45,175) the outline turns back on its own line',
  ],
  [
    '-45,170 -45,171 -45,171 -46,171 -45,170',
    'info cap.polygon.point-twice: Point 3 (-45,171) is the same place as the one before',
  ],
  [
    '-45,170 -45,171 -45,172 -45,170',
    'warning cap.polygon.flat: All points of this polygon lie on one line, so it encloses nothing',
  ],
  ['-45,170 -45,171 -46,171 -46,170 -45,170', null],
])('%s', (polygon, said) => {
  expect(found(polygon)).toEqual(said === null ? [] : [said]);
});

test('all of them stand on what the standard says of a polygon, and only two are warnings', () => {
  const drawn = ['crossing', 'touching', 'spike', 'point-twice', 'flat'].map((name) => `cap.polygon.${name}`);
  const told = rules.filter(({ code }) => drawn.includes(code));
  expect(told.map(({ code, severity, judges, source }) => [code, severity, judges, source])).toEqual(
    drawn.map((code) => {
      const isWarning = /crossing|flat/.test(code);
      return [code, isWarning ? 'warning' : 'info', 'spec', 'CAP 1.2, area, polygon'];
    }),
  );
});
