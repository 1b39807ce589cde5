/** All that an issuer's notice says of one danger, sentence by sentence, so that nothing in its letters is missing on the page. */
import type { AlertView } from '../../core/model.ts';
import type { Cite, IssuerWord, Situation } from '../../core/situation.ts';
import type { Document } from '../../core/text/reading.ts';
import { sentencesOf } from '../../read/sentences.ts';

/** What the sentences are looked up in: the alerts of a situation, and by report the texts they were read from. */
export interface Notices {
  readonly alerts: readonly AlertView[];
  readonly documents: ReadonlyMap<string, Document>;
}

/** In the order of the text. None of an alert in CAP, whose elements stand on its own page, nor of what a medium reports of an issuer. */
export function noticeOf(word: IssuerWord, situation: Situation, { alerts, documents }: Notices): readonly Cite[] {
  const { report } = word;
  const view = alerts.find(({ id }) => id === word.alert);
  const document = documents.get(report);
  if (!view?.advice || view.report !== report || !document) return [];
  const own = wordsOf(view, situation);
  const { text } = document;
  const blocks = document.blocks.filter(
    ({ zone, start, end, duplicateOf }) =>
      duplicateOf === undefined && (zone === 'body' || zone === 'list') && own(text.slice(start, end)),
  );
  return sentencesOf({ ...document, blocks }).map(({ start, end, zone }) => ({
    ...{ report, start, end, zone },
    text: text.slice(start, end),
  }));
}

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
