/** Whether a text is a government's own: then what nobody is named for is its word. */
import type { Claim } from '../../../core/text/reading.ts';
import { type Field, fieldOf, type Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { countryOfWord, countryWordsIn } from '../../names/countries.ts';
import type { Issuers } from './issuers.ts';

/** `field` is null where the text does not name its issuer itself. */
export interface Official {
  readonly code: string;
  readonly field: Field<string> | null;
}

/** Each word ends with its space, so that a run of capitals has one way to be taken apart. */
const mission =
  /(?<![\p{L}.])((?:\p{Lu}[\p{L}.]* ){0,2}?\p{Lu}[\p{L}.]*?)\s?(?:Embassy|Consulate(?: General)?|High Commission)(?: (?:in )?\p{Lu}\p{L}+)?/u;
const message = /^Message for (\p{Lu}[\p{L}.]+) Citizens/u;

/** `stated` is what the source knows of the publisher. */
export function officialOf(
  layers: Layers,
  claims: readonly Claim[],
  stated: Official | null,
  issuers: Issuers,
): Official | null {
  if (stated)
    return {
      code: stated.code,
      field: stated.field ?? inTitle(layers)?.field ?? advising(claims, issuers)?.field ?? null,
    };
  return inTitle(layers) ?? advising(claims, issuers);
}

/** “Security Alert – U.S. Embassy Kabul”. */
function inTitle({ document }: Layers): Official | null {
  const block = document.blocks.find(({ zone }) => zone === 'title') ?? document.blocks[0];
  if (!block) return null;
  const title = document.text.slice(block.start, Math.min(block.end, block.start + 300));
  const [found] = [mission.exec(title)];
  if (found && /\b(alert|advisory|warning|advice|message|notice)\b/i.test(title)) {
    const words = countryWordsIn(found[0].replace(/U\. S\./g, 'U.S. '))[0];
    const code = words?.code ?? null;
    if (code !== null)
      return {
        code,
        field: fieldOf(
          document.text,
          trimmed(document.text, block.start + found.index, found[0].length),
          block.zone,
          code,
        ),
      };
  }
  const addressed = message.exec(title);
  const code = addressed?.[1] === undefined ? null : countryOfWord(addressed[1]);
  if (!addressed || code === null) return null;
  const start = block.start + 'Message for '.length;
  return { code, field: fieldOf(document.text, { start, end: start + (addressed[1]?.length ?? 0) }, block.zone, code) };
}

const trimmed = (text: string, start: number, length: number): Span => {
  const words = text.slice(start, start + length);
  return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
};

/** “The Foreign, Commonwealth & Development Office advises against all travel”: the office speaks in the text itself. */
function advising(claims: readonly Claim[], issuers: Issuers): Official | null {
  for (const { speaker, cue, modality } of claims.slice(0, 5)) {
    if (!speaker || modality === 'quote' || !/\badvis(?:es?|ing) against\b/i.test(cue?.text ?? '')) continue;
    const [issuer] = issuers.of(speaker);
    if (issuer && /^[A-Z]{2}$/.test(issuer.value)) return { code: issuer.value, field: issuer };
  }
  return null;
}
