/** The Common Alerting Protocol: read, write and hold alerts. This is the package's entry `tocsin/cap`. */
export type { Finding, Severity, Where } from '../finding.ts';
export type { Circle, Point, Polygon, Shape } from '../geo/shape.ts';
export * from './model.ts';
export { type CapReading, readCap } from './read.ts';
export { writeCap } from './write.ts';
