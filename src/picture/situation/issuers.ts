/** Who warns of one danger, what they say now, and the strongest of it. */
import { type AlertView, mayTell } from '../../core/model.ts';
import type { IssuerWord, Situation, SituationUnknown } from '../../core/situation.ts';
import { distinct } from '../anchor/alert-spots.ts';
import { saidAt } from '../anchor/time.ts';
import { isIn } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import type { Named } from './named.ts';
import type { Heard } from './opinions.ts';
import { type Level, newerFirst, strongerFirst, type Told, type Voice } from './voice.ts';

/**
 * Newest first. An issuer speaks by its newest alert; of CAP by the newest of each event, for a second warning takes no first one's place
 * unless it references it. What nobody vouches for stands apart, so that no stranger speaks in an issuer's name. What a medium reports of an issuer counts while that issuer has no alert here itself, and only when it says what to do.
 * `standing`: levels of advice on the whole country. `named`: where an alert names its danger and its places.
 */
export function issuersOf(
  voices: readonly Voice[],
  past: readonly AlertView[],
  heard: Heard,
  standing: readonly Level[],
  named: (voice: Voice) => Named,
): IssuerWord[] {
  const own = [...Map.groupBy(voices, speakerOf).values()].flatMap((all) => {
    const [voice] = all;
    return voice ? [alertWord(voice, all.slice(1), past, standing, named(voice))] : [];
  });
  const speaking = new Set(own.map(({ issuer }) => issuer));
  const reported = reportedWords(heard).filter(({ issuer }) => !speaking.has(issuer));
  return [...own, ...reported].toSorted(
    (a, b) => b.issuedAt - a.issuedAt || b.knownAt - a.knownAt || (a.issuer < b.issuer ? -1 : 1),
  );
}

const speakerOf = ({ issuer, vouched, view }: Voice): string => `${vouched}\n${issuer}\n${eventOf(view)}`;

/** An issuer of advice has one word for a place; one of CAP warns of each event by itself. */
const eventOf = ({ advice, alert }: AlertView): string =>
  advice !== null ? '' : `${alert.sender}\n${alert.infos.map(({ event }) => event.trim().toLowerCase()).join('\n')}`;

/** One chain of references, or the same event of the same sender. */
const isEarlier = (past: AlertView, { view, issuer }: Voice): boolean =>
  issuerOf(past) === issuer &&
  (view.advice !== null ||
    eventOf(past) === eventOf(view) ||
    past.situations.some((chain) => view.situations.includes(chain)));

function alertWord(
  voice: Voice,
  others: readonly Voice[],
  past: readonly AlertView[],
  standing: readonly Level[],
  named: Named,
): IssuerWord {
  const { view, issuer } = voice;
  const level = highestLevel([...voice.levels, ...standing.filter((one) => voice.vouched && one.issuer === issuer)]);
  const told = distinct(voice.told.map((one) => [one.value, one] as const));
  const earlier = [...others.map((one) => one.view), ...past.filter((one) => isEarlier(one, voice))];
  return {
    issuer,
    name: voice.name,
    words: voice.words,
    ...named,
    level: level?.value ?? null,
    scope: level?.scope ?? null,
    levelCite: level?.cite ?? null,
    severity: voice.severity?.cite ?? null,
    instructions: told.map(({ value }) => value),
    instructionCites: told.map(({ cite }) => cite),
    audience: voice.audienceValue,
    audienceCite: voice.audience,
    trust: view.trust,
    issuedAt: voice.at,
    issued: voice.issued,
    knownAt: view.recorded.at,
    expires: voice.expires,
    expiresCite: voice.expiresCite,
    places: voice.places,
    alert: view.id,
    report: view.report,
    earlier: [...new Set(earlier.toSorted(newerFirst).map(({ id }) => id))],
  };
}

const issuerOf = ({ advice, alert }: AlertView): string => advice?.issuer ?? alert.infos[0]?.senderName ?? alert.sender;

/** The highest; of equal ones the narrower scope, then the newer. One for parts of a place counts when there is no other. */
export function highestLevel(levels: readonly Level[]): Level | null {
  const width = { point: 0, part: 1, whole: 2 } as const;
  const covering = levels.filter(({ scope }) => scope !== 'part');
  const pool = covering.length > 0 ? covering : levels;
  return pool.toSorted((a, b) => b.value - a.value || width[a.scope] - width[b.scope] || b.at - a.at)[0] ?? null;
}

