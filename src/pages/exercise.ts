/** A replay as pages show it: a drill over a story that happened, at the times it happened. */
import type { Instant } from '../core/time/time.ts';

export interface Exercise {
  readonly title: string;
  /** What is true and what is invented in it, in our own words. */
  readonly about: string;
  /** IANA zone of the place it is about, and how people call that: `Asia/Kabul`, `Kabul`. */
  readonly timeZone: string;
  readonly place: string;
  /** Where the slider begins and ends; what was played so far ends at the desk's clock. */
  readonly from: Instant;
  readonly until: Instant;
  /** Named moments to go to, in order. */
  readonly moments: readonly { readonly at: Instant; readonly title: string }[];
  /** When each report came, in order. */
  readonly reports: readonly { readonly at: Instant; readonly title: string; readonly report: string }[];
}

/** A letter that a loopback sink of the replay took; nobody outside got it. */
export interface InboxLetter {
  /** Digits and letters; names it in addresses. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** By the replay's clock. */
  readonly at: Instant;
  /** As a mail reader would show it without HTML. */
  readonly text: string;
  readonly notice: string | null;
  /** `mail`, `webhook`. */
  readonly channel: string;
}
