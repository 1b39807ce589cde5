/** A page's markup as pieces of text, each with what the page says of it: heading, list, caption; within what; under which region. */
import {
  type Around,
  aroundOf,
  type Hidden,
  hiddenBy,
  hiddenWithin,
  hintOf,
  inline,
  isHidden,
  type Kind,
  kindOf,
  wrappers,
} from './elements.ts';
import { type Attributes, type MarkupReader, readMarkup } from './markup.ts';

export interface Piece {
  readonly kind: Kind;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly text: string;
  /** By its element. */
  readonly around: Around | null;
  /** By the names that the page gave its elements, which may mean anything. */
  readonly hint: Around | null;
  /** Number of the innermost `article` or `main`; 0 outside of all. */
  readonly region: number;
  /** It is the text of links and nothing else. */
  readonly linked: boolean;
}

export interface Region {
  readonly parent: number;
  readonly article: boolean;
}

export interface Page {
  readonly pieces: readonly Piece[];
  /** The first stands for what is outside of all. */
  readonly regions: readonly Region[];
  readonly title: string | null;
  /** Texts of JSON-LD. */
  readonly data: readonly string[];
  /** `meta` by lower-case name or property; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly language: string | null;
  /** The first `time datetime` outside of navigation. */
  readonly time: string | null;
  /** Characters of text, white space not counted, that the page holds and does not show: no piece has them. */
  readonly unshown: number;
}

interface Frame {
  readonly kind: Kind;
  readonly level: number;
  readonly around: Around | null;
  readonly hint: Around | null;
  readonly region: number;
  readonly hidden: Hidden | null;
  readonly linked: boolean;
  readonly kept: boolean;
}
const outermost: Frame = {
  kind: 'body',
  level: 0,
  around: null,
  hint: null,
  region: 0,
  hidden: null,
  linked: false,
  kept: false,
};

const mostData = 20;

export function flowOf(html: string): Page {
  const flow = new Flow();
  readMarkup(html, flow);
  return flow.page();
}

class Flow implements MarkupReader {
  readonly #pieces: Piece[] = [];
  readonly #regions: Region[] = [{ parent: 0, article: false }];
  readonly #frames: Frame[] = [];
  readonly #meta = new Map<string, string>();
  readonly #data: string[] = [];
  #top: Frame = outermost;
  #parts: string[] = [];
  #own: Frame = outermost;
  #linked = true;
  #broken = false;
  #title: string | null = null;
  #language: string | null = null;
  #time: string | null = null;
  #unshown = 0;
  /** The texts of the drawing that is open, one for each element of its own. */
  readonly #swallowed: string[] = [];
  /** Text that is no piece: of the title or of JSON-LD. */
  #aside: { readonly name: string; readonly parts: string[] } | null = null;

  open(name: string, attributes: Attributes, isVoid: boolean): void {
    this.#note(name, attributes);
    if (name === 'br') this.#break();
    if (name === 'img') this.#image(attributes);
    if (isVoid) {
      if (name === 'hr') this.#flush();
      return;
    }
    this.#frames.push(this.#top);
    const { hidden } = this.#top;
    if (hidden !== null) {
      const within = hiddenWithin(hidden, name, attributes);
      if (within !== hidden) this.#top = { ...this.#top, hidden: within };
      else if (hidden === 'drawn' && !inline.has(name)) this.#swallowed.push('');
      return;
    }
    const frame = this.#frameOf(name, attributes);
    if (!inline.has(name) && frame.hidden === null) this.#flush();
    this.#top = frame;
  }

