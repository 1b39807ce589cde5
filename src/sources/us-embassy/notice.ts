/**
 * An embassy's notice as a document: title, then lines with labels (Location, Event, Actions to Take …), each label a heading of its own
 * so that no sentence begins with it. The words are the embassy's; only bullets are left out.
 */
import type { Finding, Findings } from '../../core/finding.ts';
import type { Document, Zone } from '../../core/text/reading.ts';
import { dayIn } from '../../core/time/day.ts';
import type { Instant } from '../../core/time/time.ts';
import { DocumentBuilder } from '../../read/document/builder.ts';
import { issuedPath } from '../../read/join.ts';
import { isContact } from './contact.ts';

/** A paragraph or list item, before its label is looked for. */
export interface Line {
  readonly zone: Zone;
  readonly text: string;
}

export interface Stated {
  readonly title: string | null;
  readonly lines: readonly Line[];
  /** As a feed states it. */
  readonly published: string | null;
  readonly publishedAt: Instant | null;
  readonly language: string | null;
  readonly publisher: string | null;
}

export interface NoticeDocument {
  readonly document: Document;
  /** Paths that lead: whatever is neither title nor boilerplate. */
  readonly lead: readonly string[];
  /** The path of the block whose words bear the day, and the day's words. */
  readonly issued: { readonly path: string; readonly words: string; readonly value: string } | null;
  readonly findings: readonly Finding[];
  /** The text has labels of a notice. */
  readonly labelled: boolean;
}

const labels: readonly (readonly [words: RegExp, path: string])[] = [
  [/^locations?\s*:/i, 'location'],
  [/^event(s|\(s\))?\s*:/i, 'event'],
  [/^(embassy|consulate|consular|mission) operations\s*:/i, 'operations'],
  [/^(recommended )?actions? (to|you should) take\s*:/i, 'actions'],
  [/^(for )?(further )?assistance\s*:/i, 'assistance'],
];
const noticeTitle = /\b(alert|message for u\. ?s\. citizens|warden message|security (update|notice|message))\b/i;
const longestTitle = 300;

/** The lines of a text, those joined again that were wrapped. */
export function linesOf(text: string): Line[] {
  const lines: { zone: Zone; text: string }[] = [];
  /** The line before, when no empty one stands between. */
  let last: string | null = null;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const bullet = /^\s*(?:[•·▪*‣–-]|\d{1,2}[.)])\s+(?=\S)/.exec(raw)?.[0];
    const words = raw.slice(bullet?.length ?? 0).trim();
    const before = lines.at(-1);
    const wrapped = last !== null && goesOn(last) && bullet === undefined && labelOf(words) === null;
    last = words === '' ? null : words;
    if (words === '') continue;
    if (wrapped && before) before.text += ` ${words}`;
    else lines.push({ zone: bullet === undefined ? 'body' : 'list', text: words });
  }
  return lines;
}

/** The paragraphs and list items of HTML. */
export function linesOfHtml(html: string, findings: Findings): Line[] {
  const builder = new DocumentBuilder();
  builder.addHtml('body', html);
  const { text, blocks } = builder.build({
    title: null,
    language: null,
    publisher: null,
    publishedAt: null,
    day: null,
  });
  for (const { severity, code, message, where } of builder.findings) findings.add(severity, code, message, where);
  return blocks.flatMap(({ start, end, zone }) =>
    text
      .slice(start, end)
      .split('\n')
      .map((line) => ({ zone, text: line.trim() })),
  );
}

/** A long line without an end, not in capitals, was wrapped by whoever sent it. */
const goesOn = (line: string): boolean => {
  const words = line.slice(labelOf(line)?.label.length ?? 0);
  return line.length >= 60 && !/[.!?:;”"]$/.test(words) && /[a-z]/.test(words);
};

/** The title, when the first line is one. */
export function titleOf(lines: readonly Line[]): string | null {
  const words = lines[0]?.text ?? '';
  const short = words.length <= longestTitle && labelOf(words) === null;
  return short && noticeTitle.test(words) && !/[.]$/.test(words) ? words : null;
}

const labelOf = (words: string): { path: string; label: string } | null => {
  for (const [pattern, path] of labels) {
    const label = pattern.exec(words)?.[0];
    if (label !== undefined) return { path, label };
  }
  return null;
};

export function documentOf({ title, lines, published, publishedAt, language, publisher }: Stated): NoticeDocument {
  const builder = new DocumentBuilder();
  if (title !== null) builder.add('title', title, 'title');
  if (published !== null) builder.add('status', published, issuedPath);
  let section = 'text';
  let dateline: string | null = null;
  const found = new Set<string>();
  lines.forEach(({ zone, text }) => {
    const label = labelOf(text);
    if (label !== null) {
      section = label.path;
      builder.add('heading', label.label, `${section}.label`);
    }
    const words = label === null ? text : text.slice(label.label.length).trim();
    if (words === '') return;
    // From the first line that is more than whom to call the notice goes on, whatever stands above it.
    if (section === 'assistance' && !isContact(words)) section = 'further';
    const isDate = section === 'text' && found.size === 0 && dayIn(words)?.end === words.length && words.length < 40;
    if (isDate) dateline = words;
    else found.add(section);
    const own = section === 'assistance' ? 'boilerplate' : isDate ? 'heading' : zone === 'title' ? 'heading' : zone;
    builder.add(own, words, isDate ? 'dateline' : section);
  });
  const issued = issuedIn(title, published, dateline);
  const document = builder.build({ title, language, publisher, publishedAt, day: issued?.value ?? null });
  const lead = [...found].filter((path) => path !== 'assistance' && path !== 'location');
  return {
    document,
    lead,
    issued,
    findings: builder.findings,
    labelled: found.has('event') || found.has('actions') || found.has('location'),
  };
}

/** A feed's own date counts, else the title's, else that of a line by itself. */
function issuedIn(title: string | null, published: string | null, dateline: string | null): NoticeDocument['issued'] {
  const candidates = [
    [issuedPath, published],
    ['title', title],
    ['dateline', dateline],
  ] as const;
  for (const [path, words] of candidates) {
    const day = dayIn(words ?? '');
    if (words !== null && day !== null) return { path, words: words.slice(day.start, day.end), value: day.value };
  }
  return null;
}
