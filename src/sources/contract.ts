/**
 * What every source has to hold, as cases that any test runner can run: `for (const c of sourceContract(source, samples))
 * test(c.name, c.run)`. A case throws a plain Error that says what is wrong. Exported, so that others can test their own.
 */
import { decodeXml } from '../core/cap/xml/decode.ts';
import { Findings } from '../core/finding.ts';
import type { HttpRequest } from '../core/request.ts';
import type { Envelope, Source, SourceReading } from './source.ts';

/** A document as a source may get it, and what it says. */
export interface SourceSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is known from outside; by default handed in without url or type at a fixed time. */
  readonly envelope?: Envelope;
  /**
   * The reading in part: an object may leave out members, a list has to have every element, in order. Missing `alerts`,
   * `findings` or `follow` are not compared.
   */
  readonly expected: unknown;
}

export interface ContractCase {
  readonly name: string;
  run(): void;
}

const handedIn: Envelope = { url: null, type: null, fetchedAt: 1_700_000_000_000 };

export function sourceContract(source: Source, samples: readonly SourceSample[]): readonly ContractCase[] {
  const parse = (bytes: Uint8Array, envelope = handedIn): SourceReading => source.parse(bytes, envelope);
  return [
    { name: 'has a kebab-case id and a title', run: () => checkNames(source) },
    { name: 'requests are the same each time and hold no secret', run: () => checkRequests(source) },
    { name: 'has samples, each with its own name', run: () => checkSamples(samples) },
    ...samples.map((sample) => ({
      name: `reads ${sample.name} as expected`,
      run: () => checkSample(parse(sample.bytes, sample.envelope), sample),
    })),
    ...samples.map((sample) => ({
      name: `survives ${sample.name} cut off and with flipped bits`,
      run: () => {
        for (const bytes of damaged(sample.bytes)) checkReading(bytes, (b) => parse(b, sample.envelope));
      },
    })),
    ...hostileInputs().map(([name, bytes]) => ({ name: `survives ${name}`, run: () => checkReading(bytes, parse) })),
  ];
}

function fail(message: string): never {
  throw new Error(message);
}

function checkNames(source: Source): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(source.id)) fail(`the id “${source.id}” is not in kebab case`);
  if (source.title.trim() === '') fail('the title is empty');
}

function checkSamples(samples: readonly SourceSample[]): void {
  if (samples.length === 0) fail('there are no samples');
  const names = new Set(samples.map((sample) => sample.name));
  if (names.size !== samples.length) fail('two samples have the same name');
}

const secretHeaders = /^(authorization|proxy-authorization|cookie|x-api-key|api-key|x-auth-token)$/i;
const secretQuery = /[?&](key|apikey|api_key|token|access_token|password|secret|sig|signature)=[^&]/i;

function checkRequests(source: Source): void {
  const requests = source.requests({});
  const again = source.requests({});
  if (JSON.stringify(requests) !== JSON.stringify(again))
    fail('two calls with the same settings ask for different things');
  for (const request of requests) checkRequest(request);
}

