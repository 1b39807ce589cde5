/** Alerts as RSS 2.0, for readers without Atom. The alert in CAP is named by a link of Atom, which RSS 2.0 lets stand in an item. */
import { endedCategory } from '../../core/cap/containers/feed.ts';
import type { Instant } from '../../core/time/time.ts';
import { feedTitle, feedWords } from '../strings/feeds.ts';
import { capPath, capType, endName, type FeedFrame, pagePath } from './frame.ts';
import { element, worded, xmlDocument, xmlText } from './markup.ts';
import type { Published } from './published.ts';
import { wordsOf } from './words.ts';

export function rssOf(frame: FeedFrame): string {
  const { deskName, isDrill, issue, link } = frame;
  const channel = [
    worded('title', feedTitle(deskName, isDrill)),
    worded('link', link('/alerts')),
    worded('description', feedWords(isDrill)),
    worded('language', 'en'),
    ...(issue.changedAt === null ? [] : [worded('lastBuildDate', dateOf(issue.changedAt))]),
    worded('generator', 'Tocsin'),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: link(frame.path) }),
    ...[...issue.warnings, ...issue.cancels, ...issue.overs].map((one) => itemOf(one, frame)),
  ];
  const names = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' };
  const root = element('rss', names, ['\n', element('channel', {}, ['\n', ...lines(channel)]), '\n']);
  return xmlDocument(root, frame.stylesheet);
}

function itemOf(one: Published, frame: FeedFrame): string {
  const { idOf, link } = frame;
  const { id } = one.view;
  const isOver = one.over !== null;
  const { title, summary, categories } = wordsOf(one, frame);
  return element('item', {}, [
    '\n',
    ...lines([
      worded('title', title),
      worded('link', link(pagePath(id))),
      worded('guid', idOf(isOver ? endName(id) : id), { isPermaLink: 'false' }),
      worded('pubDate', dateOf(one.publishedAt)),
      ...(isOver ? [] : [element('atom:link', { rel: 'related', type: capType, href: link(capPath(id)) })]),
      ...(isOver ? [worded('category', endedCategory.term, { domain: endedCategory.scheme })] : []),
      ...categories.map((category) => worded('category', category)),
      // A reader takes it for HTML once it has read the XML.
      worded('description', xmlText(summary)),
    ]),
  ]);
}

/** RFC 822 with a year of four digits, as RSS 2.0 asks: `Sun, 01 Mar 2026 06:00:00 GMT`. */
const dateOf = (at: Instant): string => new Date(at).toUTCString();

const lines = (markup: readonly string[]): string[] => markup.map((one) => `${one}\n`);
