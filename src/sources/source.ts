/** What a source plug-in is. It does no I/O: it says what to request and reads what came back. */
import type { Advice } from '../core/advice.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { Finding } from '../core/finding.ts';
import type { HttpRequest } from '../core/request.ts';
import type { Reading } from '../core/text/reading.ts';
import type { Instant } from '../core/time/time.ts';

/** What is known about bytes from outside themselves. */
export interface Envelope {
  readonly url: string | null;
  /** Media type as stated by who gave it. */
  readonly type: string | null;
  readonly fetchedAt: Instant;
}

/** An alert as the source states it: in CAP, or made of a notice or advice with what CAP has no element for. */
export interface StatedAlert {
  readonly alert: CapAlert;
  readonly advice: Advice | null;
}

export interface SourceReading {
  readonly alerts: readonly StatedAlert[];
  /** What prose says; null for a document that has none. */
  readonly reading: Reading | null;
  readonly findings: readonly Finding[];
  /** More documents to fetch: linked CAP, full articles. */
  readonly follow: readonly HttpRequest[];
}

export interface Source {
  /** Folder name, kebab case. */
  readonly id: string;
  readonly title: string;
  /** What its documents alone look like, however they came (a RegExp that is not global or sticky does); absent where they could be anybody's prose. */
  readonly form?: { test(text: string): boolean };
  /** What to fetch now; empty for a source whose documents are handed in. */
  requests(settings: Readonly<Record<string, string>>): readonly HttpRequest[];
  /** Never throws; whatever it can't read becomes findings. Same bytes and envelope, same reading. */
  parse(bytes: Uint8Array, envelope: Envelope): SourceReading;
}
