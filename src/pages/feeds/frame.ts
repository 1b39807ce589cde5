/** What every feed of one desk is told of the desk it comes from. */
import type { Issue } from './published.ts';

export interface FeedFrame {
  readonly deskName: string;
  /** What the desk is called as the sender of CAP of its own. */
  readonly sender: string;
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
/** The same as it came, whatever is wrong with it, as a file. */
export const camePath = (alert: string): string => `${capPath(alert)}?as=came`;
/** What tells the end of a warning, apart from the warning itself. */
export const endName = (alert: string): string => `${alert} is over`;
