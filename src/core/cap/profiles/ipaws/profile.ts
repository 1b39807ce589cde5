/** IPAWS, the warning system of the United States: what it asks of alerts for broadcast, phones and weather radio. */
import type { NamedValue } from '../../model.ts';
import type { Rule } from '../../rules/rule.ts';
import { inInfos } from '../../rules/standard/walk.ts';
import { clip } from '../../xml/tree.ts';
import type { Profile } from '../profile.ts';
import {
  type Asker,
  eachArea,
  localTimes,
  sameCategories,
  sameEventCodes,
  withCode,
  withParts,
  withReferences,
} from '../shared.ts';

const ipawsAsker: Asker = {
  name: 'ipaws',
  title: 'IPAWS',
  document: 'CAP 1.2 USA IPAWS Profile 1.0 (OASIS; document not seen)',
};

/** Originators that the Emergency Alert System knows: 47 CFR 11.31. */
const originators: ReadonlySet<string> = new Set(['EAS', 'CIV', 'WXR', 'PEP']);

const isSame = ({ valueName }: NamedValue): boolean => valueName === 'SAME';

const ignored = (name: 'effective' | 'onset'): Rule => ({
  code: `ipaws.${name}.ignored`,
  judges: 'profile',
  severity: 'info',
  source: `${ipawsAsker.document}, info, ${name}`,
  asks: `<${name}> is left out: an alert takes effect when it is issued.`,
  why: 'It does no harm, but nobody waits for it: the alert goes out at once. Send the alert when it is to be heard.',
  check: inInfos((info, find) => {
    if (info[name] !== null)
      find(name, `<${name}> is ignored by IPAWS, where an alert takes effect when it is issued.`);
  }),
});

const sameRules: readonly Rule[] = [
  {
    code: 'ipaws.eventCode.same',
    judges: 'profile',
    severity: 'error',
    source: `${ipawsAsker.document}, info, eventCode`,
    asks: 'Each info has one event code named SAME, of three capital letters.',
    why: 'Broadcasters and weather radios choose by it what interrupts the programme; without exactly one they stay silent. Write one, such as TOR.',
    check: inInfos(({ eventCodes }, find) => {
      const [first, second] = eventCodes.filter(isSame);
      if (first === undefined)
        find('', 'This info has no event code named SAME, so broadcasters leave it aside; add one, such as TOR.');
      else if (second !== undefined)
        find(
          `eventCode[${eventCodes.indexOf(second) + 1}]`,
          'This info has a second event code named SAME; leave only one.',
        );
      else if (!/^[A-Z]{3}$/.test(first.value))
        find(
          `eventCode[${eventCodes.indexOf(first) + 1}]/value`,
          `“${clip(first.value)}” is no SAME code, which has three capital letters, such as TOR; correct it.`,
        );
    }),
  },
  {
    code: 'ipaws.geocode.same',
    judges: 'profile',
    severity: 'warning',
    source: `${ipawsAsker.document}, area, geocode`,
    asks: 'Each area has a geocode named SAME, of six digits.',
    why: 'Broadcasters and weather radios know places only by it; without one people there do not hear the alert. Add one for each county.',
    check: eachArea(
      (geocodes) => geocodes.some((geocode) => isSame(geocode) && /^\d{6}$/.test(geocode.value)),
      (area) => `“${area}” has no SAME geocode of six digits, so broadcasters there leave the alert aside; add one.`,
    ),
  },
  {
    code: 'ipaws.parameter.no-eas-org',
    judges: 'profile',
    severity: 'info',
    source: `${ipawsAsker.document}, info, parameter`,
    asks: 'An info that is meant for broadcast has a parameter EAS-ORG.',
    why: 'It says who speaks: a broadcaster, a civil authority, the weather service. Broadcast needs it; phones do not. Add it if it is to be broadcast.',
    check: inInfos(({ parameters }, find) => {
      if (!parameters.some(({ valueName }) => valueName === 'EAS-ORG'))
        find('', 'This info has no parameter EAS-ORG; add it if the alert is to be broadcast.');
    }),
  },
  {
    code: 'ipaws.parameter.eas-org',
    judges: 'profile',
    severity: 'warning',
    source: '47 CFR 11.31 (not seen)',
    asks: 'The parameter EAS-ORG is EAS, CIV, WXR or PEP.',
    why: 'Equipment of broadcasters knows no other originator and refuses the alert. Write one of the four.',
    check: inInfos(({ parameters }, find) => {
      for (const [i, { valueName, value }] of parameters.entries())
        if (valueName === 'EAS-ORG' && !originators.has(value))
          find(
            `parameter[${i + 1}]/value`,
            `“${clip(value)}” is no originator of broadcasts; write EAS, CIV, WXR or PEP.`,
          );
    }),
  },
];

export const ipaws: Profile = {
  name: ipawsAsker.name,
  title: 'IPAWS 1.0 (United States)',
  rules: [
    withCode(ipawsAsker, /^IPAWSv1\.0$/, 'IPAWSv1.0'),
    withReferences(ipawsAsker),
    sameCategories(ipawsAsker),
    sameEventCodes(ipawsAsker),
    ...withParts(ipawsAsker, 'error', 'expires', 'area'),
    ...withParts(ipawsAsker, 'warning', 'description', 'instruction'),
    ...sameRules,
    ignored('effective'),
    ignored('onset'),
    ...localTimes(ipawsAsker, 'warning', 'sent', 'expires'),
  ],
};
