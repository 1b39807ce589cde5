/** Where the elements of an alert that was made of prose stand in its document, so that each leads to the words it was made of. */
import type { AdvicePart } from '../../core/advice.ts';
import { instructionOf } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { AlertView } from '../../core/model.ts';
import type { Block, Document } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import { noticeAt } from '../../read/join.ts';

/** Spans by path (`info[1]/description`), in the order of the text; no entry for what the desk filled in itself. */
export type AlertWords = Readonly<Record<string, readonly Span[]>>;

/** null for an alert in CAP, whose elements have lines. `document` is that of its report; without it only what the reader kept is known. */
export function wordsOf({ alert, advice }: AlertView, document: Document | null): AlertWords | null {
  if (advice === null) return null;
  const found: Record<string, readonly Span[]> = {};
  const put = (path: string, spans: readonly (Span | null)[]): void => {
    const given = spans.filter((span) => span !== null && span.start < span.end) as readonly Span[];
    if (given.length > 0) found[path] ??= given;
  };
  put('sent', [advice.issued]);
  alert.infos.forEach((info, n) => {
    const part = advice.parts[n];
    if (part) for (const [path, spans] of ofInfo(info, part, document)) put(`info[${n + 1}]${path}`, spans);
  });
  for (const [path, span] of Object.entries(alert.at)) put(path, [span]);
  return found;
}

type Entry = readonly [path: string, spans: readonly (Span | null)[]];

function ofInfo(info: CapInfo, part: AdvicePart, document: Document | null): Entry[] {
  const { instructions, words } = part;
  const blocks = document === null ? [] : noticeAt(document, words);
  const find = (text: string): Span | null => (document === null ? null : firstOf(text, document, blocks));
  const sentences = (info.instruction ?? '').split('\n').filter((line) => line !== '');
  const sentenceOf = (line: string): Span | null =>
    instructions.find(({ sentence }) => sentence.text === line)?.sentence ?? find(line);
  return [
    ['', [words]],
    ['/description', document === null ? [] : paragraphsIn(info.description ?? '', document, blocks)],
    ['/instruction', sentences.map(sentenceOf)],
    ['/senderName', [info.senderName === null ? null : find(info.senderName)]],
    ...info.responseTypes.map((type, n): Entry => {
      const meant = instructionOf({ ...info, responseTypes: [type] });
      const own = instructions.filter(({ value }) => value === meant).map(({ sentence }) => sentence);
      return [`/responseType[${n + 1}]`, own.length > 0 ? own : [words]];
    }),
    // A circle is the desk's own, around what these words name.
    ...info.areas.flatMap(({ areaDesc, circles }, n): Entry[] =>
      ['areaDesc', ...circles.map((_, c) => `circle[${c + 1}]`)].map((name) => [
        `/area[${n + 1}]/${name}`,
        [find(areaDesc)],
      ]),
    ),
  ];
}

/** Where words first stand within a block, what is shown again apart. */
function firstOf(words: string, { text }: Document, blocks: readonly Block[]): Span | null {
  if (words === '') return null;
  for (const { start, end, duplicateOf } of blocks) {
    const at = duplicateOf === undefined ? text.slice(start, end).indexOf(words) : -1;
    if (at >= 0) return { start: start + at, end: start + at + words.length };
  }
  return null;
}

const paragraphsIn = (description: string, { text }: Document, blocks: readonly Block[]): Span[] =>
  blocks
    .filter(({ zone, duplicateOf }) => duplicateOf === undefined && (zone === 'body' || zone === 'list'))
    .filter(({ start, end }) => start < end && description.includes(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end }));
