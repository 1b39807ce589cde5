/** Every sentence of the picture, of a situation and of its brief, in English. Templates over the picture; none is free text by a model. */
import type { AdviceScope } from '../../core/advice.ts';
import { type Instruction, strengthOf } from '../../core/instruction.ts';
import { type AlertView, mayTell } from '../../core/model.ts';
import type { Situation, SituationEvent } from '../../core/situation.ts';
import type { Estimate, Relation, Stance, Trend } from '../../core/text/reading.ts';
import { isNowhere } from '../../match/people-in.ts';
import { endsIn } from '../../read/words/numbers.ts';
import { leadOf } from '../parts/rank.ts';
import { calm, clipped, isolated } from '../parts/shown-text.ts';
import { capital, count, doWord, people, plural, severityText } from './en.ts';
import { countryName } from './reasons.ts';

const adviceWord = ['', 'be aware', 'caution', 'serious', 'extreme'] as const;
export const adviceText = (level: 1 | 2 | 3 | 4): string => `Advice ${level}, ${adviceWord[level]}`;

/** What a sign shows: standing advice, an event's severity, or that nobody stated either. `text` is the word for its figure. */
export interface Gravity {
  readonly figure: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
  /** The level is not this danger's own: it is standing advice on the country around it. */
  readonly context: boolean;
}

export const noLevel = 'No level stated';
const severities = ['Minor', 'Moderate', 'Severe', 'Extreme'];
/** CAP's own word as a figure; 0 for Unknown and every word outside CAP's list: never guessed. */
export const severityFigure = (word: string): 0 | 1 | 2 | 3 | 4 =>
  (severities.indexOf(word.trim()) + 1) as 0 | 1 | 2 | 3 | 4;

/** The issuers' own level first, then the severity of the event, then the advice on the country around it. */
export function gravityOf({ level, severity, issuers }: Situation): Gravity {
  const own = level !== null && issuers.some((one) => one.level === level.value && one.issuer === level.issuer);
  if (level !== null && own) return { figure: level.value, text: adviceText(level.value), context: false };
  const figure = severity === null ? 0 : severityFigure(severity.value);
  if (figure !== 0) return { figure, text: severityText(figure), context: false };
  if (level !== null) return { figure: level.value, text: adviceText(level.value), context: true };
  return { figure: 0, text: noLevel, context: false };
}

/** The figure of an alert and the word for it: the highest advice of a notice in prose, the severity of any other. */
export function figureOfAlert({ advice, alert }: AlertView): {
  readonly figure: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
} {
  if (advice === null) {
    const figure = leadOf(alert)?.severity ?? 0;
    return { figure, text: severityText(figure) };
  }
  const levels = advice.parts.flatMap(({ level }) => level?.value ?? []);
  const highest = [4, 3, 2, 1].find((one): one is 1 | 2 | 3 | 4 => levels.includes(one as 1 | 2 | 3 | 4));
  return highest === undefined ? { figure: 0, text: noLevel } : { figure: highest, text: adviceText(highest) };
}

export const scopeText: Record<AdviceScope, string> = {
  whole: 'for the whole country',
  part: 'for a part of the country',
  point: 'for this place',
};

export const trendText: Record<Trend | 'unknown', string> = {
  rising: 'Rising',
  steady: 'Steady',
  falling: 'Falling',
  unknown: 'Trend unknown',
};

/** What people are told to do; “now” only where the issuer says so itself. */
export const doNow = (instruction: Instruction | null, immediate: boolean, at: readonly string[] = []): string => {
  const word = doWord[instruction ?? 'none'];
  const now = immediate && (instruction === 'leave' || instruction === 'shelter') ? `${word} now` : word;
  return at.length === 0 ? capital(now) : `At ${someOf(at)}: ${now}`;
};

/** Places of ours by name, so that what is said of a gate is never read as said of the airport. */
const someOf = (names: readonly string[]): string =>
  names.length > 4
    ? `${count(names.length)} places there`
    : names
        .map((name) => isolated(name, 80))
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1');

