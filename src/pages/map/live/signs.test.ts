/** Signs stand beside their places and over no other; twelve at most; what has no room is a dot. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnMap, onMap, type SignBox, type Stand, signed, standsOf } from './signs.ts';

const at = (x: number, y: number): SignBox => ({ x, y, wide: 100, high: 30 });
const box = ({ x, y, wide, high }: SignBox, { offset: [dx, dy] }: Stand) => ({
  ...{ left: x + dx - wide / 2, right: x + dx + wide / 2 },
  ...{ top: y + dy - high / 2, bottom: y + dy + high / 2 },
});

describe('signs', () => {
  test('one stands beside its place, and the next beside it where the first leaves room', () => {
    const [first, second] = standsOf([at(200, 150), at(200, 150)], 560, 424);
    expect(first).toEqual({ offset: [56, 0], leader: 0 });
    expect(second).toEqual({ offset: [-56, 0], leader: 0 });
  });

  test('thirty in one place never lie on each other: some are led to, the rest are dots', () => {
    const stands = standsOf(
      Array.from({ length: 30 }, () => at(280, 212)),
      560,
      424,
    );
    const shown = stands.filter((one) => one !== null);
    expect(shown.length).toBeGreaterThan(6);
    expect(shown.length).toBeLessThanOrEqual(signed);
    expect(shown.filter(({ leader }) => leader > 0).length).toBeGreaterThan(0);
    expect(stands.slice(signed).every((one) => one === null)).toBe(true);
  });

  test('a line is as long as the way from its sign to its place', () => {
    for (const stand of standsOf(
      Array.from({ length: 12 }, () => at(280, 212)),
      560,
      424,
    ))
      if (stand && stand.leader > 0) expect(Math.abs(stand.offset[1])).toBeCloseTo(stand.leader + 15);
  });

  test('what lies outside the map takes no room on it', () => {
    expect(standsOf([at(-300, 100), at(200, 150)], 560, 424)).toEqual([null, { offset: [56, 0], leader: 0 }]);
  });

  test('of any signs, those that are shown are whole and apart', () => {
    const one = fc.record({
      x: fc.integer({ min: -50, max: 600 }),
      y: fc.integer({ min: -50, max: 500 }),
      wide: fc.integer({ min: 30, max: 180 }),
      high: fc.integer({ min: 28, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (signs) => {
        const boxes = standsOf(signs, 560, 424).flatMap((stand, n) =>
          stand && signs[n] ? [box(signs[n], stand)] : [],
        );
        for (const [n, a] of boxes.entries()) {
          expect(a.left > 0 && a.right < 560 && a.top > 0 && a.bottom < 424).toBe(true);
          for (const b of boxes.slice(n + 1))
            expect(a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom).toBe(true);
        }
      }),
    );
  });
});

test('what lies beyond 85 degrees is not on the map that moves', () => {
  expect(isOnMap([-180, -90, 180, -89])).toBe(false);
  expect(isOnMap([-180, 86, 180, 90])).toBe(false);
  expect(isOnMap([-180, -90, 180, -80])).toBe(true);
  expect([onMap(-89.5), onMap(34)]).toEqual([-85.05, 34]);
});
