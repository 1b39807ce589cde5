/** One anchor at one moment → its situation, or null when nothing of it counts then. */
import { adviceFamily } from '../../core/hazard.ts';
import type { AlertView } from '../../core/model.ts';
import type { Cite, ReadingView, Situation, SituationEvent } from '../../core/situation.ts';
import type { Said } from '../../core/text/reading.ts';
import type { Instant } from '../../core/time/time.ts';
import type { Anchor } from '../anchor/anchors.ts';
import type { Gazetteer } from '../anchor/gazetteer.ts';
import { apartAfter, beginOf, saidAt, saidFor } from '../anchor/time.ts';
import { type Deed, deedsOf } from './events.ts';
import { highestLevel, instructionOf, issuersOf, missingOf, severityOf, vouched } from './issuers.ts';
import { type Named, namedIn } from './named.ts';
import { claimsOf, deadlinesOf, disagreementsOf, estimatesOf, type Heard, trendOf } from './opinions.ts';
import { drawing, leading, placeOf } from './place.ts';
import { type Counted, countedIn, statedUnknowns } from './unknowns.ts';
import { type Level, type Voice, voicesOf } from './voice.ts';

export interface Moment {
  readonly valid: Instant;
  readonly gazetteer: Gazetteer;
  /** Whether an alert is in force at `valid`. */
  isInForce(view: AlertView): boolean;
  /** Levels of advice on the whole of a country (ISO code). */
  standingIn(country: string | null): readonly Level[];
  /** What the reader found in a report; of standing advice as well. */
  saidIn(report: string): Said | undefined;
  /** The commit a report came with. */
  seqOf(report: string): number;
}

export function situationAt(anchor: Anchor, moment: Moment): Situation | null {
  const { valid } = moment;
  const begun = anchor.parts.filter(({ view }) => beginOf(view) <= valid);
  const current = begun.filter(({ view }) => moment.isInForce(view));
  const heard = heardAt(anchor, current, valid);
  if (current.length === 0 && !isSpokenOf(heard, valid)) return null;
  const voices = voicesOf(current, valid);
  const place = placeOf(anchor, voices, valid, moment.gazetteer);
  const past = begun.map(({ view }) => view).filter((view) => !moment.isInForce(view));
  const named = (voice: Voice): Named => namedIn(voice, moment.saidIn(voice.view.report), place.id, moment.gazetteer);
  const warned = warnedAt(voices, past, heard, moment.standingIn(place.country), named);
  const deeds = deedsOf(heard.events, anchor.events, moment.gazetteer);
  const counted = countedIn(deeds);
  const said = saidOf(deeds, heard, voices, moment);
  const members = [...begun.map(({ view }) => view), ...heard.readings];
  const known = members.map(({ recorded }) => recorded.at);
  return {
    id: anchor.id,
    family: anchor.family,
    event: eventOf(anchor, voices),
    happened: said.events.some(({ status }) => status === 'happened'),
    place,
    ...warned,
    ...said,
    casualties: counted.map(({ count }) => count),
    unknowns: unknownsOf(anchor, heard, counted, warned.issuers, valid),
    alerts: [...new Set(begun.map(({ view }) => view.id))].toSorted(),
    reports: reportsOf(members, [...levelCites(warned), ...said.events.flatMap(withdrawersOf)], moment),
    knownSince: Math.min(...known),
    changedAt: Math.max(...known),
  };
}

type Warned = Pick<Situation, 'instruction' | 'level' | 'severity' | 'issuers'>;

function warnedAt(
  voices: readonly Voice[],
  past: readonly AlertView[],
  heard: Heard,
  standing: readonly Level[],
  named: (voice: Voice) => Named,
): Warned {
  const level = highestLevel([...vouched(voices).flatMap(({ levels }) => levels), ...standing]);
  return {
    instruction: instructionOf(voices),
    level: level && { value: level.value, issuer: level.issuer, scope: level.scope, cite: level.cite },
    severity: severityOf(voices),
    issuers: issuersOf(voices, past, heard, standing, named),
  };
}

type SaidOfIt = Pick<Situation, 'trend' | 'claims' | 'disagreements' | 'deadlines' | 'estimates' | 'events'>;

function saidOf(
  deeds: readonly Deed[],
  heard: Heard,
  voices: readonly Voice[],
  { valid, gazetteer }: Moment,
): SaidOfIt {
  return {
    trend: trendOf(heard, voices, valid),
    claims: claimsOf(heard),
    disagreements: disagreementsOf(heard, deeds, gazetteer, valid),
    deadlines: deadlinesOf(heard),
    estimates: estimatesOf(heard),
    events: deeds.map(({ event }) => event),
  };
}

/** What texts state first; what is stated need not be worked out. */
function unknownsOf(
  { family }: Anchor,
  heard: Heard,
  counted: readonly Counted[],
  issuers: Situation['issuers'],
  valid: Instant,
): Situation['unknowns'] {
  const stated = statedUnknowns(heard, counted, valid);
  const about = new Set(stated.map((unknown) => unknown.about));
  return [...stated, ...missingOf(issuers, family === adviceFamily).filter((unknown) => !about.has(unknown.about))];
}

const levelCites = ({ level, issuers }: Warned): (Cite | null)[] => [
  level?.cite ?? null,
  ...issuers.map(({ levelCite }) => levelCite),
];

const withdrawersOf = ({ withdrawnBy, takenBack }: SituationEvent): (Cite | null)[] => [
  withdrawnBy,
  ...takenBack.map((one) => one.withdrawnBy),
];

/** Those of its members and those it cites beside them, such as advice on the country. */
function reportsOf(members: readonly { report: string }[], cites: readonly (Cite | null)[], moment: Moment): string[] {
  const cited = cites.filter((cite) => cite !== null);
  const reports = new Set([...members, ...cited].map(({ report }) => report));
  return [...reports].toSorted((a, b) => moment.seqOf(a) - moment.seqOf(b) || (a < b ? -1 : 1));
}

function heardAt(anchor: Anchor, current: Anchor['parts'], valid: Instant): Heard {
  const standing = new Set(current.map(({ view }) => view.report));
  const isHeard = (reading: ReadingView): boolean =>
    saidAt(reading) <= valid && (valid - saidAt(reading) < saidFor || standing.has(reading.report));
  const counts = ({ reading }: { readonly reading: ReadingView }): boolean => isHeard(reading);
  return {
    claims: anchor.claims.filter(counts),
    warnings: anchor.warnings.filter(counts),
    events: anchor.events.filter(counts),
    readings: [...anchor.readings].filter(isHeard),
  };
}

/** Without an alert a danger stays on the picture while somebody has spoken of it lately. */
const isSpokenOf = ({ readings }: Heard, valid: Instant): boolean =>
  readings.some((reading) => valid - saidAt(reading) <= apartAfter);

/** As CAP names it now, in the words of what leads it; notices in prose have no such name, and nor has a situation that they share. */
function eventOf({ spot, parts }: Anchor, voices: readonly Voice[]): string | null {
  if (spot.kind !== 'drawn') return null;
  const alert = leading(drawing(voices))?.view.alert ?? parts[0]?.view.alert;
  const info =
    alert?.infos.find(({ language }) => (language ?? 'en').toLowerCase().startsWith('en')) ?? alert?.infos[0];
  return info?.event || null;
}
