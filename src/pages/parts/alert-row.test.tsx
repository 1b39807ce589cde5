/** Where an alert is about, in one line. */
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { makeAlert, makeArea, makeInfo, square } from '../../../test/make.ts';
import type { CapArea } from '../../core/cap/model.ts';
import { AreaName } from './alert-row.tsx';

const jalalabad = makeArea(square(34.45, 70.45, 0.05), { areaDesc: 'Jalalabad' });
const named = (...areas: (readonly CapArea[])[]): string => {
  const infos = areas.map((own) => makeInfo({ areas: own }));
  return render(<AreaName alert={makeAlert({ infos })} info={infos[0]} max={80} />).replace(/<[^>]*>/g, '');
};

test.each([
  ['an area', [[jalalabad], []], 'area Jalalabad'],
  ['of another info alone', [[], [jalalabad]], 'an area named for a part of it only: Jalalabad'],
  ['of none', [[], []], 'no area named'],
])('%s', (_, areas, words) => {
  expect(named(...areas)).toBe(words);
});
