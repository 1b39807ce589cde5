/**
 * MeteoAlarm, the warnings of Europe’s weather services: a colour and a kind for each warning, and regions by code. Its document
 * was not seen.
 */
import type { CapInfo, NamedValue } from '../../model.ts';
import type { Rule } from '../../rules/rule.ts';
import { inAreas, inInfos } from '../../rules/standard/walk.ts';
import { clip } from '../../xml/tree.ts';
import type { Profile } from '../profile.ts';
import { type Asker, withInfo, withParts, withReferences } from '../shared.ts';

const services: Asker = { name: 'meteoalarm', title: 'MeteoAlarm', document: 'MeteoAlarm CAP profile (not seen)' };

/** By number: the colour, and the severity of CAP that goes with it. */
const levels = ['green; Minor', 'yellow; Moderate', 'orange; Severe', 'red; Extreme'];

/** By number; 11 is not in use. Services write them in capitals or not. */
const types: ReadonlyMap<string, string> = new Map([
  ...([
    ['1', 'wind'],
    ['2', 'snow-ice'],
    ['3', 'thunderstorm'],
    ['4', 'fog'],
    ['5', 'high-temperature'],
  ] as const),
  ...([
    ['6', 'low-temperature'],
    ['7', 'coastalevent'],
    ['8', 'forest-fire'],
    ['9', 'avalanches'],
    ['10', 'rain'],
  ] as const),
  ...([
    ['12', 'flooding'],
    ['13', 'rain-flood'],
  ] as const),
]);

const partsOf = (value: string): readonly string[] => value.split(';').map((part) => part.trim());

/** The parameter of this name and its place in the info. */
function parameterOf({ parameters }: CapInfo, name: string): readonly [NamedValue | null, path: string] {
  const at = parameters.findIndex(({ valueName }) => valueName === name);
  return [parameters[at] ?? null, `parameter[${at + 1}]/value`];
}

const rule = (
  code: string,
  severity: Rule['severity'],
  element: string,
  rest: Pick<Rule, 'asks' | 'why' | 'check'>,
): Rule => ({
  code: `meteoalarm.${code}`,
  judges: 'profile',
  severity,
  source: `${services.document}, ${element}`,
  ...rest,
});

/** The number and severity of a level that is written as asked, else null. */
function levelOf(value: string): { readonly severity: string } | null {
  const [number = '', ...rest] = partsOf(value);
  const level = /^[1-4]$/.test(number) ? (levels[Number(number) - 1] ?? '') : '';
  if (level === '' || rest.join('; ').toLowerCase() !== level.toLowerCase()) return null;
  return { severity: partsOf(level)[1] ?? '' };
}

