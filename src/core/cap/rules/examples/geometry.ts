/** Examples of the rules about how shapes are drawn, and about latitude and longitude exchanged. */
import { alertWith, anInfo, areaWith, base, type Example, type Parts } from './example.ts';

const at = '/alert/info[1]/area[1]/polygon[1]';
const drawn = (code: string, polygon: string, good = base): Example => ({
  code: `cap.polygon.${code}`,
  at,
  bad: areaWith({ polygon }),
  good,
});

const inKabul = (shape: Parts): string =>
  alertWith({
    sender: 'warnings@flood.gov.af',
    info: anInfo({ area: { areaDesc: 'The river bank in Kabul', ...shape } }),
  });

export const geometryExamples: readonly Example[] = [
  drawn('crossing', '-45.87,170.33 -45.89,170.36 -45.87,170.36 -45.89,170.33 -45.87,170.33'),
  drawn(
    'touching',
    '-45.87,170.33 -45.88,170.35 -45.87,170.36 -45.89,170.36 -45.88,170.35 -45.89,170.33 -45.87,170.33',
    areaWith({
      polygon: [
        '-45.87,170.33 -45.88,170.35 -45.89,170.33 -45.87,170.33',
        '-45.87,170.36 -45.89,170.36 -45.88,170.35 -45.87,170.36',
      ],
    }),
  ),
  drawn('spike', '-45.87,170.33 -45.87,170.36 -45.87,170.39 -45.87,170.36 -45.89,170.36 -45.89,170.33 -45.87,170.33'),
  drawn('point-twice', '-45.87,170.33 -45.87,170.36 -45.87,170.36 -45.89,170.33 -45.87,170.33'),
  drawn('flat', '-45.87,170.33 -45.87,170.36 -45.87,170.34 -45.87,170.33'),
  {
    code: 'cap.polygon.swapped',
    at,
    bad: inKabul({ polygon: '69.1,34.5 69.1,34.6 69.2,34.6 69.2,34.5 69.1,34.5' }),
    good: inKabul({ polygon: '34.5,69.1 34.6,69.1 34.6,69.2 34.5,69.2 34.5,69.1' }),
  },
  {
    code: 'cap.circle.swapped',
    at: '/alert/info[1]/area[1]/circle[1]',
    bad: inKabul({ circle: '69.1,34.5 3' }),
    good: inKabul({ circle: '34.5,69.1 3' }),
  },
  {
    code: 'cap.shapes.unseen',
    at: '/alert/info[1]/area[1]/circle[2001]',
    bad: () => inKabul({ circle: Array<string>(2001).fill('34.5,69.1 3') }),
    good: inKabul({ circle: '34.5,69.1 3' }),
  },
];
