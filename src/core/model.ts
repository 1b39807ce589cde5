/** The words all folders share. See DESIGN words in ARCHITECTURE.md; CAP's own words are in cap/model.ts. */
import type { Advice } from './advice.ts';
import type { CapAlert } from './cap/model.ts';
import type { Finding } from './finding.ts';
import type { ResolvedArea } from './geo/geocodes/areas.ts';
import type { Point, Shape } from './geo/shape.ts';
import type { Instant, Recorded } from './time/time.ts';

/** Live or drill. Rows, people and channels of one never meet those of the other. */
export type Space = 'live' | 'drill';

/** How much an alert is trusted (who vouches for it). Only the first three may notify people. */
export type Trust = 'signed' | 'from-origin' | 'operator' | 'unverified' | 'reported';
export const mayTell = (trust: Trust): boolean => trust === 'signed' || trust === 'from-origin' || trust === 'operator';

/** A document as a source gave it. `hash` is the SHA-256 of its bytes in hex; `id` is `r-` and 16 digits of a hash over source and bytes. */
export interface Report {
  readonly id: string;
  readonly hash: string;
  /** Id of the source plug-in that reads it. */
  readonly source: string;
  /** Where it was fetched from, or null when it was handed in. */
  readonly url: string | null;
  /** Further addresses that gave the same bytes later, in that order: a copy, or where it came from. */
  readonly alsoAt: readonly string[];
  /** Media type as stated, or null. */
  readonly type: string | null;
  readonly fetchedAt: Instant;
  /** The operator who handed it in, or null. */
  readonly by: string | null;
  readonly size: number;
  readonly recorded: Recorded;
  readonly findings: readonly Finding[];
}

/** `in-force`: counts now. `not-actual`: Exercise, Test, System, Draft. `not-a-warning`: Ack, Error, and a Cancel itself. */
export type AlertState = 'in-force' | 'expired' | 'cancelled' | 'superseded' | 'not-actual' | 'not-a-warning';

/** One alert revision as the picture holds it, as of (valid, recorded). */
export interface AlertView {
  /** `a-` and 16 hex digits: hash of the report's id and the alert's number in it. */
  readonly id: string;
  readonly report: string;
  readonly alert: CapAlert;
  /** Of an embassy notice or a travel advice; null for an alert in CAP. Then all shapes in its areas are the desk's own. */
  readonly advice: Advice | null;
  /** What the geocodes of areas that nothing is drawn for stand for, as it was known then. */
  readonly resolved: readonly ResolvedArea[];
  readonly trust: Trust;
  /** Who confirmed it, when trust is `operator`. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly state: AlertState;
  /** The chain it belongs to: one id for an alert, its updates and its cancel. */
  readonly situation: string;
  /** All chains it speaks for, its own first: an update or cancel may reference alerts of several. */
  readonly situations: readonly string[];
  /** The alert that superseded or cancelled it, if any. */
  readonly endedBy: string | null;
  /** All that did: two updates may name the same alert. */
  readonly enders: readonly string[];
  /** Updates and cancels that claim to end it and are not confirmed: shown, without effect. */
  readonly claimedEndedBy: readonly string[];
  readonly recorded: Recorded;
}

