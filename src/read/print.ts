/** A reading for a person at a terminal: who warns whom to do what, who says what, what is not known; each with line:column. */
import { placeById } from '../core/geo/gazetteer.ts';
import type {
  Claim,
  Estimate,
  EventRead,
  InstructionField,
  PlaceField,
  Reading,
  Warning,
} from '../core/text/reading.ts';
import { lineStarts, positionAt, type Span } from '../core/text/span.ts';
import { formatInstant } from '../core/time/time.ts';
import { overlaps, within } from './within.ts';
import { endsIn } from './words/numbers.ts';

/** `calm` makes a stranger's words safe to look at. `by`: who speaks where the text names nobody, as its source knows. */
export function printReading(reading: Reading, calm: (text: string) => string, by: string | null = null): string {
  const { document } = reading;
  const starts = lineStarts(document.text);
  const at = ({ start }: Span): string => {
    const { line, column } = positionAt(starts, start);
    return `${line}:${column}`.padEnd(8);
  };
  const words = (text: string): string => calm(text.replace(/\s+/g, ' '));
  const line = (span: Span, text: string): string => `  ${at(span)} ${words(text)}`;
  const told = reading.warnings.flatMap(({ instructions }) => instructions.map(({ sentence }) => sentence));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'Who warns whom to do what',
      reading.warnings.flatMap((warning) => linesOfWarning(warning, line, by, reading.places)),
    ],
    [
      'Who says what',
      reading.claims
        .filter(({ modality }) => modality !== 'narration')
        .map((claim) => line(claim.content, wordsOfClaim(claim))),
    ],
    [
      'What the text states itself',
      reading.claims
        .filter(({ modality, content }) => modality === 'narration' && !told.some((one) => overlaps(one, content)))
        .map(({ content }) => line(content, content.text)),
    ],
    ['What happened or threatens', reading.events.map((event) => line(event, wordsOfEvent(event)))],
    [
      'How many',
      reading.estimates.map((one) =>
        line(one, `${one.text} (${range(one)} ${one.unit}${one.source ? `, by ${one.source.value}` : ''})`),
      ),
    ],
    [
      'Deadlines',
      reading.deadlines.map((one) =>
        line(one, `${one.value}: ${one.what.text}${one.holder ? ` (${one.holder.value})` : ''}`),
      ),
    ],
    [
      'How they are related',
      reading.relations.map((one) => line(one, `${one.speaker?.value ?? 'The text itself'}: ${one.text}`)),
    ],
    [
      'Where they differ',
      reading.disagreements.map(
        ({ between, about }) =>
          `  ${''.padEnd(8)} ${about}: ${between
            .map((id) => sideOf(reading, id))
            .map(words)
            .join(' | ')}`,
      ),
    ],
    [
      'What is not known',
      reading.unknowns.map(({ about, text, start, end }) =>
        text === undefined || start === undefined || end === undefined
          ? `  ${''.padEnd(8)} ${about}: the text does not say`
          : line({ start, end }, `${about}: ${text}`),
      ),
    ],
  ];
  const head = [document.title === null ? 'No title' : words(document.title), wordsOfOrigin(reading, words)];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `\n${title}\n${lines.join('\n')}\n`);
  return `${head.join('\n')}\n${body.join('')}`;
}

function wordsOfOrigin({ document }: Reading, words: (text: string) => string): string {
  const { publisher, publishedAt, day } = document;
  const when = publishedAt === null ? (day ?? 'no date stated') : formatInstant(publishedAt);
  return `${publisher === null ? 'No publisher stated' : words(publisher)}, ${when}`;
}

function linesOfWarning(
  warning: Warning,
  line: (span: Span, text: string) => string,
  source: string | null,
  named: readonly PlaceField[],
): string[] {
  const { issuer, speaker, audience, hazard, area, level, trend, expires } = warning;
  const by = speaker ? ` (${speaker.value})` : '';
  const unnamed = speaker ? null : source;
  const parts = [
    `${issuer?.value ?? unnamed ?? 'Nobody named'}${by} warns ${audience === null ? 'whoever reads it' : audience.value}`,
    hazard && `of ${hazard.value} (“${hazard.text}”)`,
    area && `at ${area.scope === undefined ? '' : 'a part of '}${placeById(area.value)?.name ?? area.value}`,
    level && `level “${level.value}”`,
    trend && `${trend.value} (“${trend.text}”)`,
    expires && `until ${expires.value}`,
  ].filter((part) => part !== null);
  return [
    line(warning.words, parts.join(', ')),
    ...warning.instructions.map((one) => line(one, `  ${wordsOfInstruction(one, named)}`)),
  ];
}

function wordsOfInstruction(
  { value, immediate, places, sentence }: InstructionField,
  named: readonly PlaceField[],
): string {
  const isPart = (id: string): boolean =>
    within(named, sentence).every((place) => place.value !== id || place.scope === 'part');
  const where = places.map((id) => `${isPart(id) ? 'a part of ' : ''}${placeById(id)?.name ?? id}`).join(', ');
  return `${value}${immediate ? ', now' : ''}${where === '' ? '' : ` [${where}]`}: ${sentence.text}`;
}

function wordsOfClaim({ speaker, via, content, modality, stance, time }: Claim): string {
  const how = [modality, stance !== null && stance !== 'asserts' ? stance : null, time?.value ?? null].filter(
    (one) => one !== null,
  );
  const said = modality === 'quote' ? `“${content.text}”` : content.text;
  return `${speaker?.value ?? 'Somebody'}${via ? `, via ${via.value}` : ''} (${how.join(', ')}): ${said}`;
}

function wordsOfEvent({ status, what, place, time, killed, injured, text }: EventRead): string {
  const about = [
    place && (placeById(place.value)?.name ?? place.text),
    time?.value ?? null,
    killed === null ? null : `${killed} killed`,
    injured === null ? null : `${injured} injured`,
  ].filter((one) => one !== null);
  return `${what.value}, ${status}${about.length === 0 ? '' : ` (${about.join(', ')})`}: ${text}`;
}

function sideOf({ claims, warnings, estimates }: Reading, id: string): string {
  const claim = claims.find((one) => one.id === id);
  if (claim) return `${claim.speaker?.value ?? 'the text'}: ${claim.quoted?.text ?? claim.content.text}`;
  const warning = warnings.find((one) => one.id === id);
  if (warning) return `${warning.speaker?.value ?? warning.issuer?.text ?? 'the text'}: ${warning.words.text}`;
  const [key, side] = id.split('.');
  const estimate = estimates.find((one) => one.id === key);
  return estimate
    ? `${side} ${String(side === 'max' ? (estimate.max ?? 'no figure') : (estimate.min ?? 'no figure'))}`
    : id;
}

/** An end that is no figure stands as the text has it. */
const range = ({ min, max, text }: Estimate): string =>
  min !== null && min === max
    ? String(min)
    : (endsIn(text)?.join(' to ') ?? `${min ?? 'no least'} to ${max ?? 'no most'}`);
