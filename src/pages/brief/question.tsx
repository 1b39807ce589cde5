/** One question of the brief with its answers, and what they are made from. */
import type { ComponentChildren, JSX } from 'preact';
import type { Instant } from '../../core/time/time.ts';
import type { Numbered } from '../parts/cited.tsx';
import type { SituationData } from '../situation/data.ts';

export interface Part {
  readonly data: SituationData;
  readonly numbered: Numbered;
  /** The moment of the page, beside which times are written. */
  readonly near: Instant;
}

export function Question({
  ask,
  children,
}: {
  readonly ask: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="qa">
      <h2>{ask}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** What is missing needs no source; nothing else goes without one. */
export const Missing = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <li class="missing">{children}</li>
);
