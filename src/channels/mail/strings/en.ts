/** Every sentence a mail says of itself, in English. Templates only; a source's words come in as such and are never put into a string. */
import type { AdvicePart } from '../../../core/advice.ts';
import type { SeverityRank } from '../../../core/cap/meaning.ts';
import { adviceFamily } from '../../../core/hazard.ts';
import type { Instruction } from '../../../core/instruction.ts';
import type { Change, Trust } from '../../../core/model.ts';
import { isCode } from '../../../core/situation.ts';
import { isolated } from '../../foreign-text.ts';
import type { Matter } from '../../matter.ts';
import type { Sentence, Theirs } from '../letter.ts';

const severityWord: Record<SeverityRank, string> = { 4: 'extreme', 3: 'severe', 2: 'moderate', 1: 'minor' };

/** "now" is said only when the issuer calls it immediate: an instruction is never made stronger. */
const imperative: Record<Exclude<Instruction, 'all-clear'>, (now: boolean) => string> = {
  leave: (now) => (now ? 'leave now' : 'leave'),
  shelter: (now) => (now ? 'take shelter now' : 'take shelter'),
  avoid: () => 'stay away',
  prepare: () => 'get ready',
  monitor: () => 'stay alert',
};

/** Who is in the country, or in a part of it, can't stay away from it. */
const imperativeFor = (
  instruction: Exclude<Instruction, 'all-clear'>,
  now: boolean,
  part: AdvicePart | null,
): string =>
  instruction === 'avoid' && (part?.scope === 'whole' || (part?.scope === 'part' && part.family === adviceFamily))
    ? 'they advise against travel'
    : imperative[instruction](now);

export const drill = 'DRILL.';
export const inDrill = (text: string): string => `Drill: ${text}`;
export const drillNote = 'This mail belongs to a drill. Nothing in it calls for action.';
export const somewhere: Sentence = ['a place the warning does not name'];
export const places = (names: readonly Theirs[], more: number): Sentence => [
  ...names.flatMap((name, index) => (index === 0 ? [name] : ['; ', name])),
  ...(more > 0 ? [` and ${more} more`] : []),
];

/** An all-clear is the issuer's word and never ours. */
export const doWords = (instruction: Instruction, now: boolean, part: AdvicePart | null): string =>
  instruction === 'all-clear' ? 'the issuer gives the all-clear' : imperativeFor(instruction, now, part);

/** What to do and where: `Leave now: “Sample river, lower bank”.` */
export const doAt = (
  instruction: Instruction,
  now: boolean,
  place: Sentence,
  { issuer, part, isUnplaced }: { issuer: Theirs; part: AdvicePart | null; isUnplaced: boolean },
): Sentence => {
  if (instruction === 'all-clear') return [issuer, ' gives the all-clear: ', ...place, '.'];
  const words = imperativeFor(instruction, now, part);
  if (isUnplaced) return ['If you are in ', ...place, `: ${words}.`];
  return [`${words.charAt(0).toUpperCase()}${words.slice(1)}: `, ...place, '.'];
};

/** No instruction by code: the issuer's headline stands in its place. */
export const headlineAt = (headline: Theirs, place: Sentence): Sentence => [...place, ': ', headline];

export const saysWho = (event: Theirs | null, issuer: Theirs): Sentence =>
  event === null ? ['So says ', issuer, '.'] : [event, ': so says ', issuer, '.'];

export const severity = (rank: SeverityRank | null): string =>
  rank === null ? 'Severity not known.' : `Severity ${rank} of 4, ${severityWord[rank]}.`;
export const saysWhoDated = (issuer: Theirs, day: Theirs | null): Sentence =>
  day === null ? ['So says ', issuer, ', without a date.'] : ['So says ', issuer, ', dated ', day, '.'];

/** Advice has a level or none; a severity is something else and never stands for it. */
const scopeWords: Record<AdvicePart['scope'], string> = {
  whole: 'whole country',
  part: 'part of the country',
  point: 'this place',
};
export const noLevel = 'no level stated';
/** The level where they are, a higher one for parts of the country that they may be in, and one that could not be read. */
type Levels = Pick<Matter, 'part' | 'rated' | 'mayRate' | 'unread'>;
const ofParts = (part: AdvicePart | null): string =>
  part?.level ? `${part.level.value} of 4 for parts of the country` : '';
const unreadLevel = 'a level this desk can’t read';
export const levelShort = ({ rated, mayRate, unread }: Omit<Levels, 'part'>): string => {
  const own = rated?.level ? `${rated.level.value} of 4, ${scopeWords[rated.scope]}` : '';
  return [own, ofParts(mayRate)].filter(Boolean).join('; ') || (unread === null ? noLevel : unreadLevel);
};
export const adviceLevel = (levels: Omit<Levels, 'part'>): string => {
  const { rated, mayRate, unread } = levels;
  if (rated?.level || mayRate) return `Advice level ${levelShort(levels)}.`;
  return unread === null ? 'No level stated.' : 'They state a level that this desk can’t read.';
};
export const levelInSubject = ({ part, rated, mayRate, unread }: Levels): string => {
  const isOwn = rated === part && rated?.scope !== 'part';
  const own = rated?.level ? `${rated.level.value} of 4${isOwn ? '' : `, ${scopeWords[rated.scope]}`}` : '';
  const all = [own, ofParts(mayRate)].filter(Boolean).join('; ');
  return all === '' ? (unread === null ? noLevel : unreadLevel) : `advice level ${all}`;
};
export const levelOver = (levels: Omit<Levels, 'part'>): string =>
  `With it ends what the same page said around it: advice level ${levelShort(levels)}.`;
