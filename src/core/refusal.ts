/** A refusal is an expected "no", in one sentence that says what to do. */
export interface Refusal {
  readonly refused: string;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && typeof (value as Refusal).refused === 'string';