const toldTo: Record<Instruction | 'none', string> = {
  leave: 'are told to leave',
  shelter: 'are told to take shelter',
  avoid: 'are told to keep away',
  prepare: 'are told to prepare',
  monitor: 'are told to stay alert',
  'all-clear': 'no longer a threat',
  none: 'nobody says what to do',
};

/** What is ordered in words that nobody vouches for, the strongest; null where there is none, or where a word that counts orders something. */
export function unvouchedOrder({ instruction, issuers }: Situation): Instruction | null {
  if (instruction !== null) return null;
  const said = issuers.flatMap(({ trust, instructions }) => (mayTell(trust) ? [] : instructions));
  return said.toSorted((a, b) => strengthOf(b) - strengthOf(a))[0] ?? null;
}

export const unvouchedSentence = (order: Instruction): string =>
  `${capital(doWord[order])}, say words that nobody has vouched for: nobody was told. They are below.`;

/** After the name of the worst place: what people are told there. Whoever says so is named after it; how grave it is, others may say. */
export function headlineText(situation: Situation): string {
  const { instruction } = situation;
  const order = unvouchedOrder(situation);
  if (order !== null) return `“${doWord[order]}” is said, and nobody has vouched for it`;
  const { value, at } = instruction ?? { value: 'none' as const, at: [] };
  const who = value === 'none' || value === 'all-clear' ? '' : at.length === 0 ? 'people ' : `people at ${someOf(at)} `;
  return `${who}${toldTo[value]}`;
}

