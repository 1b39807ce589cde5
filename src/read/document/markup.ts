/**
 * HTML as a stream of what opens, closes and is written. Time is linear in the length whatever the page does: the parser of the same
 * package keeps its open elements in a way that takes quadratic time on pages that never close them, so only its tokenizer is used.
 */
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

export interface MarkupReader {
  /** A void element opens and never closes. */
  open(name: string, attributes: Attributes, isVoid: boolean): void;
  /** Also for an element that something else closed, or that never was. */
  close(name: string): void;
  /** Entities are decoded once; what they make is text. */
  text(text: string): void;
}

const voids = new Set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** What an element closes when it opens inside of it. */
const closes = new Map<string, ReadonlySet<string>>([
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])],
  ['option', new Set(['option'])],
]);
const paragraph: ReadonlySet<string> = new Set(['p']);
const ofHead = new Set('base link meta noscript script style template title'.split(' '));
const none: Attributes = new Map();
/** More of one element, or longer ones, are read past. */
const mostAttributes = 64;
const longestName = 64;
const longestValue = 1024 * 1024;

/** Reads a whole page. Never throws on any text. */
export function readMarkup(html: string, reader: MarkupReader): void {
  const handler = new Handler(html, reader);
  const tokenizer = new Tokenizer({ decodeEntities: true }, handler);
  tokenizer.write(html);
  tokenizer.end();
  handler.closeAll();
}

class Handler {
  readonly #html: string;
  readonly #reader: MarkupReader;
  readonly #open: string[] = [];
  readonly #count = new Map<string, number>();
  #name = '';
  #attributes = new Map<string, string>();
  #key = '';
  #value: string[] = [];
  #length = 0;

  constructor(html: string, reader: MarkupReader) {
    this.#html = html;
    this.#reader = reader;
  }

  ontext(start: number, end: number): void {
    this.#reader.text(this.#html.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.#reader.text(String.fromCodePoint(codepoint));
  }
  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
    this.#attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.#key = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
    this.#value = [];
    this.#length = 0;
  }
  onattribdata(start: number, end: number): void {
    if (this.#attributes.size >= mostAttributes || this.#length >= longestValue) return;
    const part = this.#html.slice(start, Math.min(end, start + longestValue - this.#length));
    this.#length += part.length;
    this.#value.push(part);
  }
  onattribentity(codepoint: number): void {
    if (this.#attributes.size >= mostAttributes || this.#length >= longestValue) return;
    this.#length++;
    this.#value.push(String.fromCodePoint(codepoint));
  }
  onattribend(): void {
    const full = this.#attributes.size >= mostAttributes || this.#attributes.has(this.#key);
    if (!full) this.#attributes.set(this.#key, this.#value.join(''));
  }
  onopentagend(): void {
    const name = this.#name;
    this.#closeImplied(name);
    const isVoid = voids.has(name);
    this.#reader.open(name, this.#attributes.size === 0 ? none : this.#attributes, isVoid);
    if (isVoid) return;
    this.#open.push(name);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }
  onselfclosingtag(): void {
    // In HTML the slash means nothing.
    this.onopentagend();
  }
  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
    if (name === 'br') this.#reader.open('br', none, true);
    else this.#closeTo(name);
  }
  isInForeignContext(): boolean {
    return false;
  }
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  closeAll(): void {
    while (this.#open.length > 0) this.#pop();
  }

  #closeImplied(name: string): void {
    if (this.#open.at(-1) === 'head' && !ofHead.has(name)) this.#pop();
    const ends = closes.get(name) ?? (blocks.has(name) ? paragraph : null);
    if (ends === null) return;
    for (let top = this.#open.at(-1); top !== undefined && ends.has(top); top = this.#open.at(-1)) this.#pop();
  }
  /** Ends all that stands open inside of it too; nothing when none such is open. */
  #closeTo(name: string): void {
    if ((this.#count.get(name) ?? 0) === 0) return;
    for (let top: string | null = null; top !== name; ) top = this.#pop();
  }
  #pop(): string {
    const name = this.#open.pop() ?? '';
    this.#count.set(name, (this.#count.get(name) ?? 1) - 1);
    this.#reader.close(name);
    return name;
  }
}
