/** WMO: what weather services and other authorities of the WMO Register of Alerting Authorities agreed on. */
import type { Rule } from '../../rules/rule.ts';
import { inInfos } from '../../rules/standard/walk.ts';
import { clip } from '../../xml/tree.ts';
import type { Profile } from '../profile.ts';
import { type Asker, withDrawnArea, withInfo, withParts, withReferences } from '../shared.ts';

const wmoAsker: Asker = {
  name: 'wmo',
  title: 'the WMO',
  document: 'WMO-No. 1109, Guidelines for Implementation of CAP-Enabled Emergency Alerting (not seen)',
};

const identifiers = 'WMO/TD-No. 1556, Administrative Procedure for Registering WMO Alerting Identifiers (not seen)';

/** 2 joint-iso-itu-t, 49 alerting, 0 WMO; then 1 for alerts (0 for the authorities), and the country in digits. */
const alertArc = /^(?:urn:oid:)?2\.49\.0\.1\.\d{1,3}\.[^\s]+$/i;
const authorityArc = /^(?:urn:oid:)?2\.49\.0\.0(?:\.|$)/i;

const rule = (
  code: string,
  severity: Rule['severity'],
  source: string,
  rest: Pick<Rule, 'asks' | 'why' | 'check'>,
): Rule => ({
  code: `wmo.${code}`,
  judges: 'profile',
  severity,
  source,
  ...rest,
});

const nameRules: readonly Rule[] = [
  rule('identifier.not-oid', 'warning', identifiers, {
    asks: '<identifier> begins with the registered arc of its authority: urn:oid:2.49.0.1, the country, the authority.',
    why: 'Collectors see by it which authority speaks, and no two alerts in the world share one. Take the arc from the WMO Register.',
    check: ({ identifier }, find) => {
      if (identifier !== '' && !alertArc.test(identifier) && !authorityArc.test(identifier))
        find(
          'identifier',
          `“${clip(identifier)}” does not begin with urn:oid:2.49.0.1 and the country; take the arc from the WMO Register.`,
        );
    },
  }),
  rule('identifier.authority', 'info', identifiers, {
    asks: '<identifier> names an alert (2.49.0.1), not an authority (2.49.0.0).',
    why: 'Under 2.49.0.0 stand the authorities themselves. Many services number their alerts there, and nobody takes them for one; where you can, write 1 in the fourth place.',
    check: ({ identifier }, find) => {
      if (authorityArc.test(identifier))
        find(
          'identifier',
          `“${clip(identifier)}” is in the arc of authorities; an alert begins with urn:oid:2.49.0.1.`,
        );
    },
  }),
  rule('identifier.prefix', 'info', identifiers, {
    asks: 'An OID in <identifier> is written as a URN, with urn:oid: before it.',
    why: 'Without it programs take the digits for any other number. Write urn:oid: before them.',
    check: ({ identifier }, find) => {
      if (/^2\.49\.0\./.test(identifier))
        find('identifier', `“${clip(identifier)}” is an OID without urn:oid: before it; write it as a URN.`);
    },
  }),
  rule('sender.form', 'warning', `${wmoAsker.document}, alert, sender`, {
    asks: '<sender> is an address or domain of the authority, or its OID.',
    why: 'Others can check who it is, and nobody else has the same name. A name of one’s own choice may be anybody’s.',
    check: ({ sender }, find) => {
      if (
        sender !== '' &&
        !/^(?:urn:oid:)?2\.49\.0\.\d|^[^\s@]+@[^\s@]+\.[a-z]{2,}$|^(?:https?:\/\/)?[^\s/@]+\.[a-z]{2,}(?:[:/]|$)/i.test(
          sender,
        )
      )
        find('sender', `“${clip(sender)}” is no address, domain or OID of an authority; write one of them.`);
    },
  }),
];

const areaDescribed = rule('areaDesc.missing', 'warning', `${wmoAsker.document}, area, areaDesc`, {
  asks: 'Each area says in words which place it is.',
  why: 'People look for the name of their own place; a drawing alone cannot be read out. Write it.',
  check: inInfos(({ areas }, find) => {
    for (const [i, { areaDesc }] of areas.entries())
      if (areaDesc === '') find(`area[${i + 1}]`, 'This area does not say in words which place it is; add <areaDesc>.');
  }),
});

export const wmo: Profile = {
  name: wmoAsker.name,
  title: 'WMO Register of Alerting Authorities',
  rules: [
    ...nameRules,
    withInfo(wmoAsker, 'warning'),
    withReferences(wmoAsker, 'warning'),
    areaDescribed,
    ...withParts(wmoAsker, 'warning', 'language', 'senderName', 'web', 'contact', 'expires', 'area'),
    withDrawnArea(wmoAsker, 'warning'),
  ],
};
