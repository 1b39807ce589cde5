/**
 * What several profiles ask for in nearly the same words: an element that the standard leaves open, references, one event for
 * all infos, times with the local offset. Each profile says which of them it asks for, and cites its own document.
 */
import type { CapInfo, NamedValue, Said } from '../model.ts';
import type { Find, Rule } from '../rules/rule.ts';
import { inAreas, inInfos } from '../rules/standard/walk.ts';
import { clip } from '../xml/tree.ts';

/** How a profile calls itself in codes and sentences, and the document that its rules stand in. */
export interface Asker {
  readonly name: string;
  /** As it stands in a sentence: “which … asks for”. */
  readonly title: string;
  readonly document: string;
}

type Severity = Rule['severity'];

/** An element of info that may be absent by the standard, or is empty when it is: whether it is there, and why it is wanted. */
const parts = {
  language: {
    has: ({ language }) => language !== null,
    why: 'Without it the text counts as American English, is spoken by the wrong voice and shown to the wrong readers.',
  },
  responseType: {
    has: ({ responseTypes }) => responseTypes.length > 0,
    why: 'It says in one word what people should do, in every language, where there is no time or room for the text.',
  },
  urgency: {
    has: ({ urgency }) => urgency !== '',
    why: 'Receivers choose by it whom they wake and whom they only show it.',
  },
  severity: {
    has: ({ severity }) => severity !== '',
    why: 'Receivers choose by it whom they wake and whom they only show it.',
  },
  certainty: {
    has: ({ certainty }) => certainty !== '',
    why: 'Receivers choose by it whom they wake and whom they only show it.',
  },
  onset: {
    has: ({ onset }) => onset !== null,
    why: 'Without it people do not know how much time is left before the danger begins.',
  },
  expires: {
    has: ({ expires }) => expires !== null,
    why: 'Without it each receiver decides by itself how long the warning is shown: too long, or not long enough.',
  },
  senderName: {
    has: ({ senderName }) => senderName !== null,
    why: 'People follow a warning when they know who gives it; <sender> is a name for machines.',
  },
  headline: { has: ({ headline }) => headline !== null, why: 'It is all that small screens and lists show.' },
  description: { has: ({ description }) => description !== null, why: 'Without it people do not learn what happens.' },
  instruction: { has: ({ instruction }) => instruction !== null, why: 'Without it people do not learn what to do.' },
  web: {
    has: ({ web }) => web !== null,
    why: 'People make sure before they act; without an address they search, and find rumours.',
  },
  contact: {
    has: ({ contact }) => contact !== null,
    why: 'Without it nobody can ask, or tell you that the warning is wrong.',
  },
  area: { has: ({ areas }) => areas.length > 0, why: 'Without a place nobody can be told because they are there.' },
} satisfies Record<string, { has: (info: CapInfo) => boolean; why: string }>;

/** Infos with these elements: `error` where a validator of the profile requires them, else it recommends them. */
export const withParts = (
  asker: Asker,
  severity: Severity,
  ...names: readonly (keyof typeof parts)[]
): readonly Rule[] =>
  names.map((name) => {
    const { has, why } = parts[name];
    const wants = severity === 'error' ? 'asks for' : 'recommends';
    return {
      code: `${asker.name}.${name}.missing`,
      judges: 'profile',
      severity,
      source: `${asker.document}, info, ${name}`,
      asks: severity === 'error' ? `Each info has <${name}>.` : `Each info has <${name}> where it can.`,
      why: `${why} Add it.`,
      check: inInfos((info, find) => {
        if (!has(info)) find(name, `This info has no <${name}>, which ${asker.title} ${wants}; add it.`);
      }),
    };
  });

/** A `<code>` that names the profile. `pattern` is what it has to match; `example` what to write. */
export const withCode = (asker: Asker, pattern: RegExp, example: string): Rule => ({
  code: `${asker.name}.code.missing`,
  judges: 'profile',
  severity: 'error',
  source: `${asker.document}, alert, code`,
  asks: `A <code> of the alert names the profile and its version: ${example}.`,
  why: 'Receivers know by it that the codes of the profile stand in the alert; without it they leave the alert aside. Add the code.',
  check: ({ codes }, find) => {
    if (!codes.some((code) => pattern.test(code)))
      find('', `No <code> says that this follows ${asker.title}; add <code>${example}</code>.`);
  },
});

/** An Update or Cancel has to name what it changes. */
export const withReferences = (asker: Asker, severity: Severity = 'error'): Rule => ({
  code: `${asker.name}.references.missing`,
  judges: 'profile',
  severity,
  source: `${asker.document}, alert, references`,
  asks: 'An Update or Cancel refers to all earlier alerts that it changes and that have not expired.',
  why: 'What it does not name stays in force beside it, and people see two warnings that contradict each other. Name them.',
  check: ({ msgType, references }, find) => {
    if ((msgType === 'Update' || msgType === 'Cancel') && references.length === 0)
      find(
        'msgType',
        `This ${msgType} names no earlier alert in <references>, so nothing is changed by it; name them.`,
      );
  },
});

/** A warning to the public has to say something; messages between systems need not. */
export const withInfo = (asker: Asker, severity: Severity = 'error'): Rule => ({
  code: `${asker.name}.info.missing`,
  judges: 'profile',
  severity,
  source: `${asker.document}, alert, info`,
  asks: 'An Alert, Update or Cancel for the public has at least one info.',
  why: 'Without one there is nothing to show: no event, no place, no advice. Add an info, for a Cancel too.',
  check: ({ msgType, scope, status, infos }, find) => {
    const speaks = ['Alert', 'Update', 'Cancel'].includes(msgType) && scope === 'Public' && status !== 'System';
    if (speaks && infos.length === 0)
      find('', 'This alert has no <info>, so there is nothing to show people; add one.');
  },
});

