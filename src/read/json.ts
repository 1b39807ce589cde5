/** A reading as flat JSON, for programs: `tocsin read --json`. Every span points into `report.text`. */
import type { Reading } from '../core/text/reading.ts';
import { formatInstant } from '../core/time/time.ts';

/** `id` names the document it was made of. Times of publishing are in UTC. */
export function readingAsJson({ document, ...said }: Reading, id: string): Readonly<Record<string, unknown>> {
  const { title, language, publishedAt, text, blocks } = document;
  const report = {
    ...{ id, title, language, publishedAt: publishedAt === null ? null : formatInstant(publishedAt), text },
    blocks: blocks.map(({ start, end, zone, duplicateOf }) => ({
      start,
      end,
      zone,
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
    })),
  };
  return { report, ...said };
}
