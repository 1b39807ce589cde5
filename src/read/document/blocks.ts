/** Puts the parts of a document together: one text, its blocks in order, and which block says again what another said. */
import type { Block, Zone } from '../../core/text/reading.ts';

/** A block before it has its place in the text. */
export interface Draft {
  readonly zone: Zone;
  readonly text: string;
  readonly path?: string;
}

export interface Laid {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const gap = '\n\n';

/** The drafts one below the other. A draft that is white space only has no block. */
export function layOut(drafts: readonly Draft[]): Laid {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const { zone, text: raw, path } of drafts) {
    const text = raw.trim();
    if (text === '') continue;
    if (parts.length > 0) at += gap.length;
    parts.push(text);
    blocks.push({ start: at, end: at + text.length, zone, ...(path === undefined ? {} : { path }) });
    at += text.length;
  }
  const text = parts.join(gap);
  return { text, blocks: marked(text, blocks) };
}

/** What carries more stays when two blocks have the same words: a sentence of the body is no copy of its caption. */
const weight: Readonly<Partial<Record<Zone, number>>> = {
  body: 4,
  list: 4,
  title: 3,
  heading: 3,
  caption: 2,
  related: 1,
  boilerplate: 0,
};

interface Seen {
  readonly number: number;
  readonly words: readonly string[];
  readonly zone: Zone;
}
const fewestWords = 4;
/** Blocks of the same beginning or end that one block is compared with; more are not looked at. */
const mostCompared = 8;
const edge = 3;
const longestCompared = 300;
const nearly = 0.85;

/** Blocks with `duplicateOf` where the same words stood before, exactly or but for a word or so. Stated values are never copies. */
export function marked(text: string, blocks: readonly Block[]): readonly Block[] {
  const exact = new Map<string, Seen>();
  const edges = new Map<string, Seen[]>();
  return blocks.map((block, number) => {
    if (block.zone === 'status') return block;
    const words = wordsOf(text.slice(block.start, block.end));
    if (words.length < fewestWords) return block;
    const key = words.join(' ');
    const keys = [`^${words.slice(0, edge).join(' ')}`, `$${words.slice(-edge).join(' ')}`];
    const found = exact.get(key) ?? keys.flatMap((one) => edges.get(one) ?? []).find((seen) => near(seen.words, words));
    const stands = found !== undefined && (weight[found.zone] ?? 0) >= (weight[block.zone] ?? 0);
    if (stands) return { ...block, duplicateOf: found.number };
    const seen = { number, words, zone: block.zone };
    exact.set(key, seen);
    for (const one of keys) {
      const list = edges.get(one) ?? [];
      if (list.length < mostCompared) edges.set(one, [...list, seen]);
    }
    return block;
  });
}

/** Longer words are taken apart: a repetition without end overflows the stack of the expression. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{1,100}/gu) ?? [];

/** Words in common over all words, counted with repetition. */
function near(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (many > longestCompared || few < nearly * many) return false;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return common / (a.length + b.length - common) >= nearly;
}
