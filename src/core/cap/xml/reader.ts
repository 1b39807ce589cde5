/**
 * XML 1.0 with namespaces to events, in one pass over the text: strict in what is well-formed, without DOCTYPE and so without
 * entities of its own. It looks for the next mark and takes what lies between as one piece, so that its time is that of finding them.
 */
import { type Attributes, namespaceAt, noAttributes, resolved, type Written } from './attributes.ts';
import { clip, XmlFault } from './fault.ts';
import { isPlainName, Names, outermost, type QName, type Scope, scopeIn, usualName } from './names.ts';
import { attributeText, knownOf, oneLineEnd } from './words.ts';

/** An element as it opens. Offsets count in UTF-16 units of the text. */
export interface Opened extends Attributes {
  readonly qName: QName;
  readonly namespace: string;
  readonly start: number;
  /** Behind the opening tag. */
  readonly contentStart: number;
}

export interface XmlSink {
  open(element: Opened): void;
  /** Pieces of text as they come: plain, escaped or CDATA; line ends are line feeds. `isBlank`: plain white space of XML alone. */
  text(words: string, isBlank: boolean): void;
  /** `contentEnd`: of `<` of the closing tag; both are behind the opening tag of an element that closes itself. */
  close(contentEnd: number, end: number): void;
  /** Wherever it stands. */
  instruction?(target: string, data: string): void;
}

/** What all documents of one text share. */
export interface Limits {
  readonly depth: number;
  /** Elements and attributes that may still come. */
  left: number;
  readonly mostNodes: number;
}

const [lessThan, greaterThan, slash, bang, question, equals, quote, apostrophe] = [
  0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3d, 0x22, 0x27,
];
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Characters; no name of CAP is longer. */
const longestSeen = 32;

export class XmlReader {
  readonly #text: string;
  readonly #sink: XmlSink;
  readonly #limits: Limits;
  readonly #names = new Names();
  /** Names of the elements that are open, and what prefixes mean around them and inside each. */
  readonly #open: string[] = [];
  readonly #scopes: Scope[] = [outermost];
  readonly #illegal: number;
  readonly #wordsOf: (raw: string, at: number) => string;
  #at: number;

