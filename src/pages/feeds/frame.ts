/** What every feed of one desk is told of the desk it comes from. */
import type { Issue } from './published.ts';

export interface FeedFrame {
  readonly deskName: string;
  readonly isDrill: boolean;
  /** Never changes, and no other feed has it: `urn:uuid:…`. */
  readonly id: string;
  /** The same for an alert here, by its id. */
  idOf(alert: string): string;
  /** Absolute address of a path of this desk, at the moment the feed shows. */
  link(path: string): string;
  /** Path of the feed itself, such as `/feeds/alerts.atom`. */
  readonly path: string;
  readonly stylesheet: string | null;
  readonly issue: Issue;
}

export const pagePath = (alert: string): string => `/alerts/${alert}`;
export const capPath = (alert: string): string => `/feeds/cap/${alert}.xml`;
export const capType = 'application/cap+xml';
