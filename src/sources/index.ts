/** All sources. A new one is a folder here and one line in this list. */
import { capFile } from './cap-file/source.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [capFile];

export const sourceById = (id: string): Source | null => sources.find((source) => source.id === id) ?? null;
