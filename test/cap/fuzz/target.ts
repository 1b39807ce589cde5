/** The library itself: reading, checking against all profiles, writing and ordering. */
import type { Target } from './run.ts';

export const target: Target = {
  within: /\/src\/core\//,
  async load() {
    const cap = await import('../../../src/core/cap/index.ts');
    const { profiles } = await import('../../../src/core/cap/profiles/index.ts');
    const { faultOf } = await import('./holds.ts');
    const whole = { ...cap, profiles };
    return (document) => faultOf(whole, document);
  },
  async corpus() {
    return (await import('./corpus.ts')).corpus();
  },
  async often() {
    const { rich } = await import('./rich.ts');
    return rich.map((text) => new TextEncoder().encode(text));
  },
};