/** Newest report of each issuer first. */
function reportedWords({ warnings }: Heard): IssuerWord[] {
  const ordered = warnings.toSorted(
    (a, b) =>
      saidAt(b.reading) - saidAt(a.reading) ||
      b.reading.recorded.seq - a.reading.recorded.seq ||
      a.warning.words.start - b.warning.words.start,
  );
  const keyed = ordered.flatMap(({ reading, warning }) => {
    const { issuer, instructions, audience } = warning;
    if (!issuer || instructions.length === 0) return [];
    const { report } = reading;
    const told = distinct(instructions.map((one) => [one.value, toldIn(report, one)] as const)).toSorted(strongerFirst);
    const word: IssuerWord = {
      issuer: issuer.value,
      name: issuer.text,
      words: citeOf(report, warning.words),
      danger: warning.hazard && isIn(warning.hazard, warning.words) ? citeOf(report, warning.words) : null,
      level: null,
      scope: null,
      levelCite: null,
      severity: null,
      instructions: told.map(({ value }) => value),
      instructionCites: told.map(({ cite }) => cite),
      audience: audience?.value ?? null,
      audienceCite: audience && citeOf(report, audience),
      trust: reading.trust,
      issuedAt: saidAt(reading),
      issued: null,
      knownAt: reading.recorded.at,
      ...{ expires: null, expiresCite: null },
      places: warning.area ? [warning.area.text] : [],
      placeCites: warning.area ? [citeOf(report, warning.area)] : [],
      alert: null,
      report,
      earlier: [],
    };
    return [[issuer.value, word] as const];
  });
  return distinct(keyed);
}

const toldIn = (
  report: string,
  { value, immediate, sentence }: Heard['warnings'][number]['warning']['instructions'][number],
): Told => ({ value, immediate, width: 0, at: [], cite: citeOf(report, sentence) });

/** The strongest of those who may tell people. `voices` are newest first, which decides between equals. */
export function instructionOf(voices: readonly Voice[]): Situation['instruction'] {
  const told = vouched(voices).flatMap(({ told: all, issuer }) => all.map((one) => ({ ...one, issuer })));
  const [best] = told.toSorted(strongerFirst);
  return best
    ? { value: best.value, issuer: best.issuer, immediate: best.immediate, at: best.at, cite: best.cite }
    : null;
}

export const vouched = (voices: readonly Voice[]): Voice[] => voices.filter((voice) => voice.vouched);

export function severityOf(voices: readonly Voice[]): Situation['severity'] {
  const rated = vouched(voices).flatMap(({ severity, issuer }) =>
    severity && severity.rank !== null ? [{ ...severity, rank: severity.rank, issuer }] : [],
  );
  const [worst] = rated.toSorted((a, b) => b.rank - a.rank);
  return worst ? { value: worst.value, issuer: worst.issuer, cite: worst.cite } : null;
}

const safePlace = /\bsafer? (places?|locations?|areas?|spots?|ground|havens?)\b(?! (such as|like|at|in) )/i;

/**
 * What follows from what is missing: no end stated by anybody, a safe place that none is named for, no level by an issuer of advice
 * while another states one.
 */
export function missingOf(issuers: readonly IssuerWord[], isStanding: boolean): SituationUnknown[] {
  const own = issuers.filter(({ alert, trust }) => alert !== null && mayTell(trust));
  if (own.length === 0) return [];
  const unknowns: SituationUnknown[] = [];
  const none = { issuer: null, cite: null, speaker: null, at: null };
  if (!isStanding && own.every(({ expires }) => expires === null)) unknowns.push({ ...none, about: 'end' });
  const sentences = own.flatMap(({ words, instructionCites }) => [words, ...instructionCites]);
  if (sentences.some(({ text }) => safePlace.test(text))) unknowns.push({ ...none, about: 'safe-place' });
  const rated = own.some(({ level }) => level !== null);
  const unrated = own.filter(({ level, severity }) => rated && level === null && severity === null);
  return [...unknowns, ...unrated.map(({ issuer }) => ({ ...none, about: 'level', issuer }))];
}
