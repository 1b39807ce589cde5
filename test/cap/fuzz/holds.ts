/** What must hold of any bytes at all: shapes, places, verdicts, a round trip. Each function says what does not, or null. */
import type * as Library from '../../../src/core/cap/index.ts';
import type { CapAlert, CapCheck, CapReading, Finding, Where } from '../../../src/core/cap/index.ts';
import type { Profile } from '../../../src/core/cap/profiles/index.ts';
import { countryOf } from '../../../src/core/cap/rules/examples/example.ts';
import { keptOf, lossOf } from './kept.ts';

type Cap = typeof Library & { readonly profiles: readonly Profile[] };
/** null when all holds. */
type Fault = string | null;

const encoder = new TextEncoder();
const states: readonly string[] = ['in-force', 'cancelled', 'expired', 'not-yet', 'none'];
/** Of one document; what is true of these is true of the rest. */
const mostLookedAt = 12;

/** Never throws, unless the library does. */
export function faultOf(cap: Cap, bytes: Uint8Array): Fault {
  const reading = cap.read(bytes);
  return (
    ofReading(reading) ??
    ofCheck(cap, cap.check(bytes, { profiles: cap.profiles, countryOf }), reading) ??
    ofChains(cap, reading.alerts) ??
    first(reading.alerts.slice(0, mostLookedAt), (alert) => ofWriting(cap, alert, reading))
  );
}

function first<T>(list: readonly T[], fault: (one: T) => Fault): Fault {
  for (const one of list) {
    const found = fault(one);
    if (found !== null) return found;
  }
  return null;
}

function ofReading({ text, alerts, links, findings, container }: CapReading): Fault {
  if (text === null && (alerts.length > 0 || findings.length === 0)) return 'no text, and yet alerts or no finding';
  if (container === null && alerts.length > 0) return 'alerts in no container';
  if (container === null && findings.length === 0) return 'nothing of CAP, and no finding says so';
  return (
    ofFindings(findings, text) ??
    first(links, ({ href, at }) => (typeof href === 'string' ? ofPlace(at, text) : 'a link without an address')) ??
    first(alerts.slice(0, mostLookedAt), ({ at }) => first(Object.values(at).slice(0, 40), (one) => ofPlace(one, text)))
  );
}

const ofFindings = (findings: readonly Finding[], text: string | null): Fault =>
  first(findings, ({ code, message, severity }) => {
    if (!/^[a-z]+(-[a-z]+)*(\.[\w-]+)+$/.test(code)) return `a code ${code}`;
    if (!['error', 'warning', 'info'].includes(severity)) return `a severity ${severity}`;
    if (message.length > 1_000 || !/[.”)]$/.test(message)) return `${code} says “${message.slice(-200)}”`;
    return message.isWellFormed() ? null : `${code} says half a character`;
  }) ?? first(findings.slice(0, mostLookedAt), ({ code, where }) => prefixed(code, ofPlace(where, text)));

const prefixed = (words: string, fault: Fault): Fault => fault && `${words}: ${fault}`;

function ofPlace({ start, end, line, column }: Where, text: string | null): Fault {
  if (start === undefined && line === undefined) return null;
  if (text === null || start === undefined || end === undefined)
    return 'a line without offsets, or offsets without a text';
  if (!(start >= 0 && start <= end && end <= text.length)) return `a place ${start} to ${end} of ${text.length}`;
  const before = text.slice(0, start).split(/\r\n|\n|\r(?!\n)/);
  const expected = [before.length, (before.at(-1) ?? '').length + 1];
  // Between the two halves of a line end both lines may be named.
  const isSplit = text[start - 1] === '\r' && text[start] === '\n';
  return isSplit || (line === expected[0] && column === expected[1]) ? null : `${start} is not ${line}:${column}`;
}

