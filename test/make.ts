/** Alerts, facts, people and clocks for tests, with what a test does not care about filled in. */
import type { CapAlert, CapArea, CapInfo, Reference, Stamp } from '../src/core/cap/model.ts';
import type { AlertBody, Fact, FactBody } from '../src/core/fact.ts';
import type { DrawnShape } from '../src/core/geo/shape.ts';
import type { AlertView, Person, Stay, WatchedPerson } from '../src/core/model.ts';
import { type Clock, type Instant, parseInstant } from '../src/core/time/time.ts';

export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
};
export const stamp = (text: string): Stamp => ({ text, at: parseInstant(text) });

/** A square around a point, `half` degrees each way. */
export const square = (lat: number, lon: number, half: number): DrawnShape => ({
  kind: 'polygon',
  ring: [
    { lat: lat - half, lon: lon - half },
    { lat: lat - half, lon: lon + half },
    { lat: lat + half, lon: lon + half },
    { lat: lat + half, lon: lon - half },
    { lat: lat - half, lon: lon - half },
  ],
});

const capText = (shape: DrawnShape): string =>
  shape.kind === 'polygon'
    ? shape.ring.map(({ lat, lon }) => `${lat},${lon}`).join(' ')
    : `${shape.center.lat},${shape.center.lon} ${shape.radiusMeters / 1000}`;

export function makeArea(shape: DrawnShape | null, area: Partial<CapArea> = {}): CapArea {
  const text = shape ? capText(shape) : '';
  const polygons = shape?.kind === 'polygon' ? [{ text, shape }] : [];
  const circles = shape?.kind === 'circle' ? [{ text, shape }] : [];
  return { areaDesc: 'River bank', polygons, circles, geocodes: [], altitude: null, ceiling: null, extra: [], ...area };
}

export function makeInfo(info: Partial<CapInfo> = {}): CapInfo {
  return {
    language: 'en',
    categories: ['Met'],
    event: 'Flash flood',
    responseTypes: ['Evacuate'],
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Likely',
    audience: null,
    eventCodes: [],
    effective: null,
    onset: null,
    expires: stamp('2026-03-02T12:00:00+00:00'),
    senderName: 'Sample Water Office',
    headline: 'Flash flood on the Sample river',
    description: 'Water is rising fast.',
    instruction: 'Leave the river bank now.',
    web: null,
    contact: null,
    parameters: [],
    resources: [],
    areas: [makeArea(square(34.5, 69.2, 0.1))],
    extra: [],
    ...info,
  };
}

export function makeAlert(alert: Partial<CapAlert> = {}): CapAlert {
  return {
    version: '1.2',
    identifier: 'flood-1',
    sender: 'water@sample.example',
    sent: stamp('2026-03-02T06:00:00+00:00'),
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    source: null,
    restriction: null,
    addresses: null,
    codes: [],
    note: null,
    references: [],
    incidents: null,
    infos: [makeInfo()],
    extra: [],
    at: {},
    ...alert,
  };
}

export const referenceTo = (alert: CapAlert): Reference => ({
  sender: alert.sender,
  identifier: alert.identifier,
  sent: alert.sent.text,
});

export function makeView(view: Partial<AlertView> = {}): AlertView {
  return {
    id: 'a-1',
    report: 'r-1',
    alert: makeAlert(),
    advice: null,
    resolved: [],
    trust: 'operator',
    confirmedBy: 'Ana',
    confirmedAt: at('2026-03-02T06:05:00Z'),
    state: 'in-force',
    situation: 's-1',
    situations: ['s-1'],
    endedBy: null,
    enders: [],
    claimedEndedBy: [],
    recorded: { seq: 1, at: at('2026-03-02T06:01:00Z') },
    ...view,
  };
}

export const standing = (lat: number, lon: number): Stay => ({
  town: null,
  country: null,
  admin1: null,
  at: { lat, lon },
  positionAt: null,
  from: null,
  to: null,
});

export function makePerson(ref: string, person: Partial<Person> = {}): WatchedPerson {
  return {
    id: `p-${ref}`,
    person: {
      ref,
      name: `Name of ${ref}`,
      role: `Role of ${ref}`,
      nationality: null,
      language: 'en',
      channels: [{ channel: 'mail', address: `${ref}@people.example` }],
      stay: standing(34.5, 69.2),
      wardenOf: [],
      space: 'live',
      ...person,
    },
  };
}

/** A fact recorded as commit `seq`, one second apart from 2026-03-02T06:00:00Z on. */
export function fact<B extends FactBody>(seq: number, subject: string, body: B, to: Instant | null = null): Fact<B> {
  return {
    subject,
    interval: { from: null, to },
    body,
    recorded: { seq, at: at('2026-03-02T06:00:00Z') + seq * 1000 },
  };
}

export function alertFact(seq: number, id: string, alert: CapAlert, body: Partial<AlertBody> = {}): Fact<AlertBody> {
  const ends = alert.infos.map((info) => info.expires?.at ?? null);
  const to = ends.includes(null) || ends.length === 0 ? null : Math.max(...(ends as Instant[]));
  const whole: AlertBody = {
    kind: 'alert',
    report: 'r-1',
    alert,
    name: `t-${id}`,
    references: [],
    situations: ['s-1'],
    trust: 'unverified',
    ...body,
  };
  return fact(seq, id, whole, to);
}

/** A clock turned by hand. Whoever waits is released when the hand passes. */
export class HandClock implements Clock {
  #now: Instant;
  #sleepers: { until: Instant; release: () => void }[] = [];

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  /** Turns the clock, forwards or back. */
  set(now: Instant): void {
    this.#now = now;
    const awake = this.#sleepers.filter((sleeper) => sleeper.until <= now);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.until > now);
    for (const sleeper of awake) sleeper.release();
  }

  advance(ms: number): void {
    this.set(this.#now + ms);
  }

  wait(ms: number, signal?: Parameters<Clock['wait']>[1]): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      this.#sleepers.push({ until: this.#now + ms, release: resolve });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
