/** Citations: the words of a reading's field, and those of an element of a CAP alert. */
import type { AlertView } from '../../core/model.ts';
import type { Cite } from '../../core/situation.ts';
import type { Span } from '../../core/text/span.ts';

export const citeOf = (report: string, field: Span & { text: string; zone: string }): Cite => ({
  report,
  text: field.text,
  start: field.start,
  end: field.end,
  zone: field.zone,
});

/** An element of a CAP alert by its path (`info[1]/severity`); `text` is its value. */
export function citeCap({ report, alert }: AlertView, path: string, text: string): Cite {
  const { start, end } = alert.at[path] ?? { start: 0, end: 0 };
  return { report, text, start, end, zone: path };
}