const awarenessRules: readonly Rule[] = [
  rule('awareness-level.missing', 'warning', 'info, parameter awareness_level', {
    asks: 'Each info has a parameter awareness_level.',
    why: 'The colour of the map comes from it; without one the warning stays off the map. Add it, such as 3; orange; Severe.',
    check: inInfos((info, find) => {
      if (parameterOf(info, 'awareness_level')[0] === null)
        find('', 'This info has no parameter awareness_level, so it has no colour; add it, such as 3; orange; Severe.');
    }),
  }),
  rule('awareness-level.form', 'warning', 'info, parameter awareness_level', {
    asks: 'awareness_level is 1; green; Minor, 2; yellow; Moderate, 3; orange; Severe or 4; red; Extreme.',
    why: 'A level that contradicts itself can be shown in any colour. Write one of the four as it stands.',
    check: inInfos((info, find) => {
      const [level, path] = parameterOf(info, 'awareness_level');
      if (level !== null && levelOf(level.value) === null)
        find(path, `“${clip(level.value)}” is no level; write number, colour and severity, such as 3; orange; Severe.`);
    }),
  }),
  rule('awareness-level.severity', 'warning', 'info, parameter awareness_level', {
    asks: 'The severity in awareness_level is that of <severity>.',
    why: 'Receivers of CAP go by the one, the map by the other, and people are told two things. Make them the same.',
    check: inInfos((info, find) => {
      const [level, path] = parameterOf(info, 'awareness_level');
      const said = level === null ? null : levelOf(level.value);
      if (said !== null && info.severity !== '' && said.severity !== info.severity)
        find(path, `The level says ${said.severity}, <severity> says “${clip(info.severity)}”; make them the same.`);
    }),
  }),
  rule('awareness-type.missing', 'warning', 'info, parameter awareness_type', {
    asks: 'Each info has a parameter awareness_type.',
    why: 'The sign on the map comes from it; without one nobody sees which danger it is. Add it, such as 1; Wind.',
    check: inInfos((info, find) => {
      if (parameterOf(info, 'awareness_type')[0] === null)
        find('', 'This info has no parameter awareness_type, so it has no sign on the map; add it, such as 1; Wind.');
    }),
  }),
  rule('awareness-type.unknown', 'warning', 'info, parameter awareness_type', {
    asks: 'awareness_type is the number and name of a kind of danger, such as 1; Wind. Kinds that came later may be missing here.',
    why: 'A kind that receivers do not know is shown without a sign, or not at all. Compare it with the list of MeteoAlarm.',
    check: inInfos((info, find) => {
      const [type, path] = parameterOf(info, 'awareness_type');
      if (type === null) return;
      const [number = '', name = '', ...more] = partsOf(type.value);
      if (more.length > 0 || name === '' || types.get(number) !== name.toLowerCase())
        find(
          path,
          `“${clip(type.value)}” is no kind of danger that is known here; compare it with the list of MeteoAlarm.`,
        );
    }),
  }),
];

const placeRules: readonly Rule[] = [
  rule('area.unplaced', 'warning', 'area, polygon and geocode', {
    asks: 'Each area is drawn, or has a geocode named EMMA_ID or one of the European regions (NUTS).',
    why: 'The map colours regions by these codes; an area without stays white. Add the code of the region.',
    check: inAreas(({ polygons, circles, geocodes, areaDesc }, find) => {
      const isPlaced = geocodes.some(
        ({ valueName, value }) => /^(?:EMMA_ID|NUTS[0-3]?)$/.test(valueName) && value !== '',
      );
      if (!isPlaced && polygons.length + circles.length === 0)
        find('', `“${clip(areaDesc)}” is not drawn and has no EMMA_ID; add the code of the region.`);
    }),
  }),
  rule('geocode.form', 'warning', 'area, geocode EMMA_ID', {
    asks: 'An EMMA_ID is the two letters of a country and three digits, such as AT108. Whether the region exists is not checked.',
    why: 'A code in another form is no region of the map, and nobody there is warned. Correct it.',
    check: inAreas(({ geocodes }, find) => {
      for (const [i, { valueName, value }] of geocodes.entries())
        if (valueName === 'EMMA_ID' && !/^[A-Z]{2}\d{3}$/.test(value))
          find(
            `geocode[${i + 1}]/value`,
            `“${clip(value)}” is no EMMA_ID, which is two letters and three digits; correct it.`,
          );
    }),
  }),
  rule('language.no-english', 'warning', 'info, language', {
    asks: 'One info is in English, beside those in the languages of the country.',
    why: 'Travellers read it on the map of all Europe. Add an info in English.',
    check: ({ infos }, find) => {
      if (infos.length > 0 && !infos.some(({ language }) => /^en(?:-|$)/i.test(language ?? 'en-US')))
        find('', 'No info is in English; add one for travellers.');
    },
  }),
];

export const meteoalarm: Profile = {
  name: services.name,
  title: 'MeteoAlarm (Europe)',
  rules: [
    withInfo(services, 'warning'),
    withReferences(services, 'warning'),
    ...awarenessRules,
    ...placeRules,
    ...withParts(services, 'warning', 'language', 'expires', 'area', 'onset', 'headline', 'description'),
  ],
};
