/** Australia's travel advice: the export of all destinations of Smartraveller, in its own form and in the short one with `destinations`. */
import { type AdviceLevel, withUnread } from '../../core/advice.ts';
import { Places } from '../../core/cap/xml/places.ts';
import { type Finding, Findings } from '../../core/finding.ts';
import { countryNamed, placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { adviceFamily } from '../../core/hazard.ts';
import { decodeText } from '../../core/text/decode.ts';
import { asObject, type JsonObject, lineAt, listAt, readJson, textAt } from '../../core/text/json.ts';
import type { Document, Reading } from '../../core/text/reading.ts';
import { dayIn } from '../../core/time/day.ts';
import { parseInstant } from '../../core/time/time.ts';
import { fieldAt, lastSegment, plainText, senderOf, sentOn, slugOf, spansAt } from '../../read/advice/stated.ts';
import { alertOf, type StatedLevel } from '../../read/advice.ts';
import { DocumentBuilder } from '../../read/document/builder.ts';
import { issuedPath, joinReadings } from '../../read/join.ts';
import { readDocument } from '../../read/read.ts';
import type { Envelope, Source, SourceReading, StatedAlert } from '../source.ts';

const issuer = 'AU';
const office = 'Smartraveller';
const maxRows = 500;

/** A word that is not here stays unrated. */
const levels: Readonly<Record<string, AdviceLevel>> = {
  'exercise normal safety precautions': 1,
  'exercise a high degree of caution': 2,
  'reconsider your need to travel': 3,
  'do not travel': 4,
};
/** Stands where a destination has no advice, which is no level. */
const noAdvice = 'no travel advice';

/** One destination, whichever form it came in. */
interface Row {
  readonly name: string;
  readonly level: string | null;
  /** Path, text (with entities and perhaps tags). The advice itself first. */
  readonly words: readonly (readonly [path: string, html: string])[];
  /** What was changed. */
  readonly notes: string | null;
  readonly changed: string | null;
  readonly url: string | null;
}

export const smartraveller: Source = {
  id: 'smartraveller',
  title: 'Smartraveller destinations',
  form: /^\s*[[{][\s\S]*"(?:field_overall_)?advice_level"\s*:/,
  requests: () => [
    {
      via: 'http',
      method: 'GET',
      url: 'https://www.smartraveller.gov.au/destinations-export',
      headers: { accept: 'application/json' },
      body: null,
    },
  ],
  parse,
};

function parse(bytes: Uint8Array, envelope: Envelope): SourceReading {
  const findings = new Findings();
  const text = decodeText(bytes, envelope.type, findings);
  const json = text === null ? undefined : readJson(text, findings);
  const rows = json === undefined ? [] : rowsOf(json, findings);
  if (rows.length === 0) return { alerts: [], reading: null, findings: findings.list(), follow: [] };
  const { whole, parts } = joinReadings(
    rows.map((row) => {
      const { document, findings: found } = documentOf(row);
      return readDocument(document, found, { issuer: { code: issuer, office } });
    }),
  );
  const lines = new Places(whole.document.text);
  const alerts = rows.flatMap((row, number): StatedAlert[] => {
    const reading = parts[number];
    return reading ? [alertFor(row, reading, { envelope, findings, lines, number })] : [];
  });
  return { alerts, reading: whole, findings: [...findings.list(), ...whole.findings], follow: [] };
}

function rowsOf(json: unknown, findings: Findings): Row[] {
  const list = Array.isArray(json) ? (json as readonly unknown[]) : listAt(asObject(json) ?? {}, 'destinations');
  if (list === null || list.length === 0) {
    // An empty list has been seen from healthy sites; nothing ends by it.
    findings.add('error', 'smartraveller.no-destinations', 'The document lists no destinations; fetch it again.');
    return [];
  }
  if (list.length > maxRows)
    findings.add(
      'warning',
      'smartraveller.too-many',
      `Only the first ${maxRows} of ${list.length} destinations are read.`,
    );
  return list.slice(0, maxRows).flatMap((member, number) => {
    const row = rowOf(asObject(member) ?? {});
    if (row === null)
      findings.add(
        'warning',
        'smartraveller.no-name',
        'A destination has no name and was left out; look at the source.',
        { path: `[${number}]` },
      );
    return row === null || row.level?.toLowerCase() === noAdvice ? [] : [row];
  });
}

function rowOf(from: JsonObject): Row | null {
  const texts = (...names: string[]): (readonly [string, string])[] =>
    names.flatMap((name) => {
      const text = textAt(from, name);
      return text === null ? [] : [[name, text] as const];
    });
  const regional = (listAt(from, 'regional_advisories') ?? []).slice(0, maxRows).flatMap((member, number) => {
    const text = textAt(asObject(member) ?? {}, 'advice_text');
    return text === null ? [] : [[`regional_advisories[${number}]`, text] as const];
  });
  const name = plainText(lineAt(from, 'title') ?? lineAt(from, 'country') ?? '');
  if (name === '') return null;
  return {
    name,
    level: lineAt(from, 'field_overall_advice_level') ?? lineAt(from, 'advice_level'),
    words: [...texts('field_last_update', 'field_advice_levels', 'advice_text'), ...regional],
    notes: textAt(from, 'field_last_update_notes'),
    changed: lineAt(from, 'changed') ?? lineAt(from, 'updated_at'),
    url: lineAt(from, 'field_url') ?? lineAt(from, 'url'),
  };
}

function documentOf({ name, level, words, notes, changed }: Row): { document: Document; findings: readonly Finding[] } {
  const builder = new DocumentBuilder();
  builder.add('title', name, 'title');
  if (level !== null) builder.add('status', level, levelPath);
  if (changed !== null) builder.add('status', changed, issuedPath);
  for (const [path, html] of words) builder.addHtml('body', html, path);
  // Says what was changed, which need not hold any more.
  if (notes !== null) builder.addHtml('boilerplate', notes, 'field_last_update_notes');
  const document = builder.build({
    title: name,
    language: 'en',
    publisher: office,
    publishedAt: parseInstant(changed ?? ''),
    day: dayIn(changed ?? '')?.value ?? null,
  });
  return { document, findings: builder.findings };
}

const levelPath = 'field_overall_advice_level';

interface Around {
  readonly envelope: Envelope;
  readonly findings: Findings;
  readonly lines: Places;
  readonly number: number;
}

function alertFor(row: Row, reading: Reading, { envelope, findings, lines, number }: Around): StatedAlert {
  const { document } = reading;
  const { name } = row;
  const slug = slugOf(lastSegment(row.url ?? '') || name);
  const place = countryNamed(name);
  if (place === null)
    findings.add('warning', 'smartraveller.place.unknown', `“${name.slice(0, 80)}” is no country this desk knows.`, {
      path: `[${number}].title`,
    });
  const at = { path: `[${number}].${levelPath}` };
  const alert = alertOf(
    {
      ...{ reading, issuer, office, placeById, family: adviceFamily },
      main: { name, place },
      levels: levelsOf(row, document, findings, at),
      // Regional advice is about places that it names.
      lead: spansAt(
        document,
        row.words.map(([path]) => path).filter((path) => !path.includes('[')),
      ),
      identifier: row.url ?? `smartraveller/${slug}`,
      sender: senderOf(row.url ?? envelope.url, 'smartraveller.gov.au'),
      series: `smartraveller/${slug}`,
      sentAt: parseInstant(row.changed ?? '') ?? sentOn(document.day, envelope.fetchedAt),
      issued: document.day === null ? null : fieldAt(document, issuedPath, document.day),
      audience: null,
      event: `Travel advice, ${name}`,
      expiresAt: null,
      web: row.url ?? envelope.url,
    },
    lines,
  );
  const unread = row.level !== null && !isLevel(row.level) ? fieldAt(document, levelPath, null) : null;
  return withUnread(alert, unread ? [unread] : []);
}

const levelIn = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');
const isLevel = (words: string): boolean => Object.hasOwn(levels, levelIn(words));

function levelsOf({ level, name }: Row, document: Document, findings: Findings, at: { path: string }): StatedLevel[] {
  const words = levelIn(level ?? '');
  const field = Object.hasOwn(levels, words) ? fieldAt(document, levelPath, levels[words] ?? null) : null;
  if (field?.value) return [{ scope: 'whole', level: { ...field, value: field.value } }];
  const stated = level === null ? 'no level' : `“${level.slice(0, 80)}”, which is no level this desk knows`;
  findings.add('warning', 'smartraveller.level.unknown', `${name.slice(0, 80)} has ${stated}; it stays unrated.`, at);
  return [];
}
