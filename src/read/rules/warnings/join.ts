/** Sentences of one issuer about one place, made one warning. */
import { strengthOf } from '../../../core/instruction.ts';
import type { InstructionField, Warning } from '../../../core/text/reading.ts';

/** One sentence's part in one issuer's warning. */
export type Draft = Omit<Warning, 'id'>;

interface Group {
  fields: Omit<Draft, 'instructions'>;
  readonly instructions: InstructionField[];
  strongest: number;
}

const strength = ({ value }: InstructionField): number => strengthOf(value);
const strongestOf = (list: readonly InstructionField[]): InstructionField | undefined =>
  list.reduce<InstructionField | undefined>(
    (best, one) => (best && strength(best) >= strength(one) ? best : one),
    undefined,
  );
/** Less than any instruction. */
const none = -1;
/** A sentence joins a warning that is not further back than this many. */
const reach = 100;

export class Joining {
  readonly #groups: Group[] = [];

  /** To the warning of the same issuer and speaker, for the same place (or without one), to the same people; else a new one. */
  add({ instructions, ...fields }: Draft): void {
    const best = strongestOf(instructions);
    const strongest = best ? strength(best) : none;
    const group = this.#groups.slice(-reach).findLast((one) => fits(one.fields, fields));
    if (!group) {
      const words = best?.sentence ?? fields.words;
      this.#groups.push({ fields: { ...fields, words }, instructions: [...instructions], strongest });
      return;
    }
    group.fields = merged(
      group.fields,
      fields,
      best && strongest > group.strongest ? best.sentence : group.fields.words,
    );
    group.strongest = Math.max(group.strongest, strongest);
    for (const instruction of instructions) group.instructions.push(instruction);
  }

  /** Instructions strongest first, then as they stand. */
  warnings(): Warning[] {
    return this.#groups.map(({ fields, instructions }, at) => ({
      id: `w${at + 1}`,
      ...fields,
      instructions: instructions.toSorted((a, b) => strength(b) - strength(a)),
    }));
  }
}

type Fields = Group['fields'];

const fits = (first: Fields, second: Fields): boolean =>
  first.issuer?.value === second.issuer?.value &&
  first.speaker?.value === second.speaker?.value &&
  (second.area === null ||
    first.area === null ||
    (first.area.value === second.area.value && first.area.scope === second.area.scope)) &&
  (second.audience === null || first.audience === null || first.audience.value === second.audience.value);

/** What was said first stands. */
const merged = (first: Fields, second: Fields, words: Fields['words']): Fields => ({
  issuer: first.issuer ?? second.issuer,
  speaker: first.speaker,
  audience: first.audience ?? second.audience,
  hazard: first.hazard ?? second.hazard,
  area: first.area ?? second.area,
  level: first.level ?? second.level,
  trend: first.trend ?? second.trend,
  expires: first.expires ?? second.expires,
  words,
});