/** The second sentence of the page: what there is, in numbers. */
export function countsText(situations: readonly Situation[]): string {
  const grave = situations.filter((one) => gravityOf(one).figure === 4).length;
  const rising = situations.filter((one) => one.trend?.value === 'rising').length;
  const unplaced = situations.filter((one) => one.place.id === null && one.place.shapes.length === 0).length;
  const inPart = situations.filter(({ place }) => place.unplaced !== undefined && place.shapes.length > 0).length;
  const parts = [
    ...(grave > 0 ? [`${count(grave)} at the highest level`] : []),
    ...(rising > 0 ? [`${count(rising)} rising`] : []),
    ...(unplaced > 0 ? [`${count(unplaced)} that we can’t place`] : []),
    ...(inPart > 0 ? [`${count(inPart)} that we can place in part`] : []),
  ];
  return `${capital(plural(situations.length, 'situation', 'situations'))}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

export interface Concerned {
  readonly inside: number;
  readonly unplaced: number;
  /** Of those inside. */
  readonly insideTold: number;
  /** Altogether. */
  readonly told: number;
}

/** How many people it concerns and how many were told, in two short sentences. */
export function insideText({ inside, unplaced }: Concerned, place: Situation['place']): string {
  if (isNowhere(place))
    return `${place.id === null ? 'Where it is' : 'How far it reaches'} is not known here, so nobody knows who of your people is inside.`;
  const lost = unplaced === 0 ? '' : `; ${people(unplaced)} can’t be placed`;
  if (place.unplaced === undefined)
    return `${inside === 0 ? 'None' : capital(count(inside))} of your people inside${lost}.`;
  const known = `${inside === 0 ? 'none' : count(inside)} of your people inside${lost}`;
  return `A part of the area is not known here, so nobody knows who is in that part. In the part that is known, ${known}.`;
}
export function toldText({ inside, insideTold, told }: Concerned, standing: boolean): string {
  if (told === 0) return standing ? 'Nobody told: standing advice is shown, not sent.' : 'Nobody told.';
  const others = told - insideTold;
  const gone = others > 0 ? ` ${capital(people(others))} told before, no longer inside.` : '';
  if (inside === 0) return `${capital(people(told))} told, nobody inside now.`;
  const all =
    insideTold === inside
      ? inside === 1
        ? 'Told.'
        : 'All of those inside told.'
      : `${capital(count(insideTold))} of them told.`;
  return all + gone;
}

const eventWord: Record<SituationEvent['type'], string> = {
  attack: 'attack',
  bombing: 'bombing',
  kidnapping: 'kidnapping',
  arson: 'arson',
  robbery: 'robbery',
  'forced-work-stoppage': 'stopping of work by force',
  takeover: 'takeover',
  evacuation: 'evacuation',
  other: 'event',
};
/** By its own word: that an explosion was a bomb is for its reports to say. */
export const eventText = ({ type, what, place }: SituationEvent): string => {
  const named = what === '' ? eventWord[type] : what;
  return `${capital(named)}${place === null ? ', place not named' : `, ${isolated(place, 80)}`}`;
};
export const eventStatus: Record<SituationEvent['status'], string> = {
  happened: 'reported',
  threatened: 'threatened',
  denied: 'denied',
  withdrawn: 'withdrawn',
};

export const unknownTexts: Readonly<Record<string, string>> = {
  details: 'What exactly is threatened: no details are given.',
  casualties: 'How many are dead or hurt.',
  end: 'When it ends: no issuer states an end.',
  'safe-place': 'Where a safe place is: no issuer names one.',
  'document-date': 'When it was written: the document bears no date.',
};
export const unknownText = (about: string): string =>
  (Object.hasOwn(unknownTexts, about) ? unknownTexts[about] : undefined) ?? `Not told: ${about.replaceAll('-', ' ')}.`;

export const disagreementText: Readonly<Record<string, string>> = {
  gravity: 'How grave is it?',
  cause: 'Why does it happen?',
  number: 'How many are they?',
  fact: 'Did it happen?',
  instruction: 'What should people do?',
};

export const stanceText: Record<Stance, string> = {
  asserts: 'says so',
  'plays-down': 'plays it down',
  denies: 'denies it',
  asks: 'asks for it',
  wants: 'wants it',
};

const relationText: Record<Relation['relation'], string> = {
  'affiliate-of': 'is an affiliate of',
  'formed-from': 'was formed from',
  'pledged-allegiance-to': 'pledged allegiance to',
  'rival-of': 'is a rival of',
  'ally-of': 'is an ally of',
  'recognised-by': 'was recognised by',
  'operates-in': 'operates in',
  'part-of': 'is part of',
};

/** In the words of the document, where the reader kept them, and with who says so there. */
export function relationSentence({ subject, object, relation, words, speaker }: Relation): string {
  const say = (text: string, max = 60): string => isolated(text, max);
  const [who, what] = [say(subject.value), say(relation === 'operates-in' ? object.text : object.value)];
  const by = speaker ? `, says ${say(speaker.value)}` : '';
  if (words === undefined) return `${who} ${relationText[relation]} ${what}${by}.`;
  const [first, second] = subject.start < object.start ? [who, what] : [what, who];
  return `${first} ${say(words.text, 90)} ${second}${by}.`;
}

/** `citizens:US` in words; what is neither that nor everybody keeps its own word. */
export function audienceText(audience: string): string {
  const country = /^citizens:([A-Z]{2})$/.exec(audience)?.[1];
  if (country !== undefined) return `Citizens of ${withArticle(countryName(country))}`;
  return audience === 'everyone' ? 'Everybody' : audience;
}
const withArticle = (name: string): string => (/^(United |Nether|Philipp|Czech)/.test(name) ? `the ${name}` : name);

/** `text` is the words it was read from: an end that is no figure is told as it stands there. */
export function estimateText({ min, max }: Pick<Estimate, 'min' | 'max'>, text: string): string {
  const figure = (n: number): string => n.toLocaleString('en');
  if (min !== null && max !== null) return min === max ? figure(min) : `${figure(min)} to ${figure(max)}`;
  const ends = endsIn(text);
  if (ends !== null) return `from ${ends.map((end) => calm(clipped(end, 40))).join(' to ')}`;
  if (min !== null) return `${figure(min)} at least, no upper figure`;
  return max === null ? 'no figure' : `up to ${figure(max)}`;
}

/** Of which day or month a figure is, in the words of its text. */
export const asOfText = (asOf: string | null): string => (asOf === null ? '' : `, as of “${isolated(asOf, 40)}”`);

/** An EDTF day as people write it; anything else stays as it is. */
export function dayText(edtf: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edtf);
  if (!day) return edtf;
  const at = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  );
}
