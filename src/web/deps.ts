/** What the routes need of the house, as functions: app/wire.ts gives the real ones, tests give theirs. */
import type { DeskPlace } from '../core/desk-place.ts';
import type { Finding } from '../core/finding.ts';
import type { Gazetteer } from '../core/geo/gazetteer/whole/open.ts';
import type { AlertView, Match, Notice, NoticeView, Rehearsal, Report, WatchedPerson } from '../core/model.ts';
import type { ReadingView, Situation } from '../core/situation.ts';
import type { Document } from '../core/text/reading.ts';
import type { AsOf, Clock, Instant } from '../core/time/time.ts';
import type { Exercise, InboxLetter } from '../pages/exercise.ts';
import type { Moment } from '../pages/layout.tsx';
import type { MapFile } from './map/files.ts';

export interface Asset {
  /** With the hash of its content in it. */
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What became of handed-in bytes. `known`: the same bytes from the same source were here already. */
export type Received =
  | {
      readonly known: boolean;
      readonly report: Report;
      readonly alerts: readonly AlertView[];
      readonly findings: readonly Finding[];
    }
  | { readonly refused: Finding };

export interface WebDeps {
  readonly desk: string;
  readonly deskName: string;
  /** Unlike any other desk's, and the same for as long as this one keeps its key; shown to nobody as it is. */
  readonly identity: string;
  readonly clock: Clock;
  /** Exact values of the Host header this desk answers to, in lower case, with their port. */
  hosts(): readonly string[];
  /** A dated position is believed for this many hours. */
  readonly positionHours: number;
  readonly sources: readonly string[];
  readonly channels: readonly string[];
  readonly assets: readonly Asset[];
  /** The base map first, then what the operator added. */
  maps(): Promise<readonly MapFile[]>;

  /** Set when this desk replays a story: then everything on it is an exercise. */
  readonly exercise: Exercise | null;
  /** Letters that the replay's own sinks took, newest first; empty on a live desk. */
  inbox(): Promise<readonly InboxLetter[]>;

  resolveAsOf(q: { valid?: Instant; recorded?: Instant; seq?: number }): Promise<Moment>;
  /** In force, and those that ended in the 30 days before. */
  alerts(asOf: AsOf): Promise<readonly AlertView[]>;
  alert(asOf: AsOf, id: string): Promise<AlertView | null>;
  /** All alerts that were read from one report by then, whenever they ended. */
  alertsOfReport(asOf: AsOf, report: string): Promise<readonly AlertView[]>;
  /** The last commit up to `seq` that bears on an alert: while it is the same, only time changes alerts. 0 when there is none. */
  alertsChanged(seq: number): Promise<number>;
  /** The alerts that an Update or Cancel names, as far as they are known. */
  namedBy(asOf: AsOf, view: AlertView): Promise<readonly AlertView[]>;
  /** The picture: every situation as of the two times, worst first. */
  situations(asOf: AsOf): Promise<readonly Situation[]>;
  /** The newest reading of each report that bears on that picture, and of those of `also`, in recorded order. */
  readings(asOf: AsOf, also?: readonly string[]): Promise<readonly ReadingView[]>;
  /** The text with its zones that a reading's spans point into; null for a report without prose. */
  document(asOf: AsOf, report: string): Promise<Document | null>;
  /** Ids of the people who are in it at `valid`, and of those who may be and can't be placed. */
  peopleIn(
    situation: Situation,
    valid: Instant,
    people: readonly WatchedPerson[],
  ): { readonly inside: readonly string[]; readonly unplaced: readonly string[] };
  /** Ids of the people who were told of it: by its alerts, of the parts of them that are about it. */
  toldOf(situation: Situation, asOf: AsOf): Promise<readonly string[]>;
  people(seq: number): Promise<{ readonly people: readonly WatchedPerson[]; readonly erased: number }>;
  /** The desk's own, by name. */
  places(seq: number): Promise<readonly DeskPlace[]>;
  /** Without the desk's own places; null where its file is not here. */
  gazetteer(): Promise<Gazetteer | null>;
  /** A dry run; changes nothing. */
  matches(view: AlertView, asOf: AsOf, people: readonly WatchedPerson[]): Promise<readonly Match[]>;
  /** A dry run of a confirmation; changes nothing. null when there is no such alert. */
  rehearse(alertId: string): Promise<Rehearsal | null>;
  /** Newest first. `before` is the id of the last notice of the page before. */
  /** What became of them after `heardUntil` is left out. */
  notices(q: {
    alert?: string;
    limit: number;
    before?: string;
    seq: number;
    heardUntil: Instant;
  }): Promise<readonly NoticeView[]>;
  toldCounts(alertIds: readonly string[], seq: number): Promise<ReadonlyMap<string, number>>;
  /** What still needs a person, newest first. `before` is the id of the last wake of the page before. */
  wakes(limit: number, seq: number, before?: string): Promise<readonly Notice[]>;
  /** With what was found wrong in it, as of commit `seq`, or as known now; null when it was not known then. */
  report(id: string, seq?: number): Promise<Report | null>;
  bytes(hash: string): Promise<Uint8Array | null>;

  receive(input: {
    source: string;
    bytes: Uint8Array;
    type: string | null;
    url: string | null;
    by: string;
  }): Promise<Received>;
  /** null when there is no such alert. */
  confirm(alertId: string, by: string): Promise<AlertView | null>;
  /** How many receipts were read; null when there is no such channel. */
  receipts(channel: string, bytes: Uint8Array): Promise<number | null>;

  operatorOf(token: string): Promise<string | null>;
  openSession(token: string): Promise<{ readonly cookie: string; readonly name: string } | null>;
  sessionOf(cookie: string): Promise<string | null>;
  closeSession(cookie: string): Promise<void>;

  ready(): Promise<readonly { readonly name: string; readonly ok: boolean; readonly why: string }[]>;
  metrics(): Promise<{ readonly type: string; readonly body: string }>;
  /** A bug reached a route: to be logged. */
  fault(error: unknown): void;
}