  constructor(text: string, from: number, sink: XmlSink, limits: Limits, known = knownOf(text)) {
    this.#text = text;
    this.#sink = sink;
    this.#limits = limits;
    this.#illegal = known.illegal;
    this.#wordsOf = known.wordsOf;
    this.#at = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  }

  /** Reads to behind the root element and gives the offset there. Throws an `XmlFault`. */
  root(): number {
    this.#declaration();
    this.#around('there is no element in it');
    this.#openTag();
    while (this.#open.length > 0) this.#piece();
    return this.#at;
  }

  /** What may follow the root: white space, comments, instructions to the end of the text. Throws an `XmlFault`. */
  rest(): void {
    while (this.#around(null)) this.#fault('a second element follows the end of the first');
  }

  #fault(words: string, start = this.#at, end = Math.min(this.#text.length, start + 1)): never {
    throw new XmlFault(words, start, Math.max(start, end));
  }

  #declaration(): void {
    if (!/^<\?xml[\t\n\r ]/.test(this.#text.slice(this.#at, this.#at + 6))) return;
    declaration.lastIndex = this.#at;
    const match = declaration.exec(this.#text);
    if (!match) this.#fault('the XML declaration is not written as one', this.#at, this.#at + 5);
    this.#at += match[0].length;
  }

  /** Goes over what may stand around the root to the next tag: true. At the end of the text: false, or a fault where one has to come. */
  #around(missing: string | null): boolean {
    for (;;) {
      this.#spaces();
      if (this.#at > this.#illegal) this.#illegalCharacter();
      if (this.#at >= this.#text.length) {
        if (missing !== null) this.#fault(missing, this.#text.length);
        return false;
      }
      if (this.#text.charCodeAt(this.#at) !== lessThan) this.#fault('there is text outside the outermost element');
      const code = this.#text.charCodeAt(this.#at + 1);
      if (code === question) this.#instruction();
      else if (code === bang) this.#marked();
      else return true;
    }
  }

  #spaces(): void {
    while (this.#at < this.#text.length && isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  /** Text up to the next mark, and what stands there. */
  #piece(): void {
    const text = this.#text;
    const from = this.#at;
    const mark = text.indexOf('<', from);
    if (mark < 0) this.#unclosed();
    if (mark > this.#illegal) this.#illegalCharacter();
    if (mark > from) {
      this.#spaces();
      this.#sink.text(this.#wordsOf(text.slice(from, mark), from), this.#at === mark);
      this.#at = mark;
    }
    const code = text.charCodeAt(mark + 1);
    if (code === slash) this.#closeTag();
    else if (code === bang) this.#marked();
    else if (code === question) this.#instruction();
    else this.#openTag();
  }

  #unclosed(): never {
    if (this.#illegal < this.#text.length) this.#illegalCharacter();
    const name = this.#open[this.#open.length - 1] ?? '';
    this.#fault(`the file ends before “${clip(name)}” is closed`, this.#text.length);
  }

  #illegalCharacter(): never {
    this.#fault('there is a character that XML does not allow here', this.#illegal);
  }

  #count(): void {
    if (--this.#limits.left >= 0) return;
    const words = `The file has more than ${this.#limits.mostNodes} elements; ask for a smaller one.`;
    throw new XmlFault(words, this.#at, this.#at + 1, 'xml.too-many-elements');
  }

  /** The name of a tag that holds nothing else and is CAP's or has stood here before, as most do: `<event>`. null for any other. */
  #seen(): QName | null {
    const end = this.#text.indexOf('>', this.#at);
    if (end < 0 || end - this.#at > longestSeen) return null;
    const name = usualName(this.#text, this.#at, end) ?? this.#names.known(this.#text.slice(this.#at, end)) ?? null;
    if (name !== null) this.#at = end;
    return name;
  }

  /** The name that stands at `#at`, up to white space or a mark. */
  #name(what: string): QName {
    const text = this.#text;
    let end = this.#at;
    for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(++end))
      if (code === greaterThan || code === slash || code === equals || isSpace(code)) break;
    const written = text.slice(this.#at, end);
    const name = this.#names.of(written);
    if (name === null) this.#noName(written, what);
    this.#at = end;
    return name;
  }

  #noName(written: string, what: string): never {
    if (this.#at >= this.#text.length) this.#fault('the file ends too early');
    if (what === 'element' && /^[<\s\d=]?$/.test(written.slice(0, 1)))
      this.#fault('a “<” has to be written as &lt;', this.#at - 1);
    this.#fault(`“${clip(written)}” is no name of an ${what}`);
  }

  #openTag(): void {
    this.#count();
    const { depth } = this.#limits;
    const start = this.#at;
    if (this.#open.length >= depth) {
      const words = `Elements stand more than ${depth} deep in each other; no CAP file does that.`;
      throw new XmlFault(words, start, start + 1, 'xml.too-deep');
    }
    this.#at++;
    const seen = this.#seen();
    const qName = seen ?? this.#name('element');
    const around = this.#scopes[this.#scopes.length - 1] ?? outermost;
    const { attributes, declared } = seen ? noAttributes : this.#attributes(around);
    const scope = declared === null ? around : scopeIn(around, declared);
    const namespace = namespaceAt(qName, scope, start + 1);
    const isSelfClosing = this.#text.charCodeAt(this.#at) === slash;
    if (isSelfClosing && this.#text.charCodeAt(this.#at + 1) !== greaterThan)
      this.#fault('a “/” stands alone in a tag');
    this.#at += isSelfClosing ? 2 : 1;
    if (this.#at > this.#illegal) this.#illegalCharacter();
    this.#sink.open({ qName, namespace, attributes, declared, start, contentStart: this.#at });
    if (isSelfClosing) this.#sink.close(this.#at, this.#at);
    else {
      this.#open.push(qName.name);
      this.#scopes.push(scope);
    }
  }

  /** To the end of the tag, its `>` or `/>`. */
  #attributes(around: Scope): Attributes {
    let written: Written[] | null = null;
    for (;;) {
      const before = this.#at;
      this.#spaces();
      const code = this.#text.charCodeAt(this.#at);
      if (code === greaterThan || code === slash) break;
      if (this.#at >= this.#text.length) this.#unclosedTag();
      if (before === this.#at) this.#fault('white space is missing between attributes');
      written ??= [];
      written.push(this.#attribute());
    }
    return written === null ? noAttributes : resolved(written, around);
  }

  #unclosedTag(): never {
    this.#fault('the file ends in the middle of a tag', this.#text.length);
  }

  #attribute(): Written {
    this.#count();
    const text = this.#text;
    const at = this.#at;
    const qName = this.#name('attribute');
    this.#spaces();
    if (text.charCodeAt(this.#at) !== equals) this.#fault(`the attribute “${clip(qName.name)}” has no value`);
    this.#at++;
    this.#spaces();
    const mark = text.charCodeAt(this.#at);
    if (mark !== quote && mark !== apostrophe)
      this.#fault(`the value of “${clip(qName.name)}” is not in quotation marks`);
    const from = this.#at + 1;
    const end = text.indexOf(mark === quote ? '"' : "'", from);
    if (end < 0) this.#unclosedTag();
    const raw = text.slice(from, end);
    const less = raw.indexOf('<');
    if (less >= 0) this.#fault('a “<” has to be written as &lt;', from + less);
    this.#at = end + 1;
    return { qName, value: attributeText(raw, from), at };
  }

  #closeTag(): void {
    const start = this.#at;
    const name = this.#open.pop() ?? '';
    this.#scopes.pop();
    this.#at = start + 2 + name.length;
    const isIts = this.#text.startsWith(name, start + 2);
    if (isIts) this.#spaces();
    if (!isIts || this.#text.charCodeAt(this.#at) !== greaterThan)
      this.#fault(`an element is closed that was not the last one opened: that is “${clip(name)}”`, start, start + 2);
    this.#at++;
    this.#sink.close(start, this.#at);
  }

  /** A comment or CDATA. */
  #marked(): void {
    const text = this.#text;
    const start = this.#at;
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('--', start + 4);
      if (end < 0) this.#fault('a comment is not closed', start, start + 4);
      if (text.charCodeAt(end + 2) !== greaterThan) this.#fault('a comment has “--” inside', end, end + 2);
      this.#at = end + 3;
    } else if (text.startsWith('<![CDATA[', start) && this.#open.length > 0) {
      const end = text.indexOf(']]>', start + 9);
      if (end < 0) this.#fault('CDATA is not closed', start, start + 9);
      this.#at = end + 3;
      this.#sink.text(oneLineEnd(text.slice(start + 9, end)), false);
    } else if (text.startsWith('<!DOCTYPE', start)) {
      throw new XmlFault('The file has a misplaced DOCTYPE; ask for it without.', start, start + 9, 'xml.doctype');
    } else this.#fault('“<!” begins nothing that XML knows here', start, start + 2);
    if (this.#at > this.#illegal) this.#illegalCharacter();
  }

  #instruction(): void {
    const start = this.#at;
    const end = this.#text.indexOf('?>', start + 2);
    if (end < 0) this.#fault('an instruction is not closed', start, start + 2);
    const [, target = '', data = ''] =
      /^([^\t\n\r ]*)[\t\n\r ]*([\s\S]*)$/.exec(this.#text.slice(start + 2, end)) ?? [];
    if (/^xml$/i.test(target)) this.#fault('something stands before the XML declaration', start, start + 5);
    if (!isPlainName(target)) this.#fault(`“${clip(target)}” is no name of an instruction`, start, start + 2);
    this.#at = end + 2;
    if (this.#at > this.#illegal) this.#illegalCharacter();
    this.#sink.instruction?.(target, oneLineEnd(data));
  }
}

const declaration =
  /<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(?:"(?:yes|no)"|'(?:yes|no)'))?[\t\n\r ]*\?>/y;
