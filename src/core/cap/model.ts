/**
 * An alert as CAP 1.2 (OASIS CAP-v1.2-os) defines it. Values stand as the sender wrote them (trimmed); a word outside a
 * code list stays a string and counts as unrated. Every element keeps its place in the source.
 */

import type { DrawnShape } from '../geo/shape.ts';
import type { Located } from '../text/span.ts';
import type { Instant } from '../time/time.ts';

export type CapVersion = '1.0' | '1.1' | '1.2';

export const statuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export const msgTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export const scopes = ['Public', 'Restricted', 'Private'] as const;
export const categories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export const responseTypes = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const;
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

/** A date and time as written, with its instant (null when it can't be read as one). */
export interface Stamp {
  readonly text: string;
  readonly at: Instant | null;
}

export interface NamedValue {
  readonly valueName: string;
  readonly value: string;
}

/** One `sender,identifier,sent` triplet of `<references>`. */
export interface Reference {
  readonly sender: string;
  readonly identifier: string;
  readonly sent: string;
}

/** Something that stands in an alert and that the rest of the model has no place for. */
export interface Unread {
  /**
   * `text` stands loose among elements; an `element` stands among words, which were read without it; an `attribute` of an element of
   * CAP is `name="value"`; a `reference` is an entry of `<references>` that names no alert, or stands behind the most that are read.
   */
  readonly kind: 'text' | 'element' | 'attribute' | 'reference';
  /** From the alert, as in `at`: of the element that it stands in. */
  readonly path: string;
  /** A reference is whole, all else may be cut. */
  readonly words: string;
}

/** A polygon or circle: the words of the sender, and the shape if they make one. */
export interface CapShape {
  readonly text: string;
  readonly shape: DrawnShape | null;
}

/** An attribute of an element that CAP does not define; `namespace` is empty when the name has no prefix. */
export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** An element that CAP does not define (a signature, an extension), kept whole; its xmlns declarations are implied. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
}

export interface CapArea {
  readonly areaDesc: string;
  readonly polygons: readonly CapShape[];
  readonly circles: readonly CapShape[];
  readonly geocodes: readonly NamedValue[];
  /** Feet above mean sea level, as written. */
  readonly altitude: string | null;
  readonly ceiling: string | null;
  readonly extra: readonly XmlElement[];
}

export interface CapResource {
  readonly resourceDesc: string;
  readonly mimeType: string | null;
  readonly size: string | null;
  readonly uri: string | null;
  /** Base64 as written. */
  readonly derefUri: string | null;
  readonly digest: string | null;
  readonly extra: readonly XmlElement[];
}

export interface CapInfo {
  /** As written; the standard's default is en-US. */
  readonly language: string | null;
  readonly categories: readonly string[];
  readonly event: string;
  readonly responseTypes: readonly string[];
  readonly urgency: string;
  readonly severity: string;
  readonly certainty: string;
  readonly audience: string | null;
  readonly eventCodes: readonly NamedValue[];
  readonly effective: Stamp | null;
  readonly onset: Stamp | null;
  readonly expires: Stamp | null;
  readonly senderName: string | null;
  readonly headline: string | null;
  readonly description: string | null;
  readonly instruction: string | null;
  readonly web: string | null;
  readonly contact: string | null;
  readonly parameters: readonly NamedValue[];
  readonly resources: readonly CapResource[];
  readonly areas: readonly CapArea[];
  readonly extra: readonly XmlElement[];
}

/** What an alert says, without where it says it. */
export type Said = Omit<CapAlert, 'at'>;

export interface CapAlert {
  readonly version: CapVersion;
  readonly identifier: string;
  readonly sender: string;
  readonly sent: Stamp;
  readonly status: string;
  readonly msgType: string;
  readonly scope: string;
  readonly source: string | null;
  readonly restriction: string | null;
  readonly addresses: string | null;
  readonly codes: readonly string[];
  readonly note: string | null;
  readonly references: readonly Reference[];
  readonly incidents: string | null;
  readonly infos: readonly CapInfo[];
  readonly extra: readonly XmlElement[];
  /** Absent when all was read. */
  readonly unread?: readonly Unread[];
  /**
   * Where each element's text stands in the source, by path from the alert: `sent`, `info[1]/headline`,
   * `info[1]/area[2]/polygon[1]`. Indexes count from 1 and stand on every element that may repeat. The empty path is the
   * alert's own element, from its opening tag to behind its closing one.
   */
  readonly at: Readonly<Record<string, Located>>;
}
