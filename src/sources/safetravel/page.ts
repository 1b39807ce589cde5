/**
 * What SafeTravel's pages hold, taken out of their HTML: the advice levels and the sections stand as JSON in attributes, the prose
 * between them as HTML.
 */
import type { Findings } from '../../core/finding.ts';
import { asObject, type JsonObject, readJson } from '../../core/text/json.ts';
import { type Attributes, type MarkupReader, readMarkup } from '../../read/document/markup.ts';

export interface Page {
  /** The heading, else the title of the page. */ readonly title: string;
  readonly language: string | null;
  /** Entries of `#js-advice-level-accordion`; null when the page has none. */
  readonly levels: readonly JsonObject[] | null;
  /** HTML of each `.fr-view`. */
  readonly prose: readonly string[];
  /** Entries of `#js-accordion`. */
  readonly sections: readonly JsonObject[];
}

const maxEntries = 200;

/** Never throws; one pass over the page. */
export function readPage(html: string, findings: Findings): Page {
  const scan = new Scan();
  readMarkup(html, scan);
  const entries = (json: string | undefined): JsonObject[] | null => {
    const list = json === undefined ? undefined : readJson(json, findings);
    return Array.isArray(list)
      ? list
          .slice(0, maxEntries)
          .map(asObject)
          .filter((one) => one !== null)
      : null;
  };
  return {
    title: oneLine(scan.heading) || oneLine(scan.title),
    language: scan.language,
    levels: entries(scan.content.get('js-advice-level-accordion')),
    prose: scan.prose,
    sections: entries(scan.content.get('js-accordion')) ?? [],
  };
}

const oneLine = (words: string): string => words.slice(0, 1000).toWellFormed().replace(/\s+/g, ' ').trim();

/** What is seen in one pass. Prose is written out again without its attributes; prose inside prose counts once. */
class Scan implements MarkupReader {
  readonly content = new Map<string, string>();
  readonly prose: string[] = [];
  heading = '';
  title = '';
  language: string | null = null;
  #depth = 0;
  #prose: { readonly depth: number; readonly html: string[] } | null = null;
  #inside: 'h1' | 'title' | null = null;

  open(name: string, attributes: Attributes, isVoid: boolean): void {
    if (!isVoid) this.#depth++;
    const [id, content] = [attributes.get('id'), attributes.get('data-content')];
    if (id !== undefined && content !== undefined && !this.content.has(id)) this.content.set(id, content);
    if (name === 'html') this.language = attributes.get('lang')?.trim() || null;
    if ((name === 'h1' && this.heading === '') || (name === 'title' && this.title === '')) this.#inside = name;
    if (this.#prose !== null) this.#prose.html.push(`<${name}>`);
    else if (!isVoid && /(^|\s)fr-view(\s|$)/.test(attributes.get('class') ?? ''))
      this.#prose = { depth: this.#depth, html: [] };
  }

  text(words: string): void {
    if (this.#inside === 'h1') this.heading += words;
    if (this.#inside === 'title') this.title += words;
    this.#prose?.html.push(words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
  }

  close(name: string): void {
    if (name === this.#inside) this.#inside = null;
    if (this.#prose?.depth === this.#depth) {
      if (this.prose.length < maxEntries) this.prose.push(this.#prose.html.join(''));
      this.#prose = null;
    } else this.#prose?.html.push(`</${name}>`);
    this.#depth--;
  }
}
