/** The two times of a question, read from a query. */
import type { Finding } from '../core/finding.ts';
import { formatInstant, type Instant, parseInstant } from '../core/time/time.ts';
import type { Moment } from '../pages/layout.tsx';
import type { WebDeps } from './deps.ts';
import { findingOf } from './fail.ts';

/** `at` is both times at once: as it stood and as it was known. What is known is asked for by one of them or by a commit. */
export interface MomentQuery {
  readonly valid?: string | undefined;
  readonly recorded?: string | undefined;
  readonly seq?: string | undefined;
  readonly at?: string | undefined;
}

export async function momentOf(deps: WebDeps, query: MomentQuery): Promise<Moment | { readonly finding: Finding }> {
  const asked: { valid?: Instant; recorded?: Instant; seq?: number } = {};
  const twice = statedTwice(query);
  if (twice) return { finding: twice };
  for (const name of ['valid', 'recorded', 'at'] as const) {
    const text = query[name];
    if (text === undefined || text === '') continue;
    const time = timeIn(text);
    if (time === null) return { finding: noTime(name) };
    if (name !== 'recorded') asked.valid = time;
    if (name !== 'valid') asked.recorded = time;
  }
  if (query.seq !== undefined && query.seq !== '') {
    if (!/^\d{1,15}$/.test(query.seq))
      return { finding: findingOf('request.seq', '“seq” is the number of a commit, such as 212.', { path: 'seq' }) };
    asked.seq = Number(query.seq);
  }
  const moment = await deps.resolveAsOf(asked);
  return asked.seq !== undefined && asked.seq > moment.seq ? { finding: ahead(asked.seq, moment.seq) } : moment;
}

/** A `+` that was not escaped arrives as a blank. null also for what an answer could not name: before the year 1, after 9999. */
function timeIn(text: string): Instant | null {
  const time = parseInstant(text.replace(/ (?=\d\d:?\d\d$)/, '+'));
  return time === null || parseInstant(formatInstant(time)) === null ? null : time;
}

const noTime = (path: string): Finding =>
  findingOf('request.time', `“${path}” is no time with an offset, such as 2021-08-26T07:30:00Z.`, { path });

const contradictory = [
  ['seq', 'recorded'],
  ['seq', 'at'],
  ['at', 'recorded'],
  ['at', 'valid'],
] as const;

/** Two answers to one question: neither may win in silence. */
function statedTwice(query: MomentQuery): Finding | null {
  const pair = contradictory.find((names) => names.every((name) => (query[name] ?? '') !== ''));
  if (!pair) return null;
  const [path, other] = pair;
  return findingOf('request.moment', `“${path}” and “${other}” ask for two moments at once; leave one out.`, { path });
}

const ahead = (asked: number, current: number): Finding =>
  findingOf('request.seq', `There is no commit ${asked} yet; the newest is ${current}.`, { path: 'seq' });
