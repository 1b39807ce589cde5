/** Lines and columns of spans in one text; the lines are counted when first asked for. */
import { type Located, lineStarts, positionAt, type Span } from '../text/span.ts';

export class Places {
  readonly text: string;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  at(span: Span): Located {
    this.#starts ??= lineStarts(this.text);
    const { line, column } = positionAt(this.#starts, span.start);
    return { start: span.start, end: span.end, line, column };
  }
}
