/** Lines and columns of spans in one text; lines are counted as far as somebody asks. */
import { type Located, lineStarts, positionAt, type Span } from '../../text/span.ts';

export class Places {
  readonly text: string;
  #starts: readonly number[] = [];
  /** The offset up to which lines were counted. Most places asked for stand early. */
  #counted = -1;
  /** The line of the last answer: the next question is mostly about one soon after. */
  #line = 1;

  constructor(text: string) {
    this.text = text;
  }

  at({ start, end }: Span): Located {
    if (start > this.#counted) {
      this.#counted = 2 * start;
      this.#starts = lineStarts(this.text, this.#counted);
    }
    const starts = this.#starts;
    const begins = starts[this.#line - 1] ?? 0;
    const next = starts[this.#line] ?? Number.POSITIVE_INFINITY;
    if (start >= begins && start < next) return { start, end, line: this.#line, column: start - begins + 1 };
    const afterNext = starts[this.#line + 1] ?? Number.POSITIVE_INFINITY;
    if (start >= next && start < afterNext) return { start, end, line: ++this.#line, column: start - next + 1 };
    const { line, column } = positionAt(starts, start);
    this.#line = line;
    return { start, end, line, column };
  }
}
