/** Rules about the area element: what it draws, and between which heights. The form of rings has a file of its own. */
import type { CapArea } from '../../model.ts';
import { clip } from '../../xml/tree.ts';
import type { Find, Rule } from '../rule.ts';
import { inAreas } from './walk.ts';

/** Far beyond any danger that a circle was ever drawn around; mostly metres where kilometres are asked. */
const maxRadiusKilometers = 2000;

const number = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** null when it is absent or no number; the schema judges its form. */
const feet = (written: string | null): number | null =>
  written !== null && number.test(written) ? Number(written) : null;

function findNegative(area: CapArea, find: Find): void {
  for (const name of ['altitude', 'ceiling'] as const)
    if ((feet(area[name]) ?? 0) < 0)
      find(name, `<${name}> is below the sea (${clip(area[name] ?? '')} feet); check that this is meant.`);
}

export const areaRules: readonly Rule[] = [
  {
    code: 'cap.area.unplaced',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, area',
    asks: 'An area has a polygon, a circle or a geocode beside its description.',
    why: 'A description alone is for readers: no program can tell who is inside, so nobody is told because of it. Draw the area.',
    check: inAreas(({ polygons, circles, geocodes, areaDesc }, find) => {
      if (polygons.length + circles.length + geocodes.length === 0)
        find(
          '',
          `“${clip(areaDesc)}” has no polygon, circle or geocode, so no program can tell who is inside; draw it.`,
        );
    }),
  },
  {
    code: 'cap.area.geocode-only',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, area, geocode',
    asks: 'An area with a geocode has a polygon or circle too, where that is possible.',
    why: 'Only receivers who have the list of these codes can place them. Draw the area as well.',
    check: inAreas(({ polygons, circles, geocodes, areaDesc }, find) => {
      if (geocodes.length > 0 && polygons.length + circles.length === 0)
        find(
          '',
          `“${clip(areaDesc)}” is given by codes alone, which only those can place who have the list; draw it as well.`,
        );
    }),
  },
  {
    code: 'cap.circle.zero-radius',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, area, circle',
    asks: 'A circle has a radius above 0, unless the danger is at one point alone.',
    why: 'A radius of 0 is allowed and covers a point: nobody beside it is told. Give the radius of the danger in kilometres.',
    check: inAreas(({ circles }, find) => {
      circles.forEach(({ shape }, i) => {
        if (shape?.kind === 'circle' && shape.radiusMeters === 0)
          find(
            `circle[${i + 1}]`,
            'The radius is 0, so the circle covers one point and nobody around it; give the radius in kilometres.',
          );
      });
    }),
  },
  {
    code: 'cap.circle.vast',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, area, circle',
    asks: 'The radius of a circle is in kilometres.',
    why: 'A radius over 2,000 km covers a continent, and mostly metres were written. People far away would be told. Check the unit.',
    check: inAreas(({ circles }, find) => {
      circles.forEach(({ shape }, i) => {
        if (shape?.kind === 'circle' && shape.radiusMeters > maxRadiusKilometers * 1000)
          find(`circle[${i + 1}]`, `The radius is ${shape.radiusMeters / 1000} km; check that metres were not meant.`);
      });
    }),
  },
  {
    code: 'cap.ceiling.without-altitude',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, area, ceiling',
    asks: '<ceiling> stands only beside <altitude>.',
    why: 'It is the upper end of a range, and without the lower one nobody knows which heights are meant. Add the altitude.',
    check: inAreas(({ altitude, ceiling }, find) => {
      if (ceiling !== null && altitude === null)
        find('ceiling', '<ceiling> stands without <altitude>, so the range has no lower end; add the altitude.');
    }),
  },
  {
    code: 'cap.ceiling.below-altitude',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, area, altitude and ceiling',
    asks: '<ceiling> is not below <altitude>.',
    why: 'A range that ends below its beginning holds no height at all. Mostly the two were swapped; correct them.',
    check: inAreas(({ altitude, ceiling }, find) => {
      const [low, high] = [feet(altitude), feet(ceiling)];
      if (low !== null && high !== null && high < low)
        find(
          'ceiling',
          `<ceiling> (${clip(ceiling ?? '')} feet) is below <altitude> (${clip(altitude ?? '')} feet); correct them.`,
        );
    }),
  },
  {
    code: 'cap.altitude.negative',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, area, altitude and ceiling',
    asks: 'Heights are feet above mean sea level, rarely below it.',
    why: 'A height below the sea is right at the Dead Sea and wrong nearly everywhere else. Check sign and unit.',
    check: inAreas(findNegative),
  },
];