const keyOf = (values: readonly string[]): string => JSON.stringify([...new Set(values)].sort());
const keyOfPairs = (pairs: readonly NamedValue[]): string =>
  keyOf(pairs.map(({ valueName, value }) => JSON.stringify([valueName, value])));

/** Finds at each info that differs from the first; with `ofKind`, from the first of its kind. */
function differs(
  alert: Said,
  wordOf: (info: CapInfo) => string,
  found: (path: string, info: CapInfo) => void,
  ofKind: (info: CapInfo) => string = () => '',
): void {
  const first = new Map<string, string>();
  for (const [i, info] of alert.infos.entries()) {
    const [kind, value] = [ofKind(info), wordOf(info)];
    const known = first.get(kind);
    if (known === undefined) first.set(kind, value);
    else if (known !== value) found(`info[${i + 1}]`, info);
  }
}

/** All infos have the same categories. */
export const sameCategories = (asker: Asker): Rule => ({
  code: `${asker.name}.category.differs`,
  judges: 'profile',
  severity: 'error',
  source: `${asker.document}, info, category`,
  asks: 'All infos of an alert have the same categories.',
  why: 'They are one event in several words; receivers that choose by category would show half of it. Make them the same, or send two alerts.',
  check: (alert, find) =>
    differs(
      alert,
      ({ categories }) => keyOf(categories),
      (path) =>
        find(`${path}/category[1]`, 'The categories here differ from those of the first info; make them the same.'),
    ),
});

/** All infos have the same event codes; with `isOurs`, those that count to the profile. */
export const sameEventCodes = (asker: Asker, isOurs: (valueName: string) => boolean = () => true): Rule => ({
  code: `${asker.name}.eventCode.differs`,
  judges: 'profile',
  severity: 'error',
  source: `${asker.document}, info, eventCode`,
  asks: 'All infos of an alert have the same event codes.',
  why: 'An alert is about one event. Receivers that go by the code would show half of it, or the wrong one. Make them the same, or send two alerts.',
  check: (alert, find) =>
    differs(
      alert,
      ({ eventCodes }) => keyOfPairs(eventCodes.filter(({ valueName }) => isOurs(valueName))),
      (path) =>
        find(`${path}/eventCode[1]`, 'The event codes here differ from those of the first info; make them the same.'),
    ),
});

/** Infos of one language call the event by one name. */
export const sameEvents = (asker: Asker): Rule => ({
  code: `${asker.name}.event.differs`,
  judges: 'profile',
  severity: 'error',
  source: `${asker.document}, info, event`,
  asks: 'Infos in the same language have the same <event>.',
  why: 'One alert under two names looks like two dangers. Give both the same name, or send two alerts.',
  check: (alert, find) =>
    differs(
      alert,
      ({ event }) => event,
      (path, { event }) =>
        find(
          `${path}/event`,
          `“${clip(event)}” is not what an info in the same language calls the event; use one name.`,
        ),
      ({ language }) => (language ?? 'en-US').toLowerCase(),
    ),
});

/** An area that is drawn, where codes alone are allowed. */
export const withDrawnArea = (asker: Asker, severity: Severity): Rule => ({
  code: `${asker.name}.area.not-drawn`,
  judges: 'profile',
  severity,
  source: `${asker.document}, area, polygon and circle`,
  asks: 'The areas of an info are drawn as polygon or circle where they can.',
  why: 'A code covers a whole county or postcode, and people far from the danger are told too. Draw the place that is in danger.',
  check: inInfos(({ areas }, find) => {
    if (areas.length > 0 && areas.every(({ polygons, circles }) => polygons.length + circles.length === 0))
      find(
        'area[1]',
        'No area of this info is drawn, so it is only as exact as its codes; draw it as polygon or circle.',
      );
  }),
});

/** Areas of which each satisfies `holds`. */
export const eachArea = (holds: (geocodes: readonly NamedValue[]) => boolean, message: (areaDesc: string) => string) =>
  inAreas(({ geocodes, areaDesc }, find) => {
    if (!holds(geocodes)) find('', message(clip(areaDesc)));
  });

/** `Z`, `+00:00` and `-00:00` say UTC. */
const isUtc = (text: string): boolean => /(?:[Zz]|[-+]00:?00)$/.test(text);

/** Times in the zone of the place. UTC is a right time, so this never is an error. */
export const localTimes = (
  asker: Asker,
  severity: 'warning' | 'info',
  ...names: readonly ('sent' | 'effective' | 'onset' | 'expires')[]
): readonly Rule[] =>
  names.map((name) => ({
    code: `${asker.name}.${name}.utc`,
    judges: 'profile',
    severity,
    source: `${asker.document}, ${name === 'sent' ? 'alert' : 'info'}, ${name}`,
    asks: `<${name}> is written with the offset of the place that is warned.`,
    why: 'Receivers show it as written; people read an hour in UTC as one of their own. Write it in the local time with its offset.',
    check: (alert: Said, find: Find) => {
      const message = (text: string): string =>
        `<${name}> is in UTC (${clip(text)}); write it in the time of the place, with its offset.`;
      if (name === 'sent') {
        if (isUtc(alert.sent.text)) find('sent', message(alert.sent.text));
        return;
      }
      for (const [i, info] of alert.infos.entries()) {
        const text = info[name]?.text ?? '';
        if (isUtc(text)) find(`info[${i + 1}]/${name}`, message(text));
      }
    },
  }));