/** Where a person is or will be. */
export interface Stay {
  readonly town: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly at: Point | null;
  /** When the position was known; null is standing (does not age). */
  readonly positionAt: Instant | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Somebody the desk looks after. `ref` is the desk's own id from the watch list; it is sealed like the name. */
export interface Person {
  readonly ref: string;
  readonly name: string;
  readonly role: string | null;
  readonly nationality: string | null;
  /** BCP 47, or null. */
  readonly language: string | null;
  /** In order of preference, which the watch list has no column for yet: mail, then webhook. */
  readonly channels: readonly { readonly channel: string; readonly address: string }[];
  readonly stay: Stay;
  /** `ref`s of the people this person answers for. */
  readonly wardenOf: readonly string[];
  readonly space: Space;
}

/** A person with the id the store knows: a keyed hash of `ref`, `p-` and 32 hex digits, which says nothing by itself. */
export interface WatchedPerson {
  readonly id: string;
  readonly person: Person;
}

/**
 * Why somebody is told or is not. Codes with plain data; the sentences are in pages/ and in each channel's strings.
 * Nothing here holds a name, an address or a coordinate: reasons are stored in the clear.
 */
export type Reason =
  | {
      readonly code: 'inside';
      readonly info: number;
      readonly area: number;
      readonly shape: Shape['kind'];
      /** The shape is the desk's own: the issuer named the place and drew nothing. Radius in metres. */
      readonly ours?: { readonly radiusMeters: number };
      /** The issuer drew nothing and named the area by this code; the boundary is from `source`. */
      readonly geocode?: { readonly scheme: string; readonly value: string; readonly source: string };
      /** Their own record names the country or division of that code (ISO 3166), and no place that is surely outside its boundary. */
      readonly record?: string;
    }
  /** Advice on the whole of the country they are in (ISO code). */
  | { readonly code: 'in-country'; readonly info: number; readonly country: string }
  /** It holds for them and is standing advice that did not become urgent: shown, not told. */
  | { readonly code: 'standing'; readonly info: number }
  | { readonly code: 'outside' }
  /**
   * Outside the boundary of an area by code, and nearer to it than it is exact to; or further out, though their own record names the
   * country or division (`record`, of ISO 3166): they may be inside.
   */
  | {
      readonly code: 'near-edge';
      readonly info: number;
      readonly area: number;
      readonly meters: number;
      readonly record?: string;
    }
  | { readonly code: 'no-position' }
  | { readonly code: 'old-position'; readonly positionAt: Instant }
  | { readonly code: 'not-there-yet'; readonly from: Instant }
  | { readonly code: 'gone'; readonly to: Instant }
  | { readonly code: 'no-channel' }
  /** `alert`: of a wake about several, each has a reason of its own. */
  | { readonly code: 'unverified'; readonly trust: Trust; readonly alert?: string }
  | { readonly code: 'not-actual'; readonly status: string }
  | { readonly code: 'not-a-warning'; readonly msgType: string }
  | { readonly code: 'expired'; readonly at: Instant }
  | { readonly code: 'cancelled'; readonly by: string }
  | { readonly code: 'superseded'; readonly by: string }
  | { readonly code: 'too-old'; readonly sentAt: Instant; readonly hours: number }
  | { readonly code: 'sent-unreadable' }
  | { readonly code: 'no-area' }
  | { readonly code: 'area-unresolved'; readonly info: number; readonly area: number }
  | { readonly code: 'restricted'; readonly scope: string };

/**
 * An alert revision meets a watched person. `tell` implies `show`. `info` is the number (from 0) of the info whose area
 * covers the person, chosen by severity and then by the person's language; null when none does.
 */
export interface Match {
  readonly person: string;
  readonly alert: string;
  readonly show: boolean;
  readonly tell: boolean;
  readonly info: number | null;
  readonly why: readonly Reason[];
}

/** What a notice does: `alert` the first word; `update` what changed; `left` the area no longer covers them; `cancel`; `wake` is for the desk itself. */
export type NoticeKind = 'alert' | 'update' | 'left' | 'cancel' | 'wake';

/** What changed between the revision somebody was told of and this one. */
export type Change = 'instruction' | 'level' | 'severity' | 'urgency' | 'begin' | 'until' | 'area' | 'words';

/** A message to one person about one situation revision. Holds no name, address or position. */
export interface Notice {
  /** `n-` and 32 hex digits: hash of desk, person, situation, alert and kind. The same notice is never made twice. */
  readonly id: string;
  readonly desk: string;
  /** WatchedPerson id, or `desk` for a wake. */
  readonly person: string;
  readonly situation: string;
  /** The alert revision it speaks for; null for a wake. */
  readonly alert: string | null;
  readonly info: number | null;
  /** The revision they had been told before: what an update changed, what a cancel ended. null for a first word. */
  readonly before: string | null;
  readonly kind: NoticeKind;
  readonly why: readonly Reason[];
  readonly changes: readonly Change[];
  readonly urgent: boolean;
  readonly madeAt: Instant;
  /** After this it is not sent any more. */
  readonly expiresAt: Instant;
  /** The sentence of a wake; null otherwise. Never names a person. */
  readonly sentence: string | null;
}

/** Where one notice stands on one channel. */
export type DeliveryState =
  | 'queued' // due now or later
  | 'standby' // waits for an earlier channel to fail
  | 'leased' // an attempt is under way
  | 'accepted' // the far side took it
  | 'refused' // the far side will never take it
  | 'expired' // its time ran out before it was sent
  | 'replaced' // a later revision made it needless
  | 'spared' // an earlier channel was enough
  | 'dead'; // given up after the last attempt

export interface Delivery {
  readonly notice: string;
  readonly channel: string;
  readonly rank: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The far side's last word, redacted. */
  readonly words: string | null;
}

/** What the far side said about a notice, and when. SMTP 250 is `accepted`, not `delivered`. */
export type ReceiptKind = 'accepted' | 'delivered' | 'read' | 'bounced' | 'answered';
export interface Receipt {
  readonly notice: string;
  readonly channel: string;
  readonly kind: ReceiptKind;
  readonly at: Instant;
  readonly words: string;
}

/** A notice with where it stands on each channel and what came back. */
export interface NoticeView extends Notice {
  /** Notices of one letter go to their person in one message: the id of the gravest; null for one that goes alone. */
  readonly letter: string | null;
  readonly deliveries: readonly Delivery[];
  readonly receipts: readonly Receipt[];
}

/** What would follow at this moment if an operator vouched for an alert; nothing is written. */
export interface Rehearsal {
  /** People who would be told, by what they would be told. */
  readonly words: Readonly<Record<Exclude<NoticeKind, 'wake'>, number>>;
  /** Alerts in force that would end: an update or a cancel takes their place. */
  readonly ends: readonly AlertView[];
  /** Why it would tell nobody as a warning, if so. */
  readonly held: readonly Reason[];
}