function checkRequest(request: HttpRequest): void {
  if (!URL.canParse(request.url)) fail(`“${request.url}” is no address`);
  const url = new URL(request.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') fail(`${request.url} is neither http nor https`);
  if (url.username !== '' || url.password !== '') fail(`${url.host} is asked with a name or password in the address`);
  if (secretQuery.test(url.search)) fail(`${url.host} is asked with a secret in the address`);
  const secret = Object.keys(request.headers).find((name) => secretHeaders.test(name));
  if (secret !== undefined) fail(`${url.host} is asked with a secret in the header ${secret}`);
}

function checkSample(reading: SourceReading, sample: SourceSample): void {
  checkReading(sample.bytes, () => reading);
  const difference = differenceOf(sample.expected, reading, 'reading');
  if (difference !== null) fail(difference);
}

/** Reads twice; checks that both say the same and that every finding and place is whole. */
function checkReading(bytes: Uint8Array, parse: (bytes: Uint8Array) => SourceReading): void {
  const before = bytes.slice();
  const reading = parse(bytes);
  if (JSON.stringify(parse(bytes)) !== JSON.stringify(reading)) fail('the same bytes were read in two ways');
  if (before.some((byte, i) => byte !== bytes[i])) fail('reading changed the bytes');
  const length = decodeXml(bytes, new Findings())?.length ?? bytes.length;
  for (const finding of reading.findings) {
    if (!/^[a-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(finding.code)) fail(`“${finding.code}” is no code of dotted words`);
    if (!/\S.*[.!?…]$/s.test(finding.message))
      fail(`${finding.code}: the message is no sentence: “${finding.message}”`);
    checkPlace(finding.where, length, finding.code);
  }
  for (const { alert } of reading.alerts)
    for (const [path, place] of Object.entries(alert.at))
      checkPlace(place, reading.reading?.document.text.length ?? length, path);
  if (reading.reading) checkSpans(reading.reading, reading.reading.document.text);
  for (const { alert, advice } of reading.alerts) {
    if (advice) checkSpans(advice, reading.reading?.document.text ?? '');
    if (advice && advice.parts.length !== alert.infos.length) fail('the advice has not one part for each info');
  }
  for (const request of reading.follow) checkRequest(request);
}

/** Every field anywhere in `value` is exactly the words that stand at its offsets. */
function checkSpans(value: unknown, text: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { start, end, text: words } = value as { start?: unknown; end?: unknown; text?: unknown };
  if (
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof words === 'string' &&
    text.slice(start, end) !== words
  )
    fail(`${start}–${end} should be “${words}” and is “${text.slice(start, end)}”`);
  for (const member of Object.values(value)) checkSpans(member, text);
}

interface Place {
  readonly start?: number;
  readonly end?: number;
  readonly line?: number;
  readonly column?: number;
}

function checkPlace({ start, end, line, column }: Place, length: number, what: string): void {
  if (typeof start !== typeof end) fail(`${what}: has a start without an end, or the other way`);
  if (start !== undefined && end !== undefined && !(0 <= start && start <= end && end <= length))
    fail(`${what}: ${start}–${end} is not inside a text of ${length}`);
  if ((line ?? 1) < 1 || (column ?? 1) < 1) fail(`${what}: lines and columns count from 1`);
}

/** What `actual` lacks of `expected`, in a sentence; null when nothing. */
function differenceOf(expected: unknown, actual: unknown, path: string): string | null {
  if (Array.isArray(expected)) {
    const list = Array.isArray(actual) ? actual : [];
    if (!Array.isArray(actual) || list.length !== expected.length)
      return `${path} should have ${expected.length} elements and is ${JSON.stringify(actual)}`;
    return firstDifference(expected.map((member, i) => [`${path}[${i}]`, member, list[i]]));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return `${path} should be an object and is ${String(actual)}`;
    const members = Object.entries(expected);
    return firstDifference(members.map(([key, member]) => [`${path}.${key}`, member, Reflect.get(actual, key)]));
  }
  return Object.is(expected, actual) ? null : `${path} should be ${String(expected)} and is ${String(actual)}`;
}

function firstDifference(pairs: readonly (readonly [string, unknown, unknown])[]): string | null {
  for (const [path, expected, actual] of pairs) {
    const difference = differenceOf(expected, actual, path);
    if (difference !== null) return difference;
  }
  return null;
}

/** The bytes cut off at sixteen places, and with one bit flipped at sixteen places. */
function* damaged(bytes: Uint8Array): Generator<Uint8Array> {
  for (let i = 0; i < 16; i++) {
    const at = Math.floor((bytes.length * i) / 16);
    yield bytes.slice(0, at);
    const flipped = bytes.slice();
    if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8));
    yield flipped;
  }
}

function hostileInputs(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const noise = Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 0xff);
  return [
    ['nothing', new Uint8Array(0)],
    ['white space', text(' \r\n\t')],
    ['a lone byte order mark', new Uint8Array([0xef, 0xbb, 0xbf])],
    ['half a UTF-16 character', new Uint8Array([0xff, 0xfe, 0x3c])],
    ['zero bytes', new Uint8Array(4096)],
    ['noise', noise],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['XML 100,000 deep', text('<a>'.repeat(100_000))],
    ['JSON 100,000 deep', text('['.repeat(100_000))],
    ['a DOCTYPE with entities', text('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>')],
    ['a web page', text('<!doctype html><html><body><p>Not here</body></html>')],
  ];
}
