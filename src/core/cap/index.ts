/** The Common Alerting Protocol: read, check, write and order alerts. This is the package's entry `tocsin/cap`. */
export type { Finding, Severity, Where } from '../finding.ts';
export type { Circle, DrawnShape as Shape, Point, Polygon } from '../geo/shape.ts';
export { type Meeting, type RingFaults, ringFaults } from '../geo/validity/faults.ts';
export {
  type CapCheck,
  type CheckedAlert,
  type CheckOptions,
  check,
  type Verdict,
  type Verdicts,
} from './check.ts';
export type { CapLink, ContainerKind } from './containers/found.ts';
export * from './model.ts';
export type { Profile } from './profiles/profile.ts';
export { type CapOptions, type CapReading, readCap as read } from './read.ts';
export {
  compareResource,
  decodeDeref,
  maxResourceBytes,
  type ResourceBytes,
  resourceUrl,
} from './resources/resource.ts';
export { sniffMime } from './resources/sniff.ts';
export { namesIn } from './revisions/incidents.ts';
export {
  type Chain,
  type Current,
  currentAt,
  type Revision,
  type RevisionOptions,
  revisionOf,
} from './revisions/revisions.ts';
export { rules } from './rules/index.ts';
export type { Judges, Known, Rule } from './rules/rule.ts';
export { type WriteOptions, writeCap as write } from './write.ts';
