/** Every sentence the pages say of themselves, in English. Templates over the picture; none is free text by a model. */

import type { Instruction } from '../../core/instruction.ts';
import type { AlertState, Change, DeliveryState, NoticeKind, ReceiptKind, Trust } from '../../core/model.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A count as a word up to twelve, then in figures with thousands apart. */
export const count = (n: number): string => small[n] ?? n.toLocaleString('en');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;
export const people = (n: number): string => plural(n, 'person', 'people');

/** Said of an instruction on the mast. Never stronger than CAP's own definition of the word it comes from. */
export const doSentence: Record<Instruction | 'none', string> = {
  leave: 'Leave, as the issuer says.',
  shelter: 'Take shelter, as the issuer says.',
  avoid: 'Keep away from it, as the issuer says.',
  prepare: 'Prepare, as the issuer says.',
  monitor: 'Stay alert, as the issuer says.',
  'all-clear': 'The issuer says that it no longer threatens.',
  none: 'The issuer states no instruction that can be ranked.',
};

/** One word for lists and the headline. */
export const doWord: Record<Instruction | 'none', string> = {
  leave: 'leave',
  shelter: 'take shelter',
  avoid: 'keep away',
  prepare: 'prepare',
  monitor: 'stay alert',
  'all-clear': 'no longer a threat, says its issuer',
  none: 'no instruction stated',
};

export const severityWord = ['', 'minor', 'moderate', 'severe', 'extreme'] as const;
export const severityText = (level: 0 | 1 | 2 | 3 | 4): string =>
  level === 0 ? 'Severity not rated' : `Severity ${level}, ${severityWord[level]}`;

export const trustTag: Record<Trust, string> = {
  signed: 'signed',
  'from-origin': 'from its origin',
  operator: 'confirmed here',
  unverified: 'unverified: not confirmed, nobody told',
  reported: 'reported: not confirmed, nobody told',
};
const trustWhy: Record<Trust, string> = {
  signed: 'Its signature holds against the key pinned for this source.',
  'from-origin': 'Fetched over TLS from the host the catalogue names.',
  operator: 'A person of this desk vouches for it.',
  unverified: 'Handed in; nobody has vouched for it.',
  reported: 'Read from news; the issuer itself was not heard.',
};

/** Nothing was fetched in a replay: who vouches is what its story states. */
export const trustReason = (trust: Trust, isReplay: boolean): string =>
  isReplay
    ? `As the story states: ${trustWhy[trust].charAt(0).toLowerCase()}${trustWhy[trust].slice(1)}`
    : trustWhy[trust];

export const stateTag: Record<AlertState, string> = {
  'in-force': 'in force',
  expired: 'expired',
  cancelled: 'cancelled',
  superseded: 'superseded',
  'not-actual': 'not real',
  'not-a-warning': 'not a warning',
};

/** What a status that is not Actual is called, big, on its band. */
export const notRealWord = (status: string): string =>
  status === 'Exercise' ? 'EXERCISE' : status === 'Draft' ? 'DRAFT' : 'TEST';
export const notRealBand = (status: string): string =>
  `${notRealWord(status)}. This is not real. Nobody is told of it.`;

/** Over every page of a replay; `status` is that of an alert which is not real even within it. */
export const replayBand = (status: string | undefined): string =>
  `EXERCISE, a replay. This is not real. Nobody outside this machine is told.${status === undefined ? '' : ` ${notRealWord(status)} within it.`}`;

export const kindTag: Record<NoticeKind, string> = {
  alert: 'alert',
  update: 'update',
  left: 'no longer inside',
  cancel: 'cancel',
  wake: 'wake',
};
/** Of a notice that shares its letter; `listed`: others on the same page that go in it. Of the rest some may have been taken out before it went. */
export const inOneLetter = (listed: number): string =>
  listed === 0
    ? 'part of a letter of several warnings'
    : `in one letter with ${plural(listed, 'other', 'others')} listed here`;

export const changeWord: Record<Change, string> = {
  instruction: 'what to do',
  level: 'advice level',
  severity: 'severity',
  urgency: 'urgency',
  begin: 'from when',
  until: 'until when',
  area: 'area',
  words: 'words',
};

