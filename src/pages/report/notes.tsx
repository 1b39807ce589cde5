/** What was read in a report, as notes for its margin: each with the span it was read from, and what of it stands in the picture. */
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../core/advice.ts';
import type { AlertView } from '../../core/model.ts';
import type { ReadingView, Situation } from '../../core/situation.ts';
import type { Claim, Document, Said, Warning } from '../../core/text/reading.ts';
import type { Field, Span } from '../../core/text/span.ts';
import { wordsOf } from '../alert/words-of.ts';
import { letterOf, type Passages, timeOf } from '../parts/passages.ts';
import { isolated } from '../parts/shown-text.ts';
import { capital, doWord } from '../strings/en.ts';
import {
  adviceText,
  audienceText,
  dayText,
  estimateText,
  eventStatus,
  relationSentence,
  scopeText,
  stanceText,
  trendText,
  unknownTexts,
} from '../strings/picture.ts';
import { countryName } from '../strings/reasons.ts';

export interface Note {
  /** `Warning`, `Estimate` … */
  readonly kind: string;
  readonly text: ComponentChildren;
  /** How it was said, and what it has to do with others. */
  readonly meta: string;
}

/** A span something was read from. `gap`: what is told there is that something is not known. */
export interface Noted extends Span {
  readonly letter: string;
  readonly mark: 'claim' | 'warn' | 'gap';
  readonly notes: readonly Note[];
  readonly citedIn: readonly CitedIn[];
}

/** Where a passage stands in the picture. */
export interface CitedIn {
  readonly situation: Situation;
  readonly label: string;
  readonly anchor: string;
}

interface Raw extends Span {
  readonly mark: Noted['mark'];
  readonly note: Note | null;
  readonly citedIn: CitedIn | null;
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const key = ({ start, end }: Span): string => `${start}-${end}`;
const say = (text: string, max = 140): string => isolated(text, max);
const rank = { claim: 0, gap: 1, warn: 2 } as const;

/** Every span of one report that something was read from or that the picture cites, lettered in the order of the text. */
export function notedOf(
  report: string,
  reading: ReadingView | null,
  alerts: readonly AlertView[],
  situations: readonly { readonly situation: Situation; readonly passages: Passages }[],
  document: Document | null,
): Noted[] {
  const raw: Raw[] = [
    ...(reading === null ? [] : ofSaid(reading.said)),
    ...alerts.flatMap((view) => (view.advice === null ? [] : [...ofAdvice(view.advice), ...ofAlert(view, document)])),
    ...situations.flatMap((one) => ofPicture(report, one)),
  ];
  const bySpan = new Map<string, Raw[]>();
  for (const one of raw) bySpan.set(key(one), [...(bySpan.get(key(one)) ?? []), one]);
  return [...bySpan.values()]
    .sort(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0) || (b?.end ?? 0) - (a?.end ?? 0))
    .map((list, n) => {
      const notes = new Map(
        list.flatMap(({ note }) => (note ? [[`${note.kind} ${String(note.text)}`, note] as const] : [])),
      );
      const mark = list.map((one) => one.mark).sort((a, b) => rank[b] - rank[a])[0] ?? 'claim';
      return {
        start: list[0]?.start ?? 0,
        end: list[0]?.end ?? 0,
        letter: letterOf(n),
        mark,
        notes: [...notes.values()],
        citedIn: list.flatMap(({ citedIn }) => citedIn ?? []),
      };
    });
}

const raw = ({ start, end }: Span, mark: Noted['mark'], kind: string, text: string, meta = ''): Raw => ({
  start,
  end,
  mark,
  note: { kind, text, meta },
  citedIn: null,
});

function ofSaid(said: Said): Raw[] {
  return [
    ...said.warnings.map((warning) =>
      raw(warning.words, 'warn', 'Warning', warningText(warning), warningMeta(warning)),
    ),
    ...said.claims.map((claim) => ofClaim(claim, said)),
    ...said.estimates.map((one) =>
      raw(
        one,
        'claim',
        'Estimate',
        `${capital(say(one.of.value, 60))}: ${estimateText(one, one.text)}.`,
        one.source ? `by ${say(one.source.value, 60)}` : 'whose, is not told',
      ),
    ),
    ...said.events.map((one) => {
      const when = timeOf(one);
      return raw(
        one,
        'claim',
        `Event: ${eventStatus[one.status]}`,
        `${capital(say(one.what.value, 60))}${one.place ? `, ${say(one.place.text, 60)}` : ''}.`,
        when === null ? 'when, is not told' : `when: ${say(when.text, 60)}`,
      );
    }),
    ...said.deadlines.map((one) =>
      raw(
        one,
        'claim',
        'Deadline',
        `${say(dayText(one.value), 40)}: ${say(one.what.text, 80)}.`,
        one.zone === 'caption' ? 'stands in a caption' : '',
      ),
    ),
    ...said.relations.map((one) => raw(one, 'claim', 'Relation', relationSentence(one))),
    ...said.unknowns.flatMap(({ about, start, end }) =>
      start === undefined || end === undefined
        ? []
        : [raw({ start, end }, 'gap', 'Not known', unknownTexts[about] ?? `${capital(about.replaceAll('-', ' '))}.`)],
    ),
  ];
}