  close(name: string, stated: boolean): void {
    if (this.#aside?.name === name) this.#endAside();
    const { hidden } = this.#top;
    if (hidden === null && !inline.has(name)) this.#flush();
    this.#top = this.#frames.pop() ?? outermost;
    if (hidden !== 'drawn') return;
    if (this.#top.hidden === null) this.#endDrawing(stated);
    else if (!inline.has(name)) this.#swallowed.push('');
  }

  text(text: string): void {
    if (this.#aside) this.#aside.parts.push(text);
    else if (this.#top.hidden === null) this.#write(text);
    else if (this.#top.hidden === 'drawn') this.#swallowed.push(`${this.#swallowed.pop() ?? ''}${text}`);
    else if (this.#top.hidden === 'never') this.#unshown += lengthOf(text);
  }

  page(): Page {
    this.#flush();
    return {
      pieces: this.#pieces,
      regions: this.#regions,
      title: this.#title,
      data: this.#data,
      meta: this.#meta,
      language: this.#language,
      time: this.#time,
      unshown: this.#unshown,
    };
  }

  #write(text: string): void {
    const written = this.#top.kept ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
    if (this.#parts.length === 0) {
      if (written.trim() === '') return;
      this.#own = this.#top;
      this.#linked = true;
    }
    if (written.trim() !== '') {
      this.#broken = false;
      this.#linked &&= this.#top.linked;
    }
    this.#parts.push(written);
  }

  #flush(): void {
    if (this.#parts.length === 0) return;
    const text = this.#parts
      .join('')
      // In this order each is linear: no run of blanks is looked at twice.
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    this.#parts = [];
    this.#broken = false;
    this.#put(text, this.#own, this.#linked);
  }

  #put(text: string, { kind, level, around, hint, region }: Frame, linked: boolean): void {
    if (text !== '') this.#pieces.push({ kind, level, text, around, hint, region, linked });
  }

  /** A drawing that its page never ended may have swallowed anything: what stood in it is text. */
  #endDrawing(stated: boolean): void {
    const texts = this.#swallowed.splice(0);
    if (stated) for (const text of texts) this.#unshown += lengthOf(text);
    const paragraphs = texts.filter((text) => !stated && text.trim() !== '');
    for (const text of paragraphs) {
      this.#flush();
      this.#write(text);
    }
    if (paragraphs.length > 0) this.#flush();
  }

  /** One line break stays a line break, two make a paragraph. */
  #break(): void {
    if (this.#parts.length === 0 || this.#top.hidden) return;
    if (this.#broken) this.#flush();
    else {
      this.#parts.push('\n');
      this.#broken = true;
    }
  }

  /** A picture in the middle of a paragraph does not part it. */
  #image(attributes: Attributes): void {
    const text = attributes.get('alt')?.replace(/\s+/g, ' ').trim() ?? '';
    if (this.#top.hidden || isHidden(attributes) || !/\p{L}/u.test(text)) return;
    this.#put(text, { ...this.#top, kind: 'caption', level: 0 }, false);
  }

  #note(name: string, attributes: Attributes): void {
    if (name === 'html') this.#language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
    if (name === 'meta') {
      const key = (
        attributes.get('property') ??
        attributes.get('name') ??
        attributes.get('itemprop') ??
        ''
      ).toLowerCase();
      const value = attributes.get('content');
      if (key !== '' && value !== undefined && !this.#meta.has(key)) this.#meta.set(key, value);
    }
    if (name === 'time' && !this.#top.hidden && this.#top.around === null)
      this.#time ??= attributes.get('datetime') ?? null;
    if (this.#aside === null && name === 'title' && this.#title === null && this.#top.hidden !== 'drawn')
      this.#aside = { name, parts: [] };
    const type = attributes.get('type')?.trim().toLowerCase();
    if (name === 'script' && type === 'application/ld+json' && this.#data.length < mostData)
      this.#aside = { name, parts: [] };
  }

  #endAside(): void {
    const text = this.#aside?.parts.join('') ?? '';
    if (this.#aside?.name === 'title') this.#title = text.replace(/\s+/g, ' ').trim() || null;
    else this.#data.push(text);
    this.#aside = null;
  }

  #frameOf(name: string, attributes: Attributes): Frame {
    const up = this.#top;
    const hidden = hiddenBy(name, attributes);
    if (hidden !== null) return { ...up, hidden };
    if (name === 'a') return up.linked ? up : { ...up, linked: true };
    if (inline.has(name) && attributes.size === 0) return up;
    const role = attributes.get('role') ?? '';
    const names = wrappers.has(name) ? '' : `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
    const article = name === 'article' || attributes.get('itemprop') === 'articleBody';
    const region = article || name === 'main' || role === 'main' ? this.#regionIn(up.region, article) : up.region;
    const level = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
    return {
      kind: kindOf(name, up.kind),
      level: level === 0 && kindOf(name, up.kind) === 'heading' ? up.level : level,
      around: up.around ?? aroundOf(name, role, region !== 0),
      hint: up.hint ?? hintOf(name, names),
      region,
      hidden: null,
      linked: up.linked,
      kept: up.kept || name === 'pre',
    };
  }

  #regionIn(parent: number, article: boolean): number {
    this.#regions.push({ parent, article });
    return this.#regions.length - 1;
  }
}

const lengthOf = (text: string): number => text.replace(/\s+/g, '').length;