function ofCheck({ rules, profiles }: Cap, { xml, alerts, findings }: CapCheck, reading: CapReading): Fault {
  const judges = new Map([...rules, ...profiles.flatMap((one) => one.rules)].map((rule) => [rule.code, rule.judges]));
  const isKnown = ({ code }: Finding): boolean => code === 'findings.more' || judges.has(code);
  if (xml !== 'valid' && xml !== 'invalid' && xml !== null) return `a verdict ${xml}`;
  if (xml !== 'valid' && findings.length === 0) return 'no valid XML without a finding';
  if (alerts.length < reading.alerts.length)
    return `${reading.alerts.length} alerts read, and ${alerts.length} checked`;
  const all = [...findings, ...alerts.flatMap((alert) => alert.findings)];
  const unknown = all.find((one) => !isKnown(one));
  if (unknown) return `${unknown.code} is in no table`;
  return (
    ofFindings(findings, reading.text) ??
    first(alerts.slice(0, mostLookedAt), (alert) => {
      const { verdicts } = alert;
      const named = [verdicts.schema, verdicts.spec, ...Object.values(verdicts.profiles)];
      if (named.length !== 2 + profiles.length || named.some((one) => one !== 'valid' && one !== 'invalid'))
        return `verdicts ${named.join()}`;
      const errors = alert.findings.filter(({ severity, code }) => severity === 'error' && judges.get(code) !== 'none');
      const isClean = verdicts.xml === 'valid' && named.every((one) => one === 'valid');
      if (isClean && errors.length > 0) return `all valid with ${errors[0]?.code}`;
      const starts = alert.findings.filter(({ code }) => code !== 'findings.more').map(({ where }) => where.start ?? 0);
      if (starts.some((start, i) => start < (starts[i - 1] ?? 0))) return 'findings out of order';
      return ofFindings(alert.findings, reading.text);
    })
  );
}

function ofChains({ revisionOf, currentAt }: Cap, alerts: readonly CapAlert[]): Fault {
  const chains = revisionOf(alerts);
  const held = new Set(
    chains.flatMap((chain) => [...chain.revisions.map(({ alert }) => alert), ...chain.cancels, ...chain.answers]),
  );
  const strange = [...held].find((alert) => !alerts.includes(alert));
  if (strange) return 'a chain has an alert that was not given';
  if (alerts.length > 0 && chains.length === 0) return 'alerts and no chain';
  return first(chains.slice(0, mostLookedAt), (chain) => {
    const answers = [Number.NEGATIVE_INFINITY, 0, Date.UTC(2024, 9, 3), Number.POSITIVE_INFINITY].map((at) =>
      currentAt(chain, at),
    );
    const wrong = answers.find(({ state, alert, because }) => {
      return !states.includes(state) || (state === 'in-force') !== (alert !== null) || because === '';
    });
    return wrong ? `a chain is ${wrong.state}: ${wrong.because}` : null;
  });
}

/**
 * What was written is one alert that says the same (kept.ts); written again it is the same to the letter; and it is valid by the
 * schema where reading found no error.
 */
function ofWriting({ write, read, check }: Cap, alert: CapAlert, reading: CapReading): Fault {
  const told: Finding[] = [];
  const text = write(alert, { find: (finding) => told.push(finding) });
  // Said with a finding of its own: what was read of 16 MiB can be more when it is written.
  if (told.some(({ code }) => code === 'cap.write.too-large')) return ofFindings(told, reading.text);
  const bytes = encoder.encode(text);
  const again = read(bytes);
  const [written] = again.alerts;
  if (!written || again.alerts.length !== 1) return `written and not read again: ${again.findings[0]?.message ?? ''}`;
  const lost = lossOf(keptOf(alert, told), keptOf(written, told));
  if (lost !== null) return `written otherwise ${lost}`;
  if (write(written) !== text) return `written twice: ${difference(text, write(written))}`;
  if (!reading.findings.some(({ severity }) => severity === 'error')) {
    const broken = check(bytes).alerts[0];
    if (broken?.verdicts.schema !== 'valid')
      return `written and invalid: ${broken?.findings.find(({ severity }) => severity === 'error')?.message}`;
  }
  const kept = read(encoder.encode(write(alert, { unchanged: reading }))).alerts[0];
  const other = kept ? lossOf(keptOf(alert, null), keptOf(kept, null)) : 'wholly';
  if (other !== null && write(alert, { unchanged: reading }) !== text)
    return `written as it stood, and otherwise ${other}`;
  return ofFindings(told, reading.text);
}

/** From shortly before the first letter that differs. */
function difference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at++;
  return `${before.slice(Math.max(0, at - 60), at + 60)} became ${after.slice(Math.max(0, at - 60), at + 60)}`;
}
