/** read FILE|URL|-: what a text says and who says it, each part with its words. Stores and sends nothing. */
import { createHash } from 'node:crypto';
import { type Finding, Findings, hasError } from '../../core/finding.ts';
import { isRefusal } from '../../core/refusal.ts';
import { decodeText } from '../../core/text/decode.ts';
import type { Reading } from '../../core/text/reading.ts';
import { lastOf } from '../../core/time/day.ts';
import { calm } from '../../pages/parts/shown-text.ts';
import { readingOfCap } from '../../read/cap.ts';
import { documentOfHtml } from '../../read/document/html.ts';
import { documentOfText } from '../../read/document/text.ts';
import { readingAsJson } from '../../read/json.ts';
import { printReading } from '../../read/print.ts';
import { readDocument } from '../../read/read.ts';
import { sourceByForm, sourceById, sources } from '../../sources/index.ts';
import type { Source, SourceReading } from '../../sources/source.ts';
import { type Command, exit } from '../line/command.ts';
import { type Input, inputOf, isUrl } from '../line/input.ts';

const accept = 'text/html, text/plain;q=0.9, */*;q=0.1';

export const read: Command = {
  name: 'read',
  usage: 'FILE|URL|-',
  takes: [1, 1],
  help: 'Says what a text or web page says and who says it: warnings, claims, events, what is not known; nothing is stored.',
  example: 'read --date 2021-08-26 statement.txt',
  options: {
    json: { type: 'boolean', help: 'Prints one JSON object, as docs/read.schema.json describes it.' },
    date: {
      type: 'string',
      value: 'DAY',
      help: 'The day against which “yesterday” is read (2021-08-26); else the text’s own.',
    },
    source: {
      type: 'string',
      value: 'ID',
      help: 'Reads it as a document of this source, which says who speaks (us-embassy); else by what it looks like.',
    },
  },
  config: true,
  async run(context) {
    const { args, flags, stdout, stderr } = context;
    const named = args[0] ?? '';
    const date = flags['date'];
    if (typeof date === 'string' && !isDay(date)) {
      stderr('tocsin: --date is a day, such as 2021-08-26.\n');
      return exit.usage;
    }
    const source = flags['source'];
    if (typeof source === 'string' && !sourceById(source)) {
      stderr(`tocsin: There is no source “${calm(source)}”. There are: ${sources.map(({ id }) => id).join(', ')}.\n`);
      return exit.usage;
    }
    const got = await inputOf(context, named, accept);
    if (got === null) return exit.interrupted;
    if (isRefusal(got)) {
      stderr(`tocsin: ${calm(got.refused)}\n`);
      return exit.usage;
    }
    const asked: Asked = { named, date: typeof date === 'string' ? date : null };
    const findings = new Findings();
    const text = decodeText(got.bytes, got.type, findings);
    if (text === null) {
      printFindings(findings.list(), stderr);
      return exit.refused;
    }
    const by = typeof source === 'string' ? sourceById(source) : sourceByForm(text);
    const bySource = by && parseAs(by, got, asked);
    if (bySource && bySource.reading === null && bySource.alerts.length === 0) {
      printFindings(bySource.findings, stderr);
      return exit.refused;
    }
    const reading = bySource ? readingOf(bySource) : readProse(text, got, asked, findings.list());
    const id = `r-${createHash('sha256').update(got.bytes).digest('hex').slice(0, 16)}`;
    if (flags['json']) stdout(`${JSON.stringify(readingAsJson(reading, id))}\n`);
    else stdout(printReading(reading, calm, bySource?.alerts[0]?.advice?.issuer ?? null));
    printFindings(reading.findings, stderr);
    return hasError(reading.findings) ? exit.refused : exit.done;
  },
};

interface Asked {
  readonly named: string;
  readonly date: string | null;
}

const formUnknown: Finding = {
  severity: 'warning',
  code: 'read.form-unknown',
  message: 'This is data in a form that no source here knows, so its raw text was read as if it were prose.',
  where: {},
};

function readProse(text: string, { type }: Input, { named, date }: Asked, decoding: readonly Finding[]): Reading {
  const html = isHtml(text, type, named);
  const { document, findings } = html ? documentOfHtml(text) : documentOfText(text);
  const isData = !html && /^\s*(?:<\?xml\b|<(?:rss|feed)\b|\{\s*["}]|\[\s*[{[])/.test(text);
  return readDocument(date === null ? document : { ...document, day: date }, [
    ...decoding,
    ...findings,
    ...(isData ? [formUnknown] : []),
  ]);
}

function parseAs(source: Source, { bytes, type }: Input, { named, date }: Asked): SourceReading {
  const url = isUrl(named) ? named : null;
  const fetchedAt = (date === null ? null : lastOf(date)) ?? 0;
  return source.parse(bytes, { url, type, fetchedAt });
}

/** What a source says of its document: the findings on its alerts count as much as those on its words. */
const readingOf = ({ reading, alerts, findings }: SourceReading): Reading =>
  reading
    ? { ...reading, findings }
    : readingOfCap(
        alerts.map(({ alert }) => alert),
        findings,
      );

function printFindings(findings: readonly Finding[], stderr: (text: string) => void): void {
  for (const { severity, message } of findings) stderr(`tocsin: ${severity}: ${calm(message)}\n`);
}

function isDay(text: string): boolean {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!day) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isHtml = (text: string, type: string | null, named: string): boolean =>
  (type === null ? /\.html?$/i.test(named) : /\bx?html\b/i.test(type)) ||
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body|article)\b/i.test(
    text.slice(0, 2000),
  );
