/** What a drawn map shows of the land beside countries: lines between their divisions, towns by name. From assets/map/still.json. */
import { boxOfRing, type Corner, type StillGround, type StillTown } from '../borders.ts';
import type { LabelLanguage } from '../labels.ts';

interface Stored {
  readonly attribution: string;
  readonly grid: number;
  readonly lines: readonly (readonly number[])[];
  readonly towns: readonly (readonly [number, number, 0 | 1, StillTown['names']])[];
}

/** Throws on anything but the asset that scripts/data/basemap.ts makes. */
export function readStillGround(json: string): StillGround {
  const { attribution, grid, lines, towns } = JSON.parse(json) as Stored;
  return {
    attribution,
    lines: lines.map((steps) => {
      let [x, y] = [0, 0];
      const line: Corner[] = [];
      for (let n = 0; n < steps.length; n += 2) {
        x += steps[n] ?? 0;
        y += steps[n + 1] ?? 0;
        line.push([x * grid, y * grid]);
      }
      return { line, box: boxOfRing(line) };
    }),
    towns: towns.map(([lon, lat, capital, names]) => ({ at: [lon, lat], isCapital: capital === 1, names })),
  };
}

/** Its name in that language, or what stands in for it. */
export const nameOf = ({ names }: StillTown, { keys }: LabelLanguage): string =>
  keys.map((key) => names[key]).find((name) => name !== undefined) ?? '';

/** Letters written from right to left: Arabic with its supplements, Hebrew. */
export const isRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
