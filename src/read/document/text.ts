/** Plain text as a document: its lines in zones. The text stays as it is but for what no reader can see. */
import { Findings } from '../../core/finding.ts';
import type { Block, Zone } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { dayIn } from '../../core/time/day.ts';
import { marked } from './blocks.ts';
import { cleanText } from './clean.ts';
import {
  isBoilerplate,
  isCaption,
  isCredit,
  isHeading,
  isLabelled,
  isStopped,
  listMark,
  opensRelated,
} from './cues.ts';
import type { ReadDocument } from './html.ts';
import { type Line, linesOf } from './lines.ts';

/** Linear in the length of the text; never throws. */
export function documentOfText(raw: string): ReadDocument {
  const findings = new Findings();
  const text = cleanText(raw, findings);
  const lines = linesOf(text);
  const zones = zonesOf(lines);
  const blocks = marked(
    text,
    lines.map(({ start, end }, number): Block => ({ start, end, zone: zones[number] ?? 'body' })),
  );
  const title = blocks.find(({ zone }) => zone === 'title') ?? null;
  const document = {
    text,
    blocks,
    title: title && text.slice(title.start, title.end),
    language: null,
    publisher: null,
    publishedAt: null,
    day: dayOf(text, title, blocks.find(({ zone }) => zone === 'status') ?? null),
  };
  return { document, findings: findings.list() };
}

/** The day of the dateline, else the only day that the title names. */
function dayOf(text: string, title: Span | null, dateline: Span | null): string | null {
  for (const span of [dateline, title]) {
    const day = span && dayIn(text.slice(span.start, span.end));
    if (day) return day.value;
  }
  return null;
}

const longestTitle = 200;

function zonesOf(lines: readonly Line[]): Zone[] {
  const zones = lines.map(({ text, alone }, number): Zone => {
    if (number === 0 && isTitle(lines[0])) return 'title';
    if (number < 4 && isDateline(text)) return 'status';
    if (isBoilerplate(text)) return 'boilerplate';
    if (isCaption(text)) return 'caption';
    if (listMark(text) > 0) return 'list';
    if (opensRelated(text)) return 'related';
    const next = lines[number + 1];
    const leads = next !== undefined && !isBoilerplate(next.text);
    return leads && isHeading(text) && (alone || /[?:]$/.test(text)) ? 'heading' : 'body';
  });
  return relatedAtEnd(lines, zones);
}

const isTitle = (line: Line | undefined): boolean =>
  line?.alone === true &&
  line.text.length <= longestTitle &&
  !isStopped(line.text) &&
  listMark(line.text) === 0 &&
  !isDateline(line.text) &&
  !isCaption(line.text) &&
  !isLabelled(line.text) &&
  !line.only;

/** “Washington, 24 August 2021”, “Published: 2021-08-24 09:00 UTC”: a day, and little beside it. */
function isDateline(line: string): boolean {
  if (line.length > 100) return false;
  const day = dayIn(line);
  if (day === null) return false;
  const rest = `${line.slice(0, day.start)} ${line.slice(day.end)}`;
  const words = rest
    .replace(
      /\b(?:published|updated|posted|issued|last|modified|date|on|at|by|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b:?|\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b(?:UTC|GMT|[A-Z]{2,4}T)\b|[+-]\d\d:?\d\d|\bT\b/gi,
      ' ',
    )
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu);
  return (
    words === null ||
    (words.length <= 4 && words.every((word) => /^\p{Lu}|^(?:of|the|de|al)$/u.test(word)) && !isStopped(line))
  );
}

/** After the credit at the end, and after “Related”, headlines follow that belong to other texts. */
function relatedAtEnd(lines: readonly Line[], zones: readonly Zone[]): Zone[] {
  const out = [...zones];
  let opened = false;
  lines.forEach(({ text }, number) => {
    const zone = out[number];
    if (zone === 'related' || (zone === 'boilerplate' && isCredit(text))) opened = true;
    else if (zone !== 'boilerplate' && opened) {
      const headline =
        (zone === 'body' || zone === 'heading' || zone === 'list') && !isStopped(text) && text.length <= longestTitle;
      if (headline) out[number] = 'related';
      else opened = zone === 'caption';
    }
  });
  return out;
}
