/** Google Public Alerts: what it asks of alerts that are to be shown in search, on maps and on phones. */
import type { Rule } from '../../rules/rule.ts';
import { inAreas, inInfos } from '../../rules/standard/walk.ts';
import type { Profile } from '../profile.ts';
import {
  type Asker,
  localTimes,
  sameCategories,
  sameEventCodes,
  sameEvents,
  withDrawnArea,
  withInfo,
  withParts,
  withReferences,
} from '../shared.ts';

const googleAsker: Asker = {
  name: 'google',
  title: 'Google',
  document: 'Google Public Alerts CAP 1.0 and its guide (seen in part)',
};

/** Google’s validator of version 1.0 refuses an info without one. */
const validator: Asker = {
  ...googleAsker,
  document: 'Google Public Alerts CAP 1.0 (not seen; the present guide only recommends it)',
};

const maxHeadline = 140;
const maxEvent = 35;

const rule = (
  code: string,
  severity: Rule['severity'],
  element: string,
  rest: Pick<Rule, 'asks' | 'why' | 'check'>,
): Rule => ({
  code: `google.${code}`,
  judges: 'profile',
  severity,
  source: `${googleAsker.document}, ${element}`,
  ...rest,
});

/** Words that are not to be Unknown. */
const known = (name: 'urgency' | 'severity' | 'certainty'): Rule =>
  rule(`${name}.unknown`, 'warning', `info, ${name}`, {
    asks: `<${name}> is not Unknown.`,
    why: 'Google ranks and shows by it; an Unknown counts for little, and the alert is shown to few. Write what is known best.',
    check: inInfos((info, find) => {
      if (info[name] === 'Unknown')
        find(name, `<${name}> is Unknown, so Google cannot rank the alert; write what is known best.`);
    }),
  });

const textRules: readonly Rule[] = [
  rule('headline.long', 'warning', 'info, headline', {
    asks: `<headline> has fewer than ${maxHeadline} characters.`,
    why: 'What is longer is cut off on the screen. Say the danger and the place first, the rest in the description.',
    check: inInfos(({ headline }, find) => {
      if (headline !== null && headline.length >= maxHeadline)
        find('headline', `The headline has ${headline.length} characters; write fewer than ${maxHeadline}.`);
    }),
  }),
  rule('event.long', 'warning', 'info, event', {
    asks: `<event> has fewer than ${maxEvent} characters.`,
    why: 'It becomes a badge on the map, which has no room for more. Write the kind of danger, and the rest in the headline.',
    check: inInfos(({ event }, find) => {
      if (event.length >= maxEvent)
        find('event', `<event> has ${event.length} characters; write fewer than ${maxEvent}.`);
    }),
  }),
  rule('description.same-as-headline', 'warning', 'info, headline and description', {
    asks: '<description> says more than <headline>.',
    why: 'Whoever opens the alert wants to know more and reads the same again. Describe what happens.',
    check: inInfos(({ headline, description }, find) => {
      if (description !== null && description === headline)
        find('description', 'The description repeats the headline; say more of what happens.');
    }),
  }),
  rule('instruction.same-as-description', 'warning', 'info, description and instruction', {
    asks: '<instruction> says what to do, <description> what happens.',
    why: 'They are shown in different places; with the same words in both, one of the two questions stays open. Write both.',
    check: inInfos(({ description, instruction }, find) => {
      if (instruction !== null && instruction === description)
        find('instruction', 'The instruction repeats the description; say here what people should do.');
    }),
  }),
];

const placeAndTimeRules: readonly Rule[] = [
  rule('effective.after-expires', 'error', 'info, effective and expires', {
    asks: 'An info takes effect before it expires; without <effective> it does when it is sent.',
    why: 'It would hold at no time, and is not shown. Correct one of the times.',
    check: inInfos(({ effective, expires }, find, { sent }) => {
      const from = effective ?? sent;
      if (from.at !== null && expires !== null && expires.at !== null && from.at > expires.at)
        find(
          effective === null ? 'expires' : 'effective',
          'This takes effect after it expires; correct one of the times.',
        );
    }),
  }),
  rule('area.unplaced', 'error', 'area, polygon, circle and geocode', {
    asks: 'Each area has a polygon, a circle or a geocode.',
    why: 'A description alone cannot be put on a map, and the alert is shown to nobody. Draw the area.',
    check: inAreas(({ polygons, circles, geocodes }, find) => {
      if (polygons.length + circles.length + geocodes.length === 0)
        find('', 'This area has no polygon, circle or geocode, so Google cannot show it; draw it.');
    }),
  }),
  rule('circle.zero-radius', 'warning', 'area, circle', {
    asks: 'A circle has a radius above 0.',
    why: 'The area says who is to be warned, not where the event began; one point warns nobody. Give the radius in kilometres.',
    check: inAreas(({ circles }, find) => {
      for (const [i, { shape }] of circles.entries())
        if (shape?.kind === 'circle' && shape.radiusMeters === 0)
          find(`circle[${i + 1}]`, 'The radius is 0, so the circle warns nobody; give the radius in kilometres.');
    }),
  }),
];

const publishedRules: readonly Rule[] = [
  rule('status.not-published', 'info', 'alert, status', {
    asks: 'An alert that is to be shown has the status Actual.',
    why: 'Google shows no other to the public. This is right for a test, and wrong for a warning.',
    check: ({ status }, find) => {
      if (status !== 'Actual')
        find('status', 'Google shows only alerts with the status Actual; this one stays unseen.');
    },
  }),
  rule('scope.not-published', 'info', 'alert, scope', {
    asks: 'An alert that is to be shown has the scope Public.',
    why: 'Google shows no other. This is right for a message between offices, and wrong for a warning.',
    check: ({ scope }, find) => {
      if (scope !== 'Public') find('scope', 'Google shows only alerts with the scope Public; this one stays unseen.');
    },
  }),
];

export const google: Profile = {
  name: googleAsker.name,
  title: 'Google Public Alerts 1.0',
  rules: [
    withInfo(googleAsker),
    withReferences(googleAsker),
    sameCategories(googleAsker),
    sameEventCodes(googleAsker),
    sameEvents(googleAsker),
    ...withParts(googleAsker, 'error', 'description', 'expires', 'area', 'urgency', 'severity', 'certainty'),
    ...withParts(validator, 'error', 'web'),
    ...placeAndTimeRules,
    ...withParts(googleAsker, 'warning', 'senderName', 'responseType', 'instruction', 'contact'),
    ...textRules,
    known('urgency'),
    known('severity'),
    known('certainty'),
    withDrawnArea(googleAsker, 'warning'),
    ...localTimes(googleAsker, 'info', 'sent', 'effective', 'onset', 'expires'),
    ...publishedRules,
  ],
};
