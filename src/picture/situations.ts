/**
 * Alerts and readings → situations as of (valid, recorded): one danger around one place each. Pure.
 *
 * - What is recorded decides which words belong together (anchor/); the moment asked for decides which of them count (situation/).
 * - A word joins the anchor whose family agrees and whose place it names, lies in or covers, within a week of it; references of CAP bind
 *   without that, and its incidents without family and place. Joining is to the anchor, never to another word, and an anchor stays where its first word put it.
 * - Advice on a whole country is a situation of its own and gives its level, and nothing else, to every other one in that country.
 * - What nobody vouches for is shown and decides nothing. One issuer speaks by its newest alert.
 * - Trend, denials and stated unknowns are news for 48 hours. Without an alert in force a situation ends after a week of silence.
 * - What is taken back was never so: a withdrawal counts whatever moment is asked for, once it is recorded.
 */
import { endOf } from '../core/cap/meaning.ts';
import { type AlertView, mayTell } from '../core/model.ts';
import type { ReadingView, Situation } from '../core/situation.ts';
import type { AsOf, Instant } from '../core/time/time.ts';
import { type Anchor, named, together } from './anchor/anchors.ts';
import { gather } from './anchor/gather.ts';
import type { Gazetteer } from './anchor/gazetteer.ts';
import { beginOf } from './anchor/time.ts';
import { worstFirst } from './order.ts';
import { type Moment, situationAt } from './situation/assemble.ts';
import { type Level, levelOf } from './situation/voice.ts';

export interface Known {
  /** As `alertsOf` gives them for the same question, with the first of each chain, however old. */
  readonly alerts: readonly AlertView[];
  /** The newest reading of each report. */
  readonly readings: readonly ReadingView[];
}

/** Worst first. What was recorded after `asOf.seq` changes nothing, nor does the order of what is given. */
export function situationsOf(known: Known, asOf: AsOf, gazetteer: Gazetteer): readonly Situation[] {
  const { valid, seq } = asOf;
  const alerts = known.alerts.filter(({ recorded }) => recorded.seq <= seq).toSorted(byId);
  const readings = known.readings.filter(({ recorded }) => recorded.seq <= seq).toSorted(byReport);
  const isInForce = inForceAt(alerts, valid);
  const standing = standingBy(
    alerts.filter((view) => beginOf(view) <= valid && isInForce(view)),
    gazetteer,
  );
  const seqs = new Map([...alerts, ...readings].map(({ report, recorded }) => [report, recorded.seq]));
  const said = new Map(readings.map((reading) => [reading.report, reading.said]));
  const moment: Moment = {
    valid,
    gazetteer,
    isInForce,
    standingIn: (country) => standing.get(country ?? '') ?? [],
    saidIn: (report) => said.get(report),
    seqOf: (report) => seqs.get(report) ?? 0,
  };
  const found = named(gather(alerts, readings, gazetteer)).flatMap((anchors) => oneAt(anchors, moment) ?? []);
  return found.toSorted(worstFirst);
}

/** Of one danger at one place there is one situation at a moment. */
function oneAt(anchors: readonly Anchor[], moment: Moment): Situation | null {
  const counting = anchors.flatMap((anchor) => {
    const situation = situationAt(anchor, moment);
    return situation ? [{ anchor, situation }] : [];
  });
  const [first, ...more] = counting;
  if (!first || more.length === 0) return first?.situation ?? null;
  return situationAt(together([first.anchor, ...more.map(({ anchor }) => anchor)]), moment);
}

const byId = (a: AlertView, b: AlertView): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byReport = (a: ReadingView, b: ReadingView): number => (a.report < b.report ? -1 : a.report > b.report ? 1 : 0);

/** An alert that was ended is in force until what ended it begins: who asks for the time before sees it as it stood. */
function inForceAt(alerts: readonly AlertView[], valid: Instant): (view: AlertView) => boolean {
  const begins = new Map(alerts.map((view) => [view.id, beginOf(view)]));
  const isYetToEnd = ({ alert, enders }: AlertView): boolean =>
    enders.length > 0 &&
    enders.every((id) => (begins.get(id) ?? Number.NEGATIVE_INFINITY) > valid) &&
    (endOf(alert) ?? Number.POSITIVE_INFINITY) > valid;
  return (view) =>
    view.state === 'in-force' || ((view.state === 'superseded' || view.state === 'cancelled') && isYetToEnd(view));
}

/** Levels of advice on whole countries, by country: the context of every danger in it. */
function standingBy(inForce: readonly AlertView[], gazetteer: Gazetteer): ReadonlyMap<string, readonly Level[]> {
  const levels = new Map<string, Level[]>();
  for (const view of inForce) {
    if (!mayTell(view.trust)) continue;
    for (const part of view.advice?.parts ?? []) {
      const place = gazetteer.placeById(part.place);
      const level: Level | null = levelOf(view, part);
      if (!level || part.scope !== 'whole' || place?.kind !== 'country') continue;
      levels.set(place.country, [...(levels.get(place.country) ?? []), level]);
    }
  }
  return levels;
}