export const levelWords = (words: Theirs): Sentence => [
  isCode(words.theirs) ? 'Their code for the level: ' : 'The level in their words: ',
  words,
];
export const urgency: Record<string, string> = {
  Immediate: 'Act at once, they say.',
  Expected: 'Act soon, within the next hour, they say.',
  Future: 'Act in the near future, they say.',
  Past: 'No action is needed any more, they say.',
};
export const certainty: Record<string, string> = {
  Observed: 'It has been observed.',
  Likely: 'It is likely.',
  Possible: 'It is possible but not likely.',
  Unlikely: 'It is not expected.',
};

export const starts = (when: string): string => `Begins: ${when}.`;
export const holdsUntil = (when: string): string => `In force until ${when}.`;
export const noEnd = 'No end stated.';
/** The graver one stands above. */
export const alsoHere = (more: number): string =>
  more === 1
    ? 'One more warning holds where you are. It is below.'
    : `${more} more warnings hold where you are. They are below.`;
/** Beside an end. */
export const stillHere = (more: number): string =>
  more === 1
    ? 'Only that is over: one more warning still holds where you are. It is below.'
    : `Only that is over: ${more} more warnings still hold where you are. They are below.`;
export const overIs = (danger: Theirs): Sentence => ['The warning that is over: ', danger, '.'];
/** Of a page of advice one place is over, and the page is not. */
export const partOver = (place: Sentence, page: Theirs): Sentence => [
  'Only what they said of ',
  ...place,
  ' is over. The rest of ',
  page,
  ' holds as it stands.',
];
export const lookWhether =
  'This desk could not place that area on the map: look whether you are in it. If you are, it is for you.';
export const aWarning = 'a warning';
export const endUnreadable = 'The end they state can’t be read as a time.';

export const titles = {
  changed: 'What changed',
  theirWords: 'In their words',
  rest: 'What else they say where you are',
  who: 'Who says so',
  unknown: 'What is not known',
  why: 'Why you got this',
  also: (n: number, of: number): string => `Also where you are${of > 1 ? ` (${n} of ${of})` : ''}`,
} as const;

export const passageLabels = {
  headline: 'Headline',
  instruction: 'What to do',
  description: 'What is happening',
  note: 'Note',
  contact: 'How to reach them',
  audience: 'Whom they address',
} as const;

export const cutHere = (leftOut: number): string => `[Cut here by this desk: ${leftOut} more characters.]`;

const changeName: Record<Change, string> = {
  instruction: 'What to do',
  level: 'Advice level',
  severity: 'Severity',
  urgency: 'Urgency',
  begin: 'Beginning',
  until: 'End',
  area: 'Area',
  words: 'Wording',
};
export const changed = (change: Change, was: Sentence | null, now: Sentence | null): Sentence => {
  const name = `${changeName[change]}: `;
  if (now === null) return [`${name}changed.`];
  const differs = was !== null && JSON.stringify(was) !== JSON.stringify(now);
  return differs ? [name, ...now, ' (it was: ', ...was, ').'] : [name, ...now, ' (this changed).'];
};
const wasAndNow =
  (name: string) =>
  (was: Sentence | null, now: Sentence): Sentence =>
    was === null ? [`${name}: `, ...now, '.'] : [`${name}: `, ...now, ' (it was: ', ...was, ').'];
export const changedEvent = wasAndNow('What is happening');
export const changedHeadline = wasAndNow('Headline');
export const changedCertainty = wasAndNow('Certainty');
const sentencesOf = (name: string, sentences: readonly Theirs[], more: number): Sentence => [
  `${name}:`,
  ...sentences.flatMap((sentence) => [' ', sentence]),
  ...(more > 0 ? [` and ${more} more ${more === 1 ? 'sentence' : 'sentences'}.`] : []),
];
export const newWords = (sentences: readonly Theirs[], more: number): Sentence =>
  sentencesOf('They now say', sentences, more);
export const goneWords = (sentences: readonly Theirs[], more: number): Sentence =>
  sentencesOf('They do not repeat', sentences, more);
export const severityShort = (rank: SeverityRank | null): string =>
  rank === null ? 'not known' : `${rank} of 4, ${severityWord[rank]}`;
export const newRevision = 'They sent a new revision of the warning you were told of.';
export const noInstruction = 'no instruction';
export const notStated = 'not stated';
export const noEndShort = 'no end stated';

