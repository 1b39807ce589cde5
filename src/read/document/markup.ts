/**
 * HTML as a stream of what opens, closes and is written. Time is linear in the length whatever the page does: the parser of the same
 * package keeps its open elements in a way that takes quadratic time on pages that never close them, so only its tokenizer is used.
 */
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

export interface MarkupReader {
  /** A void element opens and never closes. */
  open(name: string, attributes: Attributes, isVoid: boolean): void;
  /** Also for an element that something else closed, or that never was: `stated` when its own end tag did. */
  close(name: string, stated: boolean): void;
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
/** Roots of drawings and formulas: what stands in them follows rules of its own (HTML, tree construction in foreign content). */
const foreignRoots = new Set(['svg', 'math']);
/** Elements of theirs that hold HTML again. */
const holdsHtml = new Set('foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '));
/** Elements of HTML that end a drawing or a formula nobody ended. */
const breaksOut = new Set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'.split(
    ' ',
  ),
);
const ofHead = new Set('base link meta noscript script style template title'.split(' '));
const none: Attributes = new Map();
/** More of one element, or longer ones, are read past. */
const mostAttributes = 64;
const longestName = 64;
const longestValue = 1024 * 1024;

/** Reads a whole page. Never throws on any text. */
export function readMarkup(html: string, reader: MarkupReader): void {
  const page = withBogusComments(html);
  const handler = new Handler(page, reader);
  const tokenizer = new Tokenizer({ decodeEntities: true }, handler);
  tokenizer.write(page);
  tokenizer.end();
  handler.closeAll();
}

/**
 * Outside of drawings and formulas `<![CDATA[` begins a comment that ends at the next `>` (HTML, bogus comment state); the tokenizer
 * would look for `]]>` and swallow what browsers show. Written as a declaration it ends where theirs does. Nothing moves.
 */
function withBogusComments(html: string): string {
  let depth = 0;
  return html.replace(/<(\/?)(?:svg|math)\b|<!\[CDATA\[/gi, (found, slash: string | undefined) => {
    if (slash === undefined) return depth === 0 ? '<!xCDATA[' : found;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    return found;
  });
}

interface Open {
  readonly name: string;
  /** What stands in it is no HTML. */
  readonly foreign: boolean;
}

class Handler {
  readonly #html: string;
  readonly #reader: MarkupReader;
  readonly #open: Open[] = [];
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
    if (breaksOut.has(name)) this.#breakOut();
    this.#closeImplied(name);
    const isVoid = voids.has(name);
    this.#reader.open(name, this.#attributes.size === 0 ? none : this.#attributes, isVoid);
    if (isVoid) return;
    const foreign = foreignRoots.has(name) || (this.isInForeignContext() && !holdsHtml.has(name));
    this.#open.push({ name, foreign });
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }
  onselfclosingtag(): void {
    const around = this.isInForeignContext() && !breaksOut.has(this.#name);
    this.onopentagend();
    // In HTML the slash means nothing.
    if (around || foreignRoots.has(this.#name)) this.#pop(true);
  }
  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + longestName)).toLowerCase();
    if (name === 'br' || name === 'p') this.#breakOut();
    if (name === 'br') this.#reader.open('br', none, true);
    else this.#closeTo(name);
  }
  isInForeignContext(): boolean {
    return this.#open.at(-1)?.foreign ?? false;
  }
  oncomment(): void {}
  /** Only in a drawing or a formula; elsewhere it is a comment. */
  oncdata(start: number, end: number, closing: number): void {
    if (this.isInForeignContext()) this.ontext(start, end - closing);
  }
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  closeAll(): void {
    while (this.#open.length > 0) this.#pop(false);
  }

  #breakOut(): void {
    while (this.isInForeignContext()) this.#pop(false);
  }
  #closeImplied(name: string): void {
    if (this.#open.at(-1)?.name === 'head' && !ofHead.has(name)) this.#pop(false);
    const ends = closes.get(name) ?? (blocks.has(name) ? paragraph : null);
    if (ends === null) return;
    for (let top = this.#open.at(-1); top !== undefined && ends.has(top.name); top = this.#open.at(-1))
      this.#pop(false);
  }
  /** Ends all that stands open inside of it too; nothing when none such is open. */
  #closeTo(name: string): void {
    if ((this.#count.get(name) ?? 0) === 0) return;
    while (this.#open.at(-1)?.name !== name) this.#pop(false);
    this.#pop(true);
  }
  #pop(stated: boolean): void {
    const name = this.#open.pop()?.name ?? '';
    this.#count.set(name, (this.#count.get(name) ?? 1) - 1);
    this.#reader.close(name, stated);
  }
}
