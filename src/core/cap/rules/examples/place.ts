/** Examples of the rules about resources and areas. */
import { areaWith, base, type Example, resourceWith } from './example.ts';

const ring = '-45.87,170.33 -45.87,170.36 -45.89,170.36 -45.89,170.33';
const withCircle = (circle: string): string => areaWith({ polygon: null, circle });
const circle = withCircle('-45.88,170.35 2.5');

const resource = resourceWith({});
const file = 'iVBORw0KGgo=';

/** A closed ring with more points than are read. */
const manyPoints = (): string => areaWith({ polygon: `${'1,1 '.repeat(1_000_001)}1,1` });

export const placeExamples: readonly Example[] = [
  {
    code: 'cap.mimeType.form',
    at: '/alert/info[1]/resource[1]/mimeType',
    bad: resourceWith({ mimeType: 'PNG picture' }),
    good: resource,
  },
  {
    code: 'cap.mimeType.case',
    at: '/alert/info[1]/resource[1]/mimeType',
    bad: resourceWith({ mimeType: 'Image/PNG' }),
    good: resource,
  },
  {
    code: 'cap.size.negative',
    at: '/alert/info[1]/resource[1]/size',
    bad: resourceWith({ size: '-1' }),
    good: resourceWith({ size: '48213' }),
  },
  {
    code: 'cap.uri.form',
    at: '/alert/info[1]/resource[1]/uri',
    bad: resourceWith({ uri: 'https://river.example/map of today.png' }),
    good: resourceWith({ uri: 'https://river.example/map%20of%20today.png' }),
  },
  {
    code: 'cap.uri.relative',
    at: '/alert/info[1]/resource[1]/uri',
    bad: resourceWith({ uri: 'maps/today.png' }),
    good: resource,
  },
  { code: 'cap.resource.nowhere', at: '/alert/info[1]/resource[1]', bad: resourceWith({ uri: null }), good: resource },
  {
    code: 'cap.derefUri.not-base64',
    at: '/alert/info[1]/resource[1]/derefUri',
    bad: resourceWith({ uri: 'map.png', derefUri: 'iVBORw0KG' }),
    good: resourceWith({ uri: 'map.png', derefUri: file }),
  },
  {
    code: 'cap.digest.unreadable',
    at: '/alert/info[1]/resource[1]/digest',
    bad: resourceWith({ digest: 'sha1:4c4b6a3be1314ab86138bef4314dde022e600960' }),
    good: resourceWith({ digest: '4c4b6a3be1314ab86138bef4314dde022e600960' }),
  },
  {
    code: 'cap.digest.sha-256',
    at: '/alert/info[1]/resource[1]/digest',
    bad: resourceWith({ digest: '0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543' }),
    good: resourceWith({ digest: '4c4b6a3be1314ab86138bef4314dde022e600960' }),
  },
  { code: 'cap.area.unplaced', at: '/alert/info[1]/area[1]', bad: areaWith({ polygon: null }), good: base },
  {
    code: 'cap.area.geocode-only',
    at: '/alert/info[1]/area[1]',
    bad: areaWith({ polygon: null, geocode: { valueName: 'SAME', value: '006017' } }),
    good: areaWith({ geocode: { valueName: 'SAME', value: '006017' } }),
  },
  {
    code: 'cap.circle.zero-radius',
    at: '/alert/info[1]/area[1]/circle[1]',
    bad: withCircle('-45.88,170.35 0'),
    good: circle,
  },
  {
    code: 'cap.circle.vast',
    at: '/alert/info[1]/area[1]/circle[1]',
    bad: withCircle('-45.88,170.35 2500'),
    good: circle,
  },
  {
    code: 'cap.ceiling.without-altitude',
    at: '/alert/info[1]/area[1]/ceiling',
    bad: areaWith({ ceiling: '9000' }),
    good: areaWith({ altitude: '2000', ceiling: '9000' }),
  },
  {
    code: 'cap.ceiling.below-altitude',
    at: '/alert/info[1]/area[1]/ceiling',
    bad: areaWith({ altitude: '9000', ceiling: '2000' }),
    good: areaWith({ altitude: '2000', ceiling: '9000' }),
  },
  {
    code: 'cap.altitude.negative',
    at: '/alert/info[1]/area[1]/altitude',
    bad: areaWith({ altitude: '-2000' }),
    good: areaWith({ altitude: '2000' }),
  },
  { code: 'cap.polygon.empty', at: '/alert/info[1]/area[1]/polygon[1]', bad: areaWith({ polygon: '' }), good: base },
  {
    code: 'cap.polygon.not-numbers',
    at: '/alert/info[1]/area[1]/polygon[1]',
    bad: areaWith({ polygon: '45.87S 170.33E 45.87S 170.36E' }),
    good: base,
  },
  {
    code: 'cap.polygon.out-of-range',
    at: '/alert/info[1]/area[1]/polygon[1]',
    bad: areaWith({ polygon: '170.33,-45.87 170.36,-45.87 170.36,-45.89 170.33,-45.87' }),
    good: base,
  },
  {
    code: 'cap.polygon.too-few-points',
    at: '/alert/info[1]/area[1]/polygon[1]',
    bad: areaWith({ polygon: '-45.87,170.33 -45.87,170.36 -45.87,170.33' }),
    good: base,
  },
  { code: 'cap.polygon.too-many-points', at: '/alert/info[1]/area[1]/polygon[1]', bad: manyPoints, good: base },
  {
    code: 'cap.polygon.not-closed',
    at: '/alert/info[1]/area[1]/polygon[1]',
    bad: areaWith({ polygon: ring }),
    good: base,
  },
  {
    code: 'cap.polygon.antimeridian',
    at: '/alert/info[1]/area[1]/polygon[1]',
    bad: areaWith({ polygon: '-18,178 -16,178 -16,-178 -18,-178 -18,178' }),
    good: areaWith({
      polygon: ['-18,178 -16,178 -16,180 -18,180 -18,178', '-18,-180 -16,-180 -16,-178 -18,-178 -18,-180'],
    }),
  },
  { code: 'cap.circle.empty', at: '/alert/info[1]/area[1]/circle[1]', bad: withCircle(''), good: circle },
  {
    code: 'cap.circle.not-numbers',
    at: '/alert/info[1]/area[1]/circle[1]',
    bad: withCircle('-45.88,170.35'),
    good: circle,
  },
  {
    code: 'cap.circle.out-of-range',
    at: '/alert/info[1]/area[1]/circle[1]',
    bad: withCircle('170.35,-45.88 2.5'),
    good: circle,
  },
];
