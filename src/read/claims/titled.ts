/** The titles that a text gives its speakers, and whom “the ambassador” may mean by them. */
import type { NameField } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { titles } from '../names/titles.ts';

const definite = /^(?:the|this|that) ((?:[\p{L}.’'-]+ ){0,4}[\p{L}.-]+)$/iu;
const office =
  /^(?:president|minister|premier|chancellor|secretary|general|colonel|admiral|commander|spokesman|governor|mayor|ambassador|envoy|consul|official|officer|chief|director|king|queen|prince|prosecutor|judge|commissioner|coordinator)$/;
/** Right before an office these make another one of it. */
const another = /^(?:former|ex|vice|deputy|prime|acting|assistant|under|attorney|secretary)$/;
const joining = /^(?:of|for|and|&)$/;
const after =
  /^, (?:(?:the|an?|his|her|its|their) )?((?:[\p{L}.’'-]+ ){0,4}?[\p{L}.’'-]+?)(?=,| (?:of|for|to|in|at|who|said)\b)/u;

const same: Readonly<Record<string, string>> = {
  ...{ 'gen.': 'general', 'col.': 'colonel', 'adm.': 'admiral', 'gov.': 'governor', defense: 'defence' },
  ...{ spokeswoman: 'spokesman', spokesperson: 'spokesman', 'u.s.': 'us', american: 'us' },
};
const wordsIn = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => word.replace(/['’]s?$/u, ''))
    .map((word) => same[word] ?? word);

interface Titled {
  readonly start: number;
  readonly value: string;
  readonly words: readonly string[];
}

/** Who was named or spoke so far, in order, by title. */
export class TitledSpeakers {
  readonly #named: readonly Titled[];
  readonly #unnamed: Titled[] = [];
  constructor(text: string, names: readonly NameField[]) {
    this.#named = names.flatMap((name): Titled[] => {
      const words = name.type === 'person' ? titleAt(text, name) : [];
      return words.length > 0 ? [{ start: name.start, value: name.value, words }] : [];
    });
  }

  /** “A Taliban spokesman” spoke at `start`. */
  add(start: number, value: string): void {
    this.#unnamed.push({ start, value, words: wordsIn(value) });
  }

  /** The last one before `start` whose title has every word of “the foreign minister”; null when nobody has, or it is no such phrase. */
  meantBy(phrase: string, start: number): string | null {
    const words = wordsIn(definite.exec(phrase.trim())?.[1] ?? '');
    if (!office.test(words.at(-1) ?? '')) return null;
    const last = [before(this.#named, start), before(this.#unnamed, start)].map((list) =>
      list.findLast((one) => mayBe(one.words, words)),
    );
    const [found] = last.filter((one) => one !== undefined).sort((a, b) => b.start - a.start);
    return found?.value ?? null;
  }
}

/** No title is remembered for longer than this many others. */
const remembered = 200;

function before(list: readonly Titled[], start: number): readonly Titled[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Titled).start < start) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - remembered), low);
}

function mayBe(title: readonly string[], words: readonly string[]): boolean {
  const at = title.lastIndexOf(words.at(-1) ?? '');
  if (at < 0 || !words.every((word) => title.includes(word))) return false;
  const kind = title[at - 1] ?? '';
  return !another.test(kind) || words.includes(kind);
}

/** “French Foreign Minister Jane Doe”; “Jane Doe, the mayor of Goma,”. */
function titleAt(text: string, { start, end }: Span): readonly string[] {
  const line = text.slice(Math.max(0, start - 80), start);
  const words = line
    .slice(line.lastIndexOf('\n') + 1)
    .trimEnd()
    .split(' ');
  const from = words.findLastIndex((word) => !belongs(word)) + 1;
  const described = after.exec(text.slice(end, end + 100))?.[1] ?? '';
  return wordsIn([...words.slice(from), described].join(' ').trim()).filter((word) => word !== '');
}

const belongs = (word: string): boolean =>
  titles.has(word.toLowerCase()) || joining.test(word) || /^\p{Lu}[\p{L}.’'-]*$/u.test(word);