function warningText({ issuer, audience, instructions, level, hazard }: Warning): string {
  const who = issuer === null ? 'An issuer that is not named' : say(countryName(issuer.value), 60);
  const whom = audience === null ? '' : ` to ${say(small(audienceText(audience.value)), 60)}`;
  const what = [...new Set(instructions.map(({ value }) => doWord[value]))].join(', ');
  const of = hazard === null ? '' : ` Of: ${say(hazard.value, 40)}.`;
  return `${who}${whom}: ${what === '' ? 'no instruction' : what}.${of}${level === null ? '' : ` Level: “${say(level.value, 60)}”.`}`;
}

const warningMeta = ({ speaker, trend, expires }: Warning): string =>
  [
    ...(speaker === null ? [] : [`said by ${say(speaker.value, 60)}`]),
    ...(trend === null ? [] : [`trend ${trendText[trend.value].toLowerCase()}`]),
    expires === null ? 'no end stated' : `until ${say(dayText(expires.value), 40)}`,
  ].join('; ');

function ofClaim(claim: Claim, said: Said): Raw {
  const { speaker, via, modality, stance, contradicts, content } = claim;
  const time = timeOf(claim);
  const against = said.claims.find(({ id }) => id === contradicts);
  const who = capital(say(speaker?.value ?? '', 60));
  const meta = [
    ...(speaker === null ? [] : [modality === 'mixed' ? 'part quote' : modality]),
    ...(via === null ? [] : [`through ${say(via.value, 60)}`]),
    ...(time === null ? [] : [`when: ${say(time.text, 40)}`]),
    ...(against === undefined ? [] : [`against “${say(against.content.text, 60)}”`]),
  ].join('; ');
  if (speaker === null) return raw(content, 'claim', 'Statement', 'The text itself says so.', meta);
  return raw(content, 'claim', 'Statement', `${who} ${stanceText[stance ?? 'asserts']}.`, meta);
}

function ofAdvice(advice: Advice): Raw[] {
  const field = (one: Field<unknown> | null, kind: string, text: string): Raw[] =>
    one === null ? [] : [raw(one, 'claim', kind, text)];
  return [
    ...field(advice.issued, 'Day stated', `Issued ${say(dayText(advice.issued?.value ?? ''), 40)}.`),
    ...field(advice.audience, 'Audience', `${say(audienceText(advice.audience?.value ?? ''), 60)}.`),
    ...field(advice.trend, 'Trend', `${trendText[advice.trend?.value ?? 'unknown']}.`),
    ...advice.parts.flatMap(({ level, scope, words, instructions }): Raw[] => [
      ...(level === null ? [] : [raw(level, 'warn', 'Level', `${adviceText(level.value)}, ${scopeText[scope]}.`)]),
      raw(words, 'warn', 'Warning', `${say(advice.office, 60)}, in its own words.`),
      ...instructions.map(({ sentence, value, immediate }) =>
        raw(sentence, 'warn', 'Instruction', `${capital(doWord[value])}${immediate ? ', at once' : ''}.`),
      ),
    ]),
  ];
}

/** What an element of an alert is to people. */
const elementText: Readonly<Record<string, string>> = {
  sent: 'When it was issued.',
  senderName: 'Who issued it.',
  event: 'What is warned of.',
  headline: 'Its title.',
  description: 'What the danger is.',
  instruction: 'What to do, in its own words.',
  responseType: 'What kind of thing to do.',
  severity: 'How grave it is.',
  expires: 'When it ends.',
  web: 'Where more is said.',
  areaDesc: 'Where it is.',
  circle: 'What this desk’s own circle is drawn around.',
  polygon: 'Where its edge is.',
};

/** The words that elements of an alert were made of. */
const ofAlert = (view: AlertView, document: Document | null): Raw[] =>
  Object.entries(wordsOf(view, document) ?? {}).flatMap(([path, spans]) => {
    const name = elementText[path.replace(/^.*\/|\[\d+\]$/g, '')];
    return name === undefined ? [] : spans.map((span) => raw(span, 'claim', 'In the alert', name));
  });

const ofPicture = (
  report: string,
  { situation, passages }: { readonly situation: Situation; readonly passages: Passages },
): Raw[] =>
  passages.origins
    .filter((origin) => origin.report === report)
    .flatMap((origin) =>
      origin.passages.map(({ cite, label, id }) => ({
        start: cite.start,
        end: cite.end,
        mark: 'claim' as const,
        note: null,
        citedIn: { situation, label, anchor: id },
      })),
    );
