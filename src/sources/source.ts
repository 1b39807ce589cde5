/** What a source plug-in is. It does no I/O: it says what to request and reads what came back. */
import type { CapAlert } from '../core/cap/model.ts';
import type { Finding } from '../core/finding.ts';
import type { HttpRequest } from '../core/request.ts';
import type { Instant } from '../core/time/time.ts';

/** What is known about bytes from outside themselves. */
export interface Envelope {
  readonly url: string | null;
  /** Media type as stated by who gave it. */
  readonly type: string | null;
  readonly fetchedAt: Instant;
}

export interface SourceReading {
  readonly alerts: readonly CapAlert[];
  readonly findings: readonly Finding[];
  /** More documents to fetch: linked CAP, full articles. */
  readonly follow: readonly HttpRequest[];
}

export interface Source {
  /** Folder name, kebab case. */
  readonly id: string;
  readonly title: string;
  /** What to fetch now; empty for a source whose documents are handed in. */
  requests(settings: Readonly<Record<string, string>>): readonly HttpRequest[];
  /** Never throws; whatever it can't read becomes findings. Same bytes and envelope, same reading. */
  parse(bytes: Uint8Array, envelope: Envelope): SourceReading;
}
