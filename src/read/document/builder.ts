/** Makes a document of what a machine format holds: stated values, texts and fragments of HTML, each under its path. */
import { type Finding, Findings } from '../../core/finding.ts';
import type { Document, Zone } from '../../core/text/reading.ts';
import { type Draft, layOut } from './blocks.ts';
import { cleanText, cutTo, longestText, noteCut, noteUnshown } from './clean.ts';
import { listMark } from './cues.ts';
import { flowOf } from './flow.ts';

/** What a document says of itself as a whole. */
export type About = Pick<Document, 'title' | 'language' | 'publisher' | 'publishedAt' | 'day'>;

export class DocumentBuilder {
  readonly #drafts: Draft[] = [];
  readonly #findings = new Findings();
  /** What may still be added, in UTF-16 units. */
  #left = longestText;
  /** Characters that came after that. */
  #beyond = 0;
  #unshown = 0;

  /** Plain text as one block; paragraphs and list items of a body become blocks of their own. */
  add(zone: Zone, text: string, path?: string): void {
    const clean = this.#taken(cleanText(text, this.#findings));
    if (zone !== 'body') this.#push(zone, clean, path);
    else for (const paragraph of clean.split(/\n[ \t]*\n/)) this.#paragraph(paragraph, path);
  }

  /** A fragment of HTML. In a body its paragraphs, list items and headings become blocks of their own; in other zones it is one block. */
  addHtml(zone: Zone, html: string, path?: string): void {
    const { pieces, unshown } = flowOf(cutTo(longestText, html, this.#findings, 'markup'));
    this.#unshown += unshown;
    if (zone === 'body')
      for (const piece of pieces) this.#push(piece.kind, this.#taken(cleanText(piece.text, this.#findings)), path);
    else {
      const text = pieces.map((piece) => piece.text).join('\n');
      this.#push(zone, this.#taken(cleanText(text, this.#findings)), path);
    }
  }

  build(about: About): Document {
    const { text, blocks } = layOut(this.#drafts);
    return { text, blocks, ...about };
  }

  get findings(): readonly Finding[] {
    const whole = new Findings();
    const read = longestText - this.#left;
    if (this.#beyond > 0) noteCut(read + this.#beyond, read, whole);
    noteUnshown(this.#unshown, whole);
    return [...this.#findings.list(), ...whole.list()];
  }

  #paragraph(paragraph: string, path: string | undefined): void {
    const lines = paragraph.split('\n');
    const marked = lines.some((line) => listMark(line.trim()) > 0);
    for (const line of marked ? lines : [paragraph])
      this.#push(listMark(line.trim()) > 0 ? 'list' : 'body', line, path);
  }

  #push(zone: Zone, text: string, path: string | undefined): void {
    this.#drafts.push({ zone, text, ...(path === undefined ? {} : { path }) });
  }

  #taken(text: string): string {
    const kept = cutTo(this.#left, text, new Findings());
    this.#left -= kept.length;
    this.#beyond += text.length - kept.length;
    return kept;
  }
}
