/** A mail before it is text or HTML: what it says, in order, with the two voices kept apart. */
import type { SeverityRank } from '../../core/cap/meaning.ts';
import { isolated, quoted } from '../foreign-text.ts';

/** Words of a source. Everything else in a letter is ours. */
export interface Theirs {
  readonly theirs: string;
  /** As labelled by the source. */
  readonly language: string | null;
}

export const theirs = (words: string, language: string | null): Theirs => ({ theirs: words, language });

/** A sentence of ours that may quote. */
export type Sentence = readonly (string | Theirs)[];

/** A passage of a source that stands by itself. `label` and `note` are ours. */
export interface Passage extends Theirs {
  readonly label: string;
  readonly note: string | null;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly (Sentence | Passage)[];
}

export interface Letter {
  readonly subject: string;
  readonly drill: boolean;
  /** What to do and where. */
  readonly first: Sentence;
  /** Who says so. */
  readonly second: Sentence;
  /** null where no severity belongs (a cancel, a wake). */
  readonly level: { readonly rank: SeverityRank | null; readonly text: string } | null;
  /** Until when, and what else must be seen without scrolling. */
  readonly facts: readonly Sentence[];
  readonly sections: readonly Section[];
  readonly footer: string;
}

/** As one line of plain text: their words in quotation marks, kept from reordering ours. */
export const inText = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === 'string' ? part : isolated(quoted(part.theirs)))).join('');

export const isPassage = (line: Sentence | Passage): line is Passage => 'theirs' in line;
