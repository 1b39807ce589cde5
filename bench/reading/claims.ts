/** Claims of the marked article: who says what, and what the text says itself. */
import type { Claim } from '../../src/core/text/reading.ts';
import { type Gold, itemsOf, namesOf, type Placed, plain } from './gold.ts';
import { type Figure, f1, matched, overlapOf } from './score.ts';

const half = 0.5;
const modalities: Readonly<Record<string, string>> = {
  'mixed-quote': 'mixed',
  quote: 'quote',
  paraphrase: 'paraphrase',
};

export function claimFigures(gold: Gold, claims: readonly Claim[]): Figure[] {
  const marked = itemsOf(gold, 'claim');
  const attributed = matched(
    marked.filter(({ modality }) => modality !== undefined && modality in modalities),
    claims.filter(({ modality, content }) => modality !== 'narration' && content.zone !== 'related'),
    (one, claim) =>
      isBy(gold, one, claim) && modalities[one.modality ?? ''] === claim.modality ? closeness(one, claim) : 0,
  );
  const narrated = matched(
    marked.filter(({ modality }) => modality === 'narration'),
    claims.filter(({ modality }) => modality === 'narration'),
    closeness,
  );
  return [
    f1(
      {
        name: 'seed: attributed claims F1',
        definition:
          'A claim is found when its speaker, its modality (quote, mixed, paraphrase) and at least half of its words (intersection over union, with or without speaker and cue) are those marked.',
      },
      counted(attributed),
    ),
    f1(
      {
        name: 'seed: narrated claims F1',
        definition:
          'A statement of the text itself is found when at least half of its words (intersection over union) are those marked.',
      },
      counted(narrated),
    ),
  ];
}

interface Pairs {
  readonly pairs: readonly unknown[];
  readonly missed: readonly Placed[];
  readonly extra: readonly Claim[];
}
const counted = ({ pairs, missed, extra }: Pairs) => ({
  found: pairs.length,
  missed: missed.map(({ id, span }) => `${id} “${span.text}”`),
  extra: extra.map(({ speaker, content }) => `${speaker?.value ?? 'the text'}: “${content.text}”`),
});

/** The marked words hold speaker and cue in some items and not in others: either way counts. */
function closeness({ span }: Placed, { speaker, cue, content }: Claim): number {
  const parts = [content, ...[cue, speaker].filter((one) => one !== null)];
  const whole = {
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  };
  const most = Math.max(overlapOf(span, content), overlapOf(span, whole));
  return most >= half ? most : 0;
}

function isBy(gold: Gold, { source }: Placed, { speaker }: Claim): boolean {
  if (!speaker) return false;
  const said = [plain(speaker.value), plain(speaker.text)];
  return namesOf(gold, source)
    .map(plain)
    .some((name) => name !== '' && said.some((words) => words === name || ` ${words} `.includes(` ${name} `)));
}
