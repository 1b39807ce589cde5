/** The marked article: blocks, places, claims, warnings. Its day is the one its markers assumed. */
import type { Document, PlaceField } from '../../src/core/text/reading.ts';
import { documentOfText } from '../../src/read/document/text.ts';
import { readDocument } from '../../src/read/read.ts';
import { claimFigures } from './claims.ts';
import { type Gold, itemsOf, type Placed } from './gold.ts';
import { type Figure, type MarkedSet, share } from './score.ts';
import { warningFigure } from './warnings.ts';

export const seed: MarkedSet = {
  name: 'the seed article',
  path: 'seed',
  measure(read) {
    const gold = JSON.parse(read('gold.json')) as Gold & { readonly schema: { readonly assumedReferenceDate: string } };
    const { document, findings } = documentOfText(read('article.txt'));
    const reading = readDocument({ ...document, day: gold.schema.assumedReferenceDate }, findings);
    return [
      ...claimFigures(gold, reading.claims),
      warningFigure(gold, reading.warnings),
      blockFigure(gold, document),
      placeFigure(gold, reading.places),
    ];
  },
};

const zones: Readonly<Record<string, string>> = {
  ...{ title: 'title', caption: 'caption', 'caption-duplicate': 'caption', 'question-heading': 'heading' },
  ...{ 'agency-credit': 'boilerplate', 'related-headline': 'related', boilerplate: 'boilerplate' },
};

function blockFigure(gold: Gold, { blocks }: Document): Figure {
  const marked = itemsOf(gold, 'block');
  const items = marked.map(({ id, span, role = '', of }) => {
    const block = blocks.find(({ start }) => start === span.start);
    const first = marked.find((one) => one.id === of)?.span.start;
    const origin = block?.duplicateOf === undefined ? undefined : blocks[block.duplicateOf]?.start;
    const right = block?.end === span.end && block.zone === zones[role] && origin === first;
    return { right, what: `${id} ${role}: ${block ? block.zone : 'no block begins there'}` };
  });
  return share(
    {
      name: 'seed: blocks right',
      definition: 'A block is right when its two ends, its zone and the block it repeats are those marked.',
    },
    items,
  );
}

/** Ids of the gazetteer for those of the markers; the rest are the same. */
const ids: Readonly<Record<string, string>> = {
  ...{ KABUL: 'af-kabul', CASIA: 'central-asia', ME: 'middle-east', KUNAR: 'AF-KNR', NANGARHAR: 'AF-NAN' },
  ...{ NURISTAN: 'AF-NUR', KHORASAN: 'khorasan' },
};

function placeFigure(gold: Gold, places: readonly PlaceField[]): Figure {
  const named = itemsOf(gold, 'place').filter(({ unnamed }) => !unnamed);
  const items = named.map(({ id, span }: Placed) => {
    const place = places.find(({ start, end }) => end === span.end && start >= span.start);
    const right = place?.value === (ids[id] ?? id) && !place.metonym;
    return { right, what: `${id} “${span.text}”: ${place ? place.value : 'not read'}` };
  });
  return share(
    {
      name: 'seed: places right',
      definition:
        'A named place is right when it ends where it is marked and is that place of the gazetteer; one without a name is left out.',
    },
    items,
  );
}
