/** A web page as a document: its article in zones, what surrounds it labelled and nothing left out but what a reader never sees. */
import { type Finding, Findings } from '../../core/finding.ts';
import type { Document, Zone } from '../../core/text/reading.ts';
import { type Draft, layOut } from './blocks.ts';
import { cleanText, cutTo, noteUnshown } from './clean.ts';
import { isBoilerplate, isCaption, isStopped, opensRelated } from './cues.ts';
import type { Around } from './elements.ts';
import { flowOf, type Page, type Piece } from './flow.ts';
import { metadataOf } from './metadata.ts';

export interface ReadDocument {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Markup beyond this is not read, in UTF-16 units. */
const longestMarkup = 16 * 1024 * 1024;

/** Linear in the length of the page, whatever it holds; never throws. */
export function documentOfHtml(html: string): ReadDocument {
  const findings = new Findings();
  const page = flowOf(cutTo(longestMarkup, html, findings, 'markup'));
  const { titles, ...about } = metadataOf(page);
  const clean = (text: string): string => cleanText(text, findings);
  const zoned = draftsOf(page, titles);
  const joined = cleanDrafts(zoned, findings);
  noteUnshown(page.unshown, findings);
  const { text, blocks } = layOut(joined);
  const title = blocks.find(({ zone }) => zone === 'title');
  const publisher = about.publisher === null ? null : clean(about.publisher.slice(0, 200)).trim() || null;
  const document = { ...about, text, blocks, publisher, title: title ? text.slice(title.start, title.end) : null };
  return { document, findings: findings.list() };
}

/** All drafts are cleaned as one text, so that each finding is made once and the cut falls once. */
function cleanDrafts(drafts: readonly Draft[], findings: Findings): Draft[] {
  const seam = '\u0001';
  const safe = drafts.map((draft) => draft.text.replaceAll(seam, ''));
  const whole = cleanText(safe.join('\n'), findings);
  if (whole === safe.join('\n')) return drafts.map((draft, number) => ({ ...draft, text: safe[number] ?? '' }));
  let left = whole.length;
  const none = new Findings();
  return drafts.flatMap((draft, number): Draft[] => {
    const text = cleanText(safe[number] ?? '', none).slice(0, left);
    left = Math.max(0, left - text.length - 1);
    return text === '' ? [] : [{ ...draft, text }];
  });
}

function draftsOf(page: Page, titles: readonly string[]): Draft[] {
  const around = aroundOf(page);
  const heading = titleAmong(page.pieces, around, titles);
  const drafts: Draft[] = [];
  let related = 0;
  page.pieces.forEach((piece, number) => {
    if (piece.level > 0) related = opensRelated(piece.text) ? piece.level : related >= piece.level ? 0 : related;
    const beside = around(piece) ?? (related > 0 ? 'related' : null);
    drafts.push({ zone: number === heading ? 'title' : zoneOf(piece, beside), text: piece.text });
  });
  if (heading === -1 && titles[0] !== undefined) drafts.unshift({ zone: 'title', text: titles[0] });
  return drafts;
}

function zoneOf(piece: Piece, around: Around | null): Zone {
  const { text } = piece;
  if (around === 'chrome') return 'boilerplate';
  if (around === 'related') return 'related';
  if (piece.kind === 'caption') return 'caption';
  if (isBoilerplate(text)) return 'boilerplate';
  if (isCaption(text)) return 'caption';
  if (piece.linked && piece.kind !== 'heading' && text.length >= 20 && !isStopped(text)) return 'related';
  return piece.kind;
}

/** The h1 of the article, else the h1 that the head's title begins with, else none. */
function titleAmong(
  pieces: readonly Piece[],
  around: (piece: Piece) => Around | null,
  titles: readonly string[],
): number {
  const plain = pieces.findIndex((piece) => piece.level === 1 && around(piece) === null);
  if (plain >= 0) return plain;
  return pieces.findIndex(
    ({ level, text }) => level === 1 && titles.some((title) => title.startsWith(text) && text.length > 10),
  );
}

/** A region with less of the page's text is no article but a teaser. */
const leastShare = 0.4;

/** How to tell what surrounds the article. Names of elements count only as long as they leave most of the text. */
function aroundOf(page: Page): (piece: Piece) => Around | null {
  const content = page.pieces.filter((piece) => piece.around === null && !piece.linked);
  const length = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const hinted = length(content.filter(({ hint }) => hint === null)) >= length(content) / 2;
  const inner = hinted ? content.filter(({ hint }) => hint === null) : content;
  const main = mainRegion(page, inner);
  const inside = main === 0 ? null : regionsIn(page, main);
  return (piece) => {
    const own = piece.around ?? (hinted ? piece.hint : null);
    if (own !== null || inside === null || inside.has(piece.region)) return own;
    return page.regions[piece.region]?.article ? 'related' : 'chrome';
  };
}

/** The article with the most text, else the outermost region with the most; 0 when there is none to speak of. */
function mainRegion(page: Page, content: readonly Piece[]): number {
  const sums = new Array<number>(page.regions.length).fill(0);
  let all = 0;
  for (const { region, text } of content) {
    sums[region] = (sums[region] ?? 0) + text.length;
    all += text.length;
  }
  // A region's number is higher than that of what it stands in, so one pass from the end adds up all that is inside.
  for (let region = page.regions.length - 1; region > 0; region--) {
    const parent = page.regions[region]?.parent ?? 0;
    if (parent > 0) sums[parent] = (sums[parent] ?? 0) + (sums[region] ?? 0);
  }
  let best = 0;
  for (const article of [true, false]) {
    for (let region = 1; region < sums.length; region++)
      if (
        page.regions[region]?.article === article &&
        (sums[region] ?? 0) > (best === 0 ? leastShare * all : (sums[best] ?? 0))
      )
        best = region;
    if (best > 0) return best;
  }
  return 0;
}

function regionsIn(page: Page, main: number): ReadonlySet<number> {
  const inside = new Set([main]);
  page.regions.forEach(({ parent }, region) => {
    if (region > 0 && inside.has(parent)) inside.add(region);
  });
  return inside;
}
