/** Who says what: every attribution as a claim, what nobody is named for as narration. */
import type { Claim, Document, NameField, PlaceField, TimeField } from '../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../core/text/span.ts';
import type { Passage, Range } from '../passages.ts';
import { within } from '../within.ts';
import { hasPassed } from '../words/passed.ts';
import { isMark, spanOf } from '../words/tokens.ts';
import { attributionsIn } from './attribute.ts';
import { statementsIn } from './narration.ts';
import { type Draft, Sheet } from './sheet.ts';
import { Speakers } from './speakers.ts';
import { stanceOf } from './stance.ts';

export interface Layers {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly names: readonly NameField[];
  readonly places: readonly PlaceField[];
  readonly times: readonly TimeField[];
  /** The first mention of each person, by canonical name. */
  readonly persons: ReadonlyMap<string, NameField>;
  readonly countryName: (code: string) => string | null;
}

/** Most claims that are kept of one document. */
export const mostClaims = 2000;

export interface ClaimLayer {
  readonly claims: readonly Claim[];
  /** Some were left out. */
  readonly cut: boolean;
}

/** Zones whose sentences state something; headlines of other pages and boilerplate do not speak here. */
const stating = new Set(['body', 'caption', 'list', 'title', 'status']);

export function claimsOf(layers: Layers): ClaimLayer {
  const speakers = new Speakers({ ...layers, text: layers.document.text });
  let spokeIn = -1;
  const claims: Claim[] = [];
  for (const passage of layers.passages) {
    if (passage.duplicate || !stating.has(passage.zone)) continue;
    if (claims.length >= mostClaims) return { claims: contradicting(claims.slice(0, mostClaims)), cut: true };
    // Whoever spoke further back than the paragraph before is not the one who goes on.
    if (passage.block - spokeIn > 1) speakers.last = null;
    const sheet = passage.zone === 'title' ? new Sheet(passage) : attributionsIn(passage);
    if (sheet.drafts.length > 0) spokeIn = passage.block;
    const drafts = sheet.drafts.map((draft) => claimOf(layers, sheet, draft, speakers));
    const narrated =
      passage.zone === 'title' || passage.zone === 'list'
        ? []
        : statementsIn(sheet)
            .map((range) => narrationOf(layers, sheet, range))
            .filter(({ time }) => time !== null || passage.zone !== 'caption');
    const all = [...drafts, ...narrated].sort((a, b) => a.content.start - b.content.start);
    for (const claim of all) claims.push({ ...claim, id: `c${claims.length + 1}` });
  }
  return { claims: contradicting(claims.slice(0, mostClaims)), cut: claims.length > mostClaims };
}

function claimOf(layers: Layers, sheet: Sheet, draft: Draft, speakers: Speakers): Claim {
  const { text } = layers.document;
  const { zone, words } = sheet.passage;
  const field = (range: Range): Field<string> => {
    const span = spanOf(words, range.from, range.to);
    return fieldOf(text, span, zone, text.slice(span.start, span.end));
  };
  const speaker = draft.speaker
    ? speakers.resolve(wholeName(layers, spanOf(words, draft.speaker.from, draft.speaker.to)), zone)
    : echoed(speakers.last, draft);
  const via = draft.via ? speakers.through(spanOf(words, draft.via.from, draft.via.to), zone) : null;
  const cue = draft.cue ? field(draft.cue) : null;
  const { content, quoted, modality } = saidIn(text, sheet, draft.content);
  const stance = stanceOf(cue?.text ?? '', content.text);
  const near = { start: cue?.start ?? content.start, end: sheet.passage.end };
  return {
    ...{ id: '', speaker, via, cue, content, quoted, modality, stance, contradicts: null },
    time: timeOf(layers, cue ? near : content, content),
    places: within(layers.places, content),
  };
}

/** “Foreign, Commonwealth & Development Office” is one name, with a comma in it. */
function wholeName({ names }: Layers, span: Span): Span {
  const name = within(names, { start: span.start - 80, end: span.end }).find(
    ({ start, end }) => start < span.start && end > span.start,
  );
  return name ? { start: name.start, end: span.end } : span;
}

/** A quotation that goes on names nobody; its speaker is the one before, and the words that name him stand there. */
const echoed = (last: Field<string> | null, { kind, cue }: Draft): Field<string> | null =>
  kind === 'alone' || cue ? last : null;

/** The day the words were said, beside the cue and outside of what is said. */
function timeOf({ times }: Layers, near: Span, content: Span): TimeField | null {
  const around = within(times, { start: near.start, end: Math.min(near.end, near.start + 60) });
  return (
    around.find(({ start, end }) => end <= content.start || start >= content.end) ?? within(times, content)[0] ?? null
  );
}

function narrationOf(layers: Layers, sheet: Sheet, range: Range): Claim {
  const { text } = layers.document;
  const { content, quoted } = saidIn(text, sheet, range);
  return {
    ...{
      id: '',
      speaker: null,
      via: null,
      cue: null,
      content,
      quoted,
      modality: 'narration',
      stance: null,
      contradicts: null,
    },
    time: within(layers.times, content)[0] ?? null,
    places: within(layers.places, content),
  };
}

function saidIn(
  text: string,
  sheet: Sheet,
  range: Range,
): { content: Field<string>; quoted: Field<null> | null; modality: 'quote' | 'mixed' | 'paraphrase' } {
  const { words, quotes, zone } = sheet.passage;
  const quote = quotes.find(({ from, to }) => from >= range.from && to <= range.to + 1);
  const inner = quote ? innerOf(sheet, quote) : null;
  const whole = quote !== undefined && inner !== null && quote.from <= range.from && quote.to >= range.to;
  const span = whole ? inner : spanOf(words, range.from, range.to);
  return {
    content: fieldOf(text, span, zone, text.slice(span.start, span.end)),
    quoted: inner ? fieldOf(text, inner, zone, null) : null,
    modality: whole ? 'quote' : inner ? 'mixed' : 'paraphrase',
  };
}

/** A quotation without its marks and without the comma or full stop that ends it; null when nothing is in it. */
function innerOf(sheet: Sheet, { from, to }: Range): Span | null {
  let first = from + 1;
  let last = to;
  while (first < last && isMark({ text: sheet.text(first) }) && !/[[(]/.test(sheet.text(first))) first++;
  while (last > first && /^["”»“.,]$/.test(sheet.text(last - 1))) last--;
  return last > first ? spanOf(sheet.passage.words, first, last) : null;
}

const grave = /\b(risks?|threats?|dangers?|attacks?|attacked|explosions?|violence|emergency|warn\w*)\b/i;

/** A denial or a belittling is against what somebody else said of the same danger: the nearest before, else after. */
function contradicting(claims: readonly Claim[]): readonly Claim[] {
  return claims.map((claim, at) => {
    if (claim.stance !== 'plays-down' && claim.stance !== 'denies') return claim;
    // What is over was there: nobody is contradicted who spoke of it.
    if (hasPassed(claim.content.text)) return claim;
    const says = (other: Claim): boolean =>
      other.stance === 'asserts' &&
      other.speaker !== null &&
      other.speaker.value !== claim.speaker?.value &&
      grave.test(other.content.text);
    const against = claims.slice(Math.max(0, at - 40), at).findLast(says) ?? claims.slice(at + 1, at + 40).find(says);
    return against ? { ...claim, contradicts: against.id } : claim;
  });
}