export const sentBy = (issuer: Theirs, sender: Theirs, when: string | null): Sentence => [
  ...(issuer.theirs === sender.theirs ? [sender] : [issuer, ', as ', sender]),
  `, sent ${when ?? 'at a time that can’t be read'}.`,
];
/** The day as they write it: a page of advice or a notice states no time of sending. */
export const datedBy = (issuer: Theirs, sender: Theirs, day: Theirs | null): Sentence => [
  ...(issuer.theirs === sender.theirs ? [sender] : [issuer, ', as ', sender]),
  ...(day === null ? [', without a date.'] : [', dated ', day, '.']),
];
export const identifier = (id: Theirs): Sentence => ['Identifier: ', id];
export const vouched: Partial<Record<Trust, string>> = {
  signed: 'It bears their signature, which this desk has checked.',
  'from-origin': 'This desk fetched it from their own address.',
  operator: 'A person of this desk has confirmed it.',
};

export const unknown = {
  end: 'When it ends: no end is stated.',
  endUnreadable: (stamp: Theirs): Sentence => ['When it ends: ', stamp, ' can’t be read as a time.'],
  instruction: 'What to do: they give no instruction.',
  how: 'How to do it: they give no words of instruction.',
  level: 'How grave it is: they state no level.',
  levelInParts: (value: number): string =>
    `How grave it is here: they state level ${value} of 4 for parts of the country, and whether you are in one this desk can’t tell.`,
  levelUnread: (words: Theirs): Sentence => [
    'How grave it is: they state ',
    words,
    ', which this desk can’t read as a level. Look at their page.',
  ],
  severity: 'How severe it is: they do not say.',
  urgency: 'How urgent it is: they do not say.',
  certainty: 'How certain it is: they do not say.',
  strange: (what: string, word: Theirs): Sentence => [`${what}: their word `, word, ' has no agreed meaning.'],
  reason: 'Why it was cancelled: they give no reason.',
  danger: 'Whether the danger has passed where you are: they do not say.',
} as const;
export const rated = {
  severity: 'How severe it is',
  urgency: 'How urgent it is',
  certainty: 'How certain it is',
} as const;

/** How a warning can end before its time. */
export type Ending = 'cancelled' | 'over';
export const warningIs = (how: Ending, what: Theirs, place: Sentence | null): Sentence =>
  place === null ? ['The warning ', what, ` is ${how}.`] : ['The warning ', what, ' for ', ...place, ` is ${how}.`];
export const unnamedIs = (how: Ending): string => `A warning you were told of is ${how}.`;
export const endedAt = (when: string): string => `They set its end to ${when}.`;
export const means: Readonly<Record<Ending, string>> = {
  cancelled: 'Cancelled means that they take the warning back. Whether a danger remains, only their own words can say.',
  over: 'Over means that they let the warning end. Whether a danger remains, only their own words can say.',
};

export const left = (what: Theirs | null): Sentence =>
  what === null
    ? ['The area of a warning no longer covers where this desk last knew you.']
    : ['The area of the warning ', what, ' no longer covers where this desk last knew you.'];
export const leftStill = (place: Sentence | null): Sentence =>
  place === null
    ? ['The warning itself stays in force elsewhere.']
    : ['The warning itself stays in force, now for: ', ...place, '.'];

/** Short, and in the same order: where, what to do, what, how bad. */
export const subjects = {
  warning: (place: Sentence, instruction: string | null, event: Theirs | null, level: string): Sentence =>
    instruction === null
      ? [...place, ': ', event ?? 'warning', ` (${level})`]
      : [...place, `: ${instruction} (`, ...(event === null ? [] : [event, '; ']), `${level})`],
  update: (subject: Sentence): Sentence => ['Update: ', ...subject],
  andMore: (subject: Sentence, more: number): Sentence => [
    ...subject,
    ` and ${more} more ${more === 1 ? 'warning' : 'warnings'}`,
  ],
  still: (subject: Sentence, orders: readonly (string | Theirs)[]): Sentence => {
    const [first = aWarning, ...others] = orders;
    return [...subject, '. Still in force: ', first, ...(others.length > 0 ? [` and ${others.length} more`] : [])];
  },
  cancelled: (what: Theirs | null, place: Sentence | null): Sentence => [
    'Cancelled: ',
    what ?? 'a warning',
    ...(place === null ? [] : [' (', ...place, ')']),
  ],
  over: (what: Theirs | null, place: Sentence | null): Sentence => [
    'Over: ',
    what ?? 'a warning',
    ...(place === null ? [] : [' (', ...place, ')']),
  ],
  left: (what: Theirs | null): Sentence => ['No longer in the area: ', what ?? 'a warning'],
  wake: (sentence: string): Sentence => [`Desk: ${sentence}`],
} as const;
export const severityInSubject = (rank: SeverityRank | null): string =>
  rank === null ? 'severity not known' : `severity ${severityShort(rank)}`;

export const wakeAsks = 'Please look at the desk. This mail is for whoever is on duty.';
export const footer = (deskName: string, at: string, notice: string): string =>
  `${isolated(deskName)}. Written ${at}. Notice ${notice}.`;
