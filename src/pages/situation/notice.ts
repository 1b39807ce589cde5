/** All that an issuer's notice says of one danger, sentence by sentence, so that nothing in its letters is missing on the page. */
import type { AlertView } from '../../core/model.ts';
import type { Cite, IssuerWord, Situation } from '../../core/situation.ts';
import type { Document } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { distinct } from '../../picture/anchor/alert-spots.ts';
import { noticeAt } from '../../read/join.ts';
import { sentencesOf } from '../../read/sentences.ts';

/** What the sentences are looked up in: the alerts of a situation, and by report the texts they were read from. */
export interface Notices {
  readonly alerts: readonly AlertView[];
  readonly documents: ReadonlyMap<string, Document>;
}

/**
 * Each once, in the order of the text: the paragraphs that describe the danger or tell what to do, and what the notice itself tells of it
 * elsewhere. None of an alert in CAP, whose elements stand on its own page, nor of what a medium reports of an issuer, nor of another
 * notice in the same feed.
 */
export function noticeOf(word: IssuerWord, situation: Situation, { alerts, documents }: Notices): readonly Cite[] {
  const { report } = word;
  const view = alerts.find(({ id }) => id === word.alert);
  const document = documents.get(report);
  const [part] = view?.advice?.parts ?? [];
  if (!view || !part || view.report !== report || !document) return [];
  const own = wordsOf(view, situation);
  const told = toldIn(situation, report);
  const { text } = document;
  const blocks = noticeAt(document, part.words).filter(
    ({ zone, duplicateOf }) => duplicateOf === undefined && (zone === 'body' || zone === 'list'),
  );
  const cites = blocks.flatMap((block): Cite[] => {
    const isOwn = own(text.slice(block.start, block.end));
    return sentencesOf({ ...document, blocks: [block] }).flatMap(({ start, end, zone }) => {
      const statement = told.find((one) => overlap(one, { start, end }));
      if (!isOwn && !statement) return [];
      const sentence = { report, start, end, text: text.slice(start, end), zone };
      return [statement && isAllOf(statement, sentence) ? statement : sentence];
    });
  });
  return distinct(cites.map((cite) => [cite.text, cite] as const));
}

/** What a document tells of the danger in its own voice: an issuer's own document speaks for that issuer. */
const toldIn = ({ claims }: Situation, report: string): Cite[] =>
  claims.filter(({ speaker, cite }) => speaker === null && cite.report === report).map(({ cite }) => cite);

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** But for the mark that ends the sentence. */
const isAllOf = (statement: Cite, { start, end, text }: Cite): boolean =>
  statement.start <= start && (end <= statement.end || !/[\p{L}\p{N}]/u.test(text.slice(statement.end - start)));

/** Whether a paragraph is one of those that the alert describes this danger with, or tells what to do in. */
function wordsOf({ alert, advice }: AlertView, { family, place }: Situation): (paragraph: string) => boolean {
  const parts = advice?.parts ?? [];
  const isOfIt = (part: (typeof parts)[number] | undefined): boolean =>
    part?.family === family && (place.id === null || part.place === place.id);
  const infos = alert.infos.filter((_, n) => isOfIt(parts[n]));
  const told = infos.flatMap(({ instruction }) => instruction?.split('\n') ?? []);
  return (paragraph) =>
    infos.some(({ description }) => description?.includes(paragraph)) ||
    told.some((line) => line !== '' && paragraph.includes(line));
}

/** Of all issuers of a situation. */
export const noticesIn = (situation: Situation, notices: Notices): readonly Cite[] =>
  situation.issuers.flatMap((word) => noticeOf(word, situation, notices));
