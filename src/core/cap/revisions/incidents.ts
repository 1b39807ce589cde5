/** Lists that CAP writes in one element: names parted by white space, those with white space inside in quotation marks. */
import type { CapAlert } from '../model.ts';

/** Names of `<incidents>` or `<addresses>` (CAP 1.2, 3.2.1). A quotation mark that is not closed is part of its name. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole).filter((name) => name !== '');

export const incidentsOf = ({ incidents }: CapAlert): readonly string[] =>
  incidents === null ? [] : namesIn(incidents);
