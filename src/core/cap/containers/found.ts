/** What a document holds for whoever reads CAP: alert elements, and addresses of alerts that it only names. */
import type { Located } from '../../text/span.ts';
import type { CapVersion } from '../model.ts';
import type { XmlNode } from '../xml/tree.ts';
import type { Outer } from './inner.ts';

/** An element `alert` of a known version. */
export interface FoundAlert {
  /** Its offsets count in the text of the whole document, also where it came escaped or encoded in a text. */
  readonly node: XmlNode;
  readonly version: CapVersion;
  /** Absolute path of the element in its document: `/alert`, `/feed/entry[2]/content/alert`. */
  readonly path: string;
  readonly own: OwnDocument;
}

/**
 * An alert as a document of its own, which is how it was signed: the document that it is the one root of, also where that
 * came escaped or encoded in a text; else, as in a feed, from its first to its last character.
 */
export interface OwnDocument {
  readonly text: string;
  /** Where its offsets stand in the text of the whole document. */
  readonly outer: Outer;
}

/** An alert that a feed names and does not hold. */
export interface CapLink {
  /** http or https, and absolute where the feed's own address is known or the link is; else as written, with a finding. */
  readonly href: string;
  /** What the feed calls the entry, for an error that a person reads; null when it has no title. */
  readonly title: string | null;
  readonly at: Located;
}

/** The kind of document: one alert, or what holds or names several. `wrapper`: an element that no standard names as one. */
export type ContainerKind = 'alert' | 'atom' | 'rss' | 'edxl-de' | 'wrapper' | 'several';

export interface Found {
  readonly container: ContainerKind | null;
  readonly alerts: readonly FoundAlert[];
  readonly links: readonly CapLink[];
}
