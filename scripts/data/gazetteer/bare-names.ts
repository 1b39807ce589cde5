/** Names of divisions without the word for a province: people say “هلمند” for “ولایت هلمند”. */
import type { EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';

const before = 'ولایت|استان|محافظة|ولاية|إقليم|منطقة|إمارة|مقاطعة|صوبہ|محافظہ|ریاست|الولاية|دەڤەری|پارێزگای';
const word = new RegExp(`^(?:${before}) +(.+)$|^(.+) +(?:ولایت|ولايت|صوبہ)$`, 'u');

/** The bare names come last; nobody stated their language. */
export function withBareNames(names: readonly EntryName[]): EntryName[] {
  const known = new Set(names.map(({ text }) => text));
  const bare = names.flatMap(({ text }) => {
    const [, behind, inFront] = word.exec(text) ?? [];
    return behind ?? inFront ?? [];
  });
  return [...names, ...[...new Set(bare)].filter((text) => !known.has(text)).map((text) => ({ text, language: null }))];
}
