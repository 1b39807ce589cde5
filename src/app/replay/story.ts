/** A story folder: story.json, its watch list and its reports. Every fault in it is one plain sentence, and all are told at once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Person, Trust } from '../../core/model.ts';
import { type Instant, parseInstant } from '../../core/time/time.ts';
import { sourceById } from '../../sources/index.ts';
import { readPeople } from './people.ts';

export interface StoryReport {
  /** Its name in the folder `reports`. */
  readonly file: string;
  readonly source: string;
  readonly trust: Trust;
  readonly url: string;
  readonly fetchedAt: Instant;
  readonly bytes: Uint8Array;
}

export interface Story {
  readonly title: string;
  readonly about: string;
  /** IANA zone of the place it is about, and how people call that. */
  readonly timeZone: string;
  readonly place: string;
  /** Where asking begins and where the story ends. */
  readonly from: Instant;
  readonly until: Instant;
  readonly moments: readonly { readonly at: Instant; readonly title: string }[];
  /** Where the clock begins: at the first report, which may lie before `from`. */
  readonly start: Instant;
  /** By the time each came. */
  readonly reports: readonly StoryReport[];
  readonly people: readonly Person[];
  /** SHA-256 of all of it in hex. */
  readonly hash: string;
}

export type StoryReading = { readonly story: Story } | { readonly faults: readonly string[] };

const text = z
  .string({ error: 'must be a text' })
  .min(1, 'must not be empty')
  .regex(/^[^\p{Cc}]*$/u, 'must be one line');
const time = z.string({ error: 'must be a time' }).transform((written, context) => {
  const at = parseInstant(written);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'must be a time with an offset, such as 2021-08-26T12:00:00+04:30' });
  return z.NEVER;
});
const fileName = text.regex(/^\w[\w.-]*$/, 'must be the name of a file, without a folder');
const trusts = ['signed', 'from-origin', 'operator', 'unverified', 'reported'] as const satisfies readonly Trust[];
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'must be a list' });

const reportSchema = z.strictObject({
  file: fileName,
  source: text.refine((id) => sourceById(id) !== null, 'is no source of this desk'),
  trust: z.enum(trusts, { error: `must be one of ${trusts.join(', ')}` }),
  url: text.refine((url) => URL.canParse(url), 'must be an address'),
  fetchedAt: time,
  note: text.optional(),
});

const storySchema = z.strictObject({
  id: text.regex(/^[a-z0-9-]+$/, 'may have small letters, digits and dashes'),
  title: text,
  about: text,
  timeZone: text.refine(isTimeZone, 'is no time zone, such as Asia/Kabul'),
  place: text,
  from: time,
  until: time,
  moments: list(z.strictObject({ at: time, title: text })),
  people: fileName,
  reports: list(reportSchema).min(1, 'must have a report'),
});
type Written = z.infer<typeof storySchema>;

/** Reads the folder; never throws for what is wrong with it. */
export function readStory(folder: string): StoryReading {
  const faults: string[] = [];
  const file = readFile(folder, 'story.json', faults);
  const written = file && parse(file, faults);
  if (!file || !written) return { faults };
  checkTimes(written, faults);
  const start = Math.min(written.from, ...written.reports.map(({ fetchedAt }) => fetchedAt));
  const listed = readFile(folder, written.people, faults);
  const people = listed ? readPeople(written.people, listed, start, faults) : [];
  const reports = written.reports.flatMap((report) => {
    const bytes = readFile(join(folder, 'reports'), report.file, faults);
    return bytes ? [{ ...report, bytes }] : [];
  });
  if (faults.length > 0) return { faults };
  const hash = hashOf([file, ...(listed ? [listed] : []), ...reports.map(({ bytes }) => bytes)]);
  const inOrder = reports.toSorted((a, b) => a.fetchedAt - b.fetchedAt);
  return { story: { ...written, start, people, reports: inOrder, hash } };
}

function parse(bytes: Uint8Array, faults: string[]): Written | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    faults.push(`story.json is not JSON: ${(error as Error).message}.`);
    return null;
  }
  const read = storySchema.safeParse(json);
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    const where = pathOf(issue.path);
    const words =
      issue.code === 'unrecognized_keys'
        ? `holds ${issue.keys.map((key) => `“${key}”`).join(', ')}, which nobody reads`
        : issue.code === 'invalid_type' && issue.path.length === 0
          ? 'must hold one JSON object'
          : issue.message;
    faults.push(`story.json: ${where ? `${where} ` : 'it '}${words}.`);
  }
  return null;
}

/** `reports[2].fetchedAt`, counted from 0 as in the file's own language. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`)).join('');

function checkTimes({ from, until, moments, reports }: Written, faults: string[]): void {
  if (until <= from) faults.push('story.json: until must be after from.');
  for (const [i, { at }] of moments.entries())
    if (at < from || at > until) faults.push(`story.json: moments[${i}].at lies outside from and until.`);
  const seen = new Set<string>();
  for (const [i, { file, fetchedAt }] of reports.entries()) {
    if (fetchedAt > until) faults.push(`story.json: reports[${i}].fetchedAt lies after until.`);
    if (seen.has(file)) faults.push(`story.json: reports[${i}].file stands in it twice.`);
    seen.add(file);
  }
}

function readFile(folder: string, name: string, faults: string[]): Uint8Array | null {
  const path = join(folder, name);
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    faults.push(code === 'ENOENT' ? `There is no file ${path}.` : `${path} can’t be read: ${code}.`);
    return null;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Each part with its length, so that no two stories have one hash. */
function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex');
}
