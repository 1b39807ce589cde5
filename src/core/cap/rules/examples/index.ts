/** All examples, one for each code of the table. */
import { alertExamples } from './alert.ts';
import { chainExamples } from './chain.ts';
import { containerExamples } from './containers.ts';
import type { Example } from './example.ts';
import { geometryExamples } from './geometry.ts';
import { heldExamples } from './held.ts';
import { infoExamples } from './info.ts';
import { placeExamples } from './place.ts';
import { schemaExamples } from './schema.ts';
import { xmlExamples } from './xml.ts';

export const examples: readonly Example[] = [
  ...xmlExamples,
  ...containerExamples,
  ...geometryExamples,
  ...heldExamples,
  ...schemaExamples,
  ...alertExamples,
  ...infoExamples,
  ...placeExamples,
  ...chainExamples,
];

export const exampleOf = (code: string): Example | null => examples.find((example) => example.code === code) ?? null;
