/**
 * Warnings: who warns whom of what, where, to do what. What one speaker says of a danger's level or course stays with him;
 * only the hazard and the place may be taken from the words around.
 */
import type { Claim, InstructionField, Warning } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import type { Passage } from '../../passages.ts';
import { overlaps, within } from '../../within.ts';
import { withoutPassed } from '../../words/passed.ts';
import { headOf } from '../../words/tokens.ts';
import { areaIn, placesOfInstruction } from './area.ts';
import { audienceIn } from './audience.ts';
import { expiryIn } from './expiry.ts';
import { gravityOf } from './gravity.ts';
import { hazardNear } from './hazard.ts';
import { type Told, toldIn } from './instructions.ts';
import { Issuers } from './issuers.ts';
import { type Draft, Joining } from './join.ts';
import { type Official, officialOf } from './official.ts';

/** Words with which a government speaks of a danger to come. */
const ahead = /\b(risks?|threats?|threaten\w*|dangers?|likely|possible|imminent|could|may|might|expected|warn\w*)\b/i;
const zones = new Set(['body', 'list', 'caption']);

export function warningsOf(layers: Layers, claims: readonly Claim[], issuer: Official | null): Warning[] {
  const issuers = new Issuers(layers);
  const official = officialOf(layers, claims, issuer, issuers);
  const spoken = claims
    .filter(({ modality }) => modality !== 'narration')
    .map((claim) => ({ claim, ...extent(claim) }));
  spoken.sort((a, b) => a.start - b.start);
  const joining = new Joining();
  for (const passage of layers.passages) {
    if (passage.duplicate || !zones.has(passage.zone)) continue;
    const here = within(spoken, passage).map(({ claim }) => claim);
    for (const sentence of passage.sentences)
      for (const draft of inSentence(layers, issuers, official, passage, sentence, here)) joining.add(draft);
  }
  return joining.warnings();
}

/** From the speaker to the end of what he says. */
const extent = ({ speaker, cue, content }: Claim): Span => ({
  start: Math.min(
    content.start,
    cue?.start ?? content.start,
    speaker && speaker.end <= content.end && content.start - speaker.start < 300 ? speaker.start : content.start,
  ),
  end: Math.max(content.end, cue?.end ?? 0),
});

function inSentence(
  layers: Layers,
  issuers: Issuers,
  official: Official | null,
  passage: Passage,
  sentence: Span,
  claims: readonly Claim[],
): Draft[] {
  const { text } = layers.document;
  const words = headOf(text, sentence, 2000);
  const told = toldIn(words).map((one) => ({
    ...one,
    start: one.start + sentence.start,
    end: one.end + sentence.start,
  }));
  const said = claims.filter((claim) => overlaps(extent(claim), sentence));
  const drafts: Draft[] = [];
  for (const claim of said) {
    const own = told.filter((one) => contains(extent(claim), one) && innermost(said, one) === claim);
    if (own.length === 0 && !speaksOfDanger(claim)) continue;
    drafts.push(...ofClaim({ layers, passage, sentence, words, told: own, all: told, claim }, issuers, official));
  }
  const rest = told.filter((one) => !said.some((claim) => contains(extent(claim), one)));
  const speaks = official !== null && said.length === 0 && ahead.test(withoutPassed(words)) && hasGravity(words);
  if (rest.length > 0 || speaks)
    drafts.push(
      draftOf(
        { layers, passage, sentence, words, told: rest, all: told, claim: null },
        official?.field ?? null,
        official?.code ?? null,
        null,
        official !== null,
      ),
    );
  return drafts;
}

const contains = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.start < outer.end;
const innermost = (claims: readonly Claim[], one: Span): Claim | undefined =>
  claims.filter((claim) => contains(extent(claim), one)).sort((a, b) => extent(b).start - extent(a).start)[0];
const hasGravity = (words: string): boolean => {
  const { level, trend } = gravityOf(withoutPassed(words));
  return level !== null || trend !== null;
};

function speaksOfDanger({ stance, content, cue }: Claim): boolean {
  if (stance !== 'asserts') return false;
  const words = withoutPassed(content.text);
  return (
    /\bwarn/i.test(cue?.text ?? '') ||
    (ahead.test(words) &&
      /\b(attack\w*|risks?|threats?|dangers?|strike|explosion|flood\w*|storm\w*|violence|bomb\w*)\b/i.test(words))
  );
}

