/** The words that tell of which danger a sentence speaks. */
import { familyIn } from '../../../core/hazard.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import type { Passage } from '../../passages.ts';
import { headOf, wordsOf } from '../../words/tokens.ts';

/** In the span itself, else in what stands before it in its block, else in the title: the matter of the text. */
export function hazardNear(layers: Layers, passage: Passage, span: Span): Field<string> | null {
  const { blocks } = layers.document;
  const own = hazardIn(layers, span, passage.zone);
  if (own) return own;
  const block = blocks[passage.block];
  const before = block
    ? hazardIn(layers, { start: Math.max(block.start, span.start - 600), end: span.start }, passage.zone)
    : null;
  return before ?? ofTitle(layers);
}

/** Asked for by every sentence that names no danger itself. */
const titles = new WeakMap<Layers, Field<string> | null>();
function ofTitle(layers: Layers): Field<string> | null {
  const known = titles.get(layers);
  if (known !== undefined) return known;
  const title = layers.document.blocks.find(({ zone }) => zone === 'title');
  const span = title && { start: title.start, end: Math.min(title.end, title.start + 500) };
  const found = span ? hazardIn(layers, span, 'title') : null;
  titles.set(layers, found);
  return found;
}

function hazardIn({ document }: Layers, span: Span, zone: string): Field<string> | null {
  const text = headOf(document.text, span, 2000);
  const family = familyIn(text);
  if (family === null) return null;
  const words = wordsOf(text, span.start);
  for (let size = 1; size <= 4; size++)
    for (let at = 0; at + size <= words.length; at++) {
      const part = { start: words[at]?.start ?? 0, end: words[at + size - 1]?.end ?? 0 };
      if (familyIn(document.text.slice(part.start, part.end)) === family)
        return fieldOf(document.text, part, zone, family);
    }
  return null;
}
