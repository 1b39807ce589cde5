/** One CAP document that somebody hands in: by upload, from a watched folder, or on the command line. */
import { readCap } from '../../core/cap/read.ts';
import type { Source } from '../source.ts';

export const capFile: Source = {
  id: 'cap-file',
  title: 'CAP file',
  form: /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[\w-]+:)?alert\b[^>]*(?:urn:oasis:names:tc:emergency:cap:|\/cap\/1\.)/,
  requests: () => [],
  parse: (bytes) => {
    const { alerts, findings } = readCap(bytes);
    return { alerts: alerts.map((alert) => ({ alert, advice: null })), reading: null, findings, follow: [] };
  },
};