interface Found {
  readonly layers: Layers;
  readonly passage: Passage;
  readonly sentence: Span;
  readonly words: string;
  readonly told: readonly Told[];
  readonly all: readonly Told[];
  readonly claim: Claim | null;
}

function ofClaim(found: Found, issuers: Issuers, official: Official | null): Draft[] {
  const { claim } = found;
  const speaker = claim?.speaker ?? null;
  if (!speaker || /^(we|our .*|us)$/i.test(speaker.text))
    return official
      ? [draftOf(found, official.field, official.code, null, true)]
      : speaker
        ? [draftOf(found, null, null, null, false)]
        : [];
  const by = issuers.of(speaker);
  const own =
    official !== null && by.length === 1 && by[0]?.value === official.code && !isPerson(found.layers, speaker);
  return by.map((issuer) =>
    draftOf(
      found,
      own ? (official.field ?? issuer) : issuer,
      code(issuer.value),
      own || named(found, issuer, speaker) ? null : speaker,
      own,
    ),
  );
}

const code = (value: string): string | null => (/^[A-Z]{2}$/.test(value) ? value : null);
const isPerson = ({ persons }: Layers, speaker: Field<string>): boolean => persons.has(speaker.value);

/** The issuer itself is what speaks: “The United States”, not “US President Joe Biden”. */
const named = ({ layers }: Found, issuer: Field<string>, speaker: Field<string>): boolean =>
  !isPerson(layers, speaker) &&
  !/\b(spokes\w+|minister|president|secretary|official|officer|general|ambassador|governor|mayor|commander)\b/i.test(
    speaker.text,
  ) &&
  overlaps(issuer, speaker);

function draftOf(
  found: Found,
  issuer: Field<string> | null,
  country: string | null,
  speaker: Field<string> | null,
  official: boolean,
): Draft {
  const { layers, passage, sentence, words, claim } = found;
  const { text } = layers.document;
  const at = { start: sentence.start, end: sentence.start + words.length };
  const scope = claim
    ? { start: Math.min(claim.content.start, ...found.told.map(({ start }) => start)), end: claim.content.end }
    : at;
  const audience = found.told.length > 0 || claim === null ? audienceIn(words, country) : null;
  const weighed = claim ? claim.content : official ? fieldOf(text, at, passage.zone, null) : null;
  return {
    ...{ issuer, speaker },
    audience:
      audience &&
      fieldOf(text, { start: at.start + audience.start, end: at.start + audience.end }, passage.zone, audience.value),
    hazard: hazardNear(layers, passage, scope),
    area: areaIn(layers, scope),
    ...gravityFields(text, weighed, claim),
    expires: found.told.length > 0 || official ? expiryIn(layers, at) : null,
    instructions: found.told.map((one) => instructionOf(found, one)),
    words: fieldOf(text, sentence, passage.zone, null),
  };
}

function gravityFields(
  text: string,
  weighed: Field<unknown> | null,
  claim: Claim | null,
): Pick<Warning, 'level' | 'trend'> {
  if (!weighed) return { level: null, trend: null };
  const { level, trend } = gravityOf(withoutPassed(headOf(text, weighed, 2000)));
  const moved = ({ start, end }: Span): Span => ({ start: start + weighed.start, end: end + weighed.start });
  const quoted = claim?.quoted ?? null;
  const spanOfTrend = trend && moved(trend);
  const inQuotes =
    spanOfTrend &&
    quoted &&
    quoted.end - quoted.start < 120 &&
    spanOfTrend.start >= quoted.start &&
    spanOfTrend.end <= quoted.end;
  return {
    level: level && fieldOf(text, moved(level), weighed.zone, text.slice(moved(level).start, moved(level).end)),
    trend:
      trend &&
      spanOfTrend &&
      fieldOf(text, inQuotes ? { start: quoted.start, end: quoted.end } : spanOfTrend, weighed.zone, trend.value),
  };
}

function instructionOf({ layers, passage, sentence, all, claim }: Found, one: Told): InstructionField {
  const { text } = layers.document;
  return {
    ...fieldOf(text, { start: one.start, end: one.end }, passage.zone, one.value),
    places: placesOfInstruction(
      layers,
      { start: Math.max(sentence.start, Math.min(claim?.content.start ?? 0, one.start)), end: sentence.end },
      one,
      all,
    ),
    immediate: one.immediate,
    sentence: fieldOf(text, sentence, passage.zone, null),
  };
}
