/** A reader with a fault behind three conditions, one inside the other, as in code that is rarely reached: the search has to find it. */
import type { Target } from './run.ts';

export const target: Target = {
  within: /\/fuzz\/fault\.ts$/,
  async load() {
    const { readFaulty } = await import('./fault.ts');
    return readFaulty;
  },
  corpus: async () =>
    ['<alert><sent>2024-10-03</sent><area>1</area></alert>', '<info/>'].map((text) => new TextEncoder().encode(text)),
};
