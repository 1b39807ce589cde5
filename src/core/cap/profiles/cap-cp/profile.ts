/** CAP-CP, the profile of Canada: one event and places by its lists, in English and French. */
import type { Rule } from '../../rules/rule.ts';
import { inAreas, inInfos } from '../../rules/standard/walk.ts';
import { clip } from '../../xml/tree.ts';
import type { Profile } from '../profile.ts';
import {
  type Asker,
  eachArea,
  sameEventCodes,
  withCode,
  withDrawnArea,
  withInfo,
  withParts,
  withReferences,
} from '../shared.ts';

/** Beta 0.4 gave up the rule on time zones, since CAP 1.2 has it: alerts in UTC are right here. */
const canada: Asker = {
  name: 'cap-cp',
  title: 'CAP-CP',
  document: 'CAP-CP Introduction and Rule Set, beta 0.4 (rules not seen)',
};

const isEvent = (valueName: string): boolean => valueName.startsWith('profile:CAP-CP:Event:');
const isLocation = (valueName: string): boolean => valueName.startsWith('profile:CAP-CP:Location:');
/** Sea areas have no code of the classification, only one of the weather service. */
const isForecastRegion = (valueName: string): boolean => /^layer:EC[A-Z-]*:[\d.]+:CLC$/.test(valueName);
const isMinorChange = (valueName: string): boolean => /^profile:CAP-CP:[\d.]+:MinorChange$/.test(valueName);

const speaks = (language: string | null, tag: string): boolean =>
  new RegExp(`^${tag}(?:-|$)`, 'i').test(language ?? 'en-US');

const listRules: readonly Rule[] = [
  {
    code: 'cap-cp.eventCode.missing',
    judges: 'profile',
    severity: 'error',
    source: `${canada.document}, info, eventCode`,
    asks: 'Each info has an event code of the list of CAP-CP, named profile:CAP-CP:Event: and its version. Whether the code is in the list is not checked.',
    why: 'Receivers choose by it what they pass on, and in which words of theirs. Add the code.',
    check: inInfos(({ eventCodes }, find) => {
      if (!eventCodes.some(({ valueName, value }) => isEvent(valueName) && value !== ''))
        find('', 'This info has no event code of CAP-CP; add one named profile:CAP-CP:Event:0.4.');
    }),
  },
  {
    code: 'cap-cp.geocode.missing',
    judges: 'profile',
    severity: 'error',
    source: `${canada.document}, area, geocode`,
    asks: 'Each area has a geocode named profile:CAP-CP:Location: and its version; a sea area may have one of the weather service (CLC) instead.',
    why: 'Many receivers know places only by these codes; without one nobody there is told. Add one for each place that the area touches.',
    check: eachArea(
      (geocodes) => geocodes.some(({ valueName }) => isLocation(valueName) || isForecastRegion(valueName)),
      (area) =>
        `“${area}” has no geocode of CAP-CP; add those of the places it touches, named profile:CAP-CP:Location:0.3.`,
    ),
  },
  {
    code: 'cap-cp.geocode.form',
    judges: 'profile',
    severity: 'warning',
    source: 'Standard Geographical Classification of Canada (not seen), as CAP-CP uses it',
    asks: 'A location code of CAP-CP has two digits (province), four (division) or seven (subdivision). Whether the place exists is not checked.',
    why: 'A code in another form is no place, and nobody there is told. Correct it.',
    check: inAreas(({ geocodes }, find) => {
      for (const [i, { valueName, value }] of geocodes.entries())
        if (isLocation(valueName) && !/^(?:\d{2}|\d{4}|\d{7})$/.test(value))
          find(
            `geocode[${i + 1}]/value`,
            `“${clip(value)}” is no location code of two, four or seven digits; correct it.`,
          );
    }),
  },
  {
    code: 'cap-cp.language.both',
    judges: 'profile',
    severity: 'info',
    source: `${canada.document}, info, language`,
    asks: 'A warning is in English and in French, as two infos.',
    why: 'Many receivers pass on only the language of their listeners; the others hear nothing. Add an info in the other language.',
    check: ({ infos }, find) => {
      if (infos.length === 0) return;
      for (const [tag, name] of [
        ['en', 'English'],
        ['fr', 'French'],
      ] as const)
        if (!infos.some(({ language }) => speaks(language, tag))) find('', `No info is in ${name}; add one.`);
    },
  },
  {
    code: 'cap-cp.parameter.minor-change',
    judges: 'profile',
    severity: 'warning',
    source: `${canada.document}, info, parameter`,
    asks: 'The parameter MinorChange stands in an Update.',
    why: 'It lets receivers pass over a change that means nothing new; on a first warning it would silence the warning itself. Leave it out there.',
    check: inInfos(({ parameters }, find, { msgType }) => {
      for (const [i, { valueName, value }] of parameters.entries())
        if (isMinorChange(valueName) && msgType !== 'Update' && value.toLowerCase() !== 'none')
          find(
            `parameter[${i + 1}]`,
            `MinorChange stands in a message that is no Update (${clip(msgType)}); leave it out.`,
          );
    }),
  },
];

export const capCp: Profile = {
  name: canada.name,
  title: 'CAP-CP (Canada)',
  rules: [
    withCode(canada, /^profile:CAP-CP:\d/, 'profile:CAP-CP:0.4'),
    withInfo(canada),
    withReferences(canada),
    sameEventCodes(canada, isEvent),
    ...withParts(canada, 'error', 'area'),
    ...listRules,
    ...withParts(canada, 'warning', 'language', 'expires', 'senderName', 'responseType', 'instruction'),
    withDrawnArea(canada, 'info'),
  ],
};