/** Where a notice stands on a channel; `tries` is the number of attempts so far. */
export const deliveryText = (state: DeliveryState, tries: number): string => {
  const after = tries > 0 ? ` after ${plural(tries, 'try', 'tries')}` : '';
  const texts: Record<DeliveryState, string> = {
    queued: tries > 0 ? `to be tried again${after}` : 'due, not yet tried',
    standby: 'waits in case an earlier channel fails',
    leased: 'being sent now',
    accepted: 'accepted',
    refused: `refused${after}`,
    expired: 'not sent: its time ran out first',
    replaced: 'not sent: a later notice took its place',
    spared: 'not needed: an earlier channel was enough',
    dead: `given up${after}`,
  };
  return texts[state];
};
/** True for states in which the notice did not and will not go out on that channel. */
export const deliveryFailed = (state: DeliveryState): boolean =>
  state === 'refused' || state === 'expired' || state === 'dead';

export const receiptWord: Record<ReceiptKind, string> = {
  accepted: 'accepted',
  delivered: 'delivered',
  read: 'read',
  bounced: 'bounced',
  answered: 'answered',
};

/** The first sentence of the live page. `confirmed` are in force and may tell people, `open` wait for confirmation. */
export const liveHeadline = (confirmed: number, open: number): string => {
  if (confirmed + open === 0) return 'No warning in force that this desk knows of';
  if (confirmed === 0) return `${capital(plural(open, 'warning waits', 'warnings wait'))} to be confirmed`;
  const tail = open === 0 ? '' : `, ${count(open)} more to be confirmed`;
  return `${capital(plural(confirmed, 'warning', 'warnings'))} in force${tail}`;
};

/** What stands where nothing does. “No warning” and “not heard” are different things: whether anybody was heard comes first. */
export const emptyTexts = {
  /** Nothing was given, nobody is looked after. */
  firstDay: {
    title: 'Nothing heard yet, so nothing known',
    first: 'This desk has heard nothing from anybody, so it knows nothing.',
    next: 'That no warning stands here does not mean that there is none. To begin, hand in a warning as a CAP file, and import the people this desk looks after.',
  },
  /** Nothing came in for a long while. */
  unknown: {
    title: 'Nothing heard for 30 days: we can’t say',
    first: 'Nobody was heard in the last 30 days, so this desk can’t say whether there is danger.',
    next: 'That no warning stands here does not mean that there is none. This desk fetches nothing by itself: it knows what it is given.',
  },
  /** Somebody was heard, and nobody warns. */
  noWarning: {
    title: liveHeadline(0, 0),
    first: 'Nothing that came in in the last 30 days is a warning.',
    next: 'What nobody handed in is not known here.',
  },
  /** Warnings came, and none of them holds. */
  known: {
    title: liveHeadline(0, 0),
    first: 'None of the warnings this desk was given is in force.',
    next: 'What nobody handed in is not known here.',
  },
  nobody: {
    first: 'No one on the watch list yet.',
    next: 'Warnings are read, but nobody will be told.',
  },
} as const;

/** What came in the last 30 days, and how many people are looked after. */
interface Given {
  readonly warnings: number;
  readonly reports: number;
  readonly watched: number;
}

/** The text for a page on which no warning is in force. */
export function emptyText({
  warnings,
  reports,
  watched,
}: Given): (typeof emptyTexts)[Exclude<keyof typeof emptyTexts, 'nobody'>] {
  if (warnings > 0) return emptyTexts.known;
  if (reports > 0) return emptyTexts.noWarning;
  return watched === 0 ? emptyTexts.firstDay : emptyTexts.unknown;
}

export const listening =
  'Until this desk has logins of its own it answers on this machine only; changing anything takes an operator’s token.';

export const nothingRecorded = 'Made from nothing: no fact had been recorded here.';

/** What `n` people would hear if an alert were confirmed, after their number. */
export const wouldHear: Record<Exclude<NoticeKind, 'wake'>, string> = {
  alert: 'would get a first warning',
  update: 'would get an update',
  left: 'would be told that it no longer covers them',
  cancel: 'would be told that their warning is cancelled or over',
};

/** What the confirm button does, after its name; in figures, to be taken in at a glance. */
export const confirmDoes = (told: number, ended: number): string => {
  const figure = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  const tell = told === 0 ? 'tell nobody' : `tell ${figure(told, 'person', 'people')}`;
  return ended === 0 ? tell : `end ${figure(ended, 'warning', 'warnings')}, ${tell}`;
};
