/** The axis of what was known when: where it begins and ends, and its lines at round hours of the reader's clock. */
import { day, hour, type Instant } from '../../../core/time/time.ts';
import { plural } from '../../strings/en.ts';

export interface Axis {
  readonly from: Instant;
  readonly to: Instant;
  /** Between two lines, in milliseconds. */
  readonly step: number;
  readonly ticks: readonly Instant[];
  /** Where a time lies between its ends, as a percentage. */
  share(at: Instant): string;
}

const steps = [hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day];
const shortest = 2 * hour;

/**
 * From just before the first word of an issuer (without one the first of `others`) to a fifth beyond now, which nobody knows yet. What came
 * before it would press the warnings to the edge, so it is left to the list. Lines stand at round hours of the clock that is `shift`
 * milliseconds ahead of UTC.
 */
export function axisOf(warned: readonly Instant[], others: readonly Instant[], now: Instant, shift: number): Axis {
  const shown = warned.length > 0 ? warned : others;
  const first = Math.min(now - shortest, ...shown);
  const span = (now - first) * 1.25;
  const [from, to] = [first - span * 0.02, first + span];
  const step = steps.find((one) => (to - from) / one <= 5) ?? 365 * day;
  const ticks: Instant[] = [];
  const firstTick = Math.ceil((from + shift) / step) * step - shift;
  for (let tick = firstTick; tick < to && ticks.length < 12; tick += step) ticks.push(tick);
  return { from, to, step, ticks, share: (time) => `${(((time - from) / (to - from)) * 100).toFixed(2)}%` };
}

/** `hour`, `3 hours`, `2 days`. */
export function stepText(step: number): string {
  const [size, one, many] = step < day ? ([hour, 'hour', 'hours'] as const) : ([day, 'day', 'days'] as const);
  return step === size ? one : plural(step / size, one, many);
}
