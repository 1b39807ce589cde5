/** Pages of the replay of Kabul, or of another made-up desk, as HTML and as the words a reader sees. */
import type { WebDeps } from '../../src/web/deps.ts';
import { desk } from './ask.ts';
import { replay } from './kabul/desk.ts';

export const noon = '?at=2021-08-26T12:00:00%2B04:30';
export const html = async (path: string, more: Partial<WebDeps> = replay): Promise<string> =>
  (await desk(more).ask(path)).text();
export const plain = (text: string): string =>
  text
    .replace(/<a class="cite".*?<\/a>/g, '')
    .replace(/<q[^>]*>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(/<(?:p|li|td|div|dd|dt|h\d|small|br)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u2060]+/g, ' ')
    .replace(/ ([.,:;”])/g, '$1')
    .trim();
export const said = async (path: string, more?: Partial<WebDeps>): Promise<string> => plain(await html(path, more));
export const live = (situations: WebDeps['situations']): Partial<WebDeps> => ({ situations });

/** Every number on a page leads to a passage that stands there. */
export const danglers = (page: string): string[] => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  return [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '').filter((id) => !ids.has(id));
};
