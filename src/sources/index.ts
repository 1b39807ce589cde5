/** All sources. A new one is a folder here and one line in this list. */
import { article } from './article/source.ts';
import { capFile } from './cap-file/source.ts';
import { govUk } from './gov-uk/source.ts';
import { plainText } from './plain-text/source.ts';
import { safetravel } from './safetravel/source.ts';
import { smartraveller } from './smartraveller/source.ts';
import type { Source } from './source.ts';
import { usEmbassy } from './us-embassy/source.ts';

export const sources: readonly Source[] = [capFile, usEmbassy, govUk, smartraveller, safetravel, plainText, article];

/** The source whose form a document has, whoever hands it in; null for prose, and for a form that none knows. */
export const sourceByForm = (text: string): Source | null => sources.find(({ form }) => form?.test(text)) ?? null;

export const sourceById = (id: string): Source | null => sources.find((source) => source.id === id) ?? null;
