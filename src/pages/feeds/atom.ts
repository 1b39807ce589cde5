/** Alerts as an Atom feed (RFC 4287). An entry names the alert's page, and the alert in CAP. */
import { endedCategory } from '../../core/cap/containers/feed.ts';
import { formatInstant } from '../../core/time/time.ts';
import { asCap, asItCame, feedTitle, feedWords, wholeWarning } from '../strings/feeds.ts';
import { camePath, capPath, capType, endName, type FeedFrame, pagePath } from './frame.ts';
import { element, worded, xmlDocument } from './markup.ts';
import type { Published } from './published.ts';
import { wordsOf } from './words.ts';

const namespace = 'http://www.w3.org/2005/Atom';

export function atomOf(frame: FeedFrame): string {
  const { deskName, isDrill, issue, link } = frame;
  const entries = [...issue.warnings, ...issue.cancels, ...issue.overs].map((one) => entryOf(one, frame));
  const head = [
    worded('id', frame.id),
    worded('title', feedTitle(deskName, isDrill)),
    worded('subtitle', feedWords(isDrill)),
    // RFC 4287, 4.2.15 wants a time also of a feed that never had anything: the oldest there is.
    worded('updated', formatInstant(issue.changedAt ?? 0)),
    element('author', {}, [worded('name', deskName)]),
    worded('generator', 'Tocsin'),
    element('link', { rel: 'self', type: 'application/atom+xml', href: link(frame.path) }),
    element('link', { rel: 'alternate', type: 'text/html', href: link('/alerts') }),
  ];
  const root = element('feed', { xmlns: namespace, 'xml:lang': 'en' }, ['\n', ...lines([...head, ...entries])]);
  return xmlDocument(root, frame.stylesheet);
}

function entryOf(one: Published, frame: FeedFrame): string {
  const { idOf, link } = frame;
  const { id, alert, recorded } = one.view;
  const isOver = one.over !== null;
  const { title, summary, author, categories, language, summaryLanguage } = wordsOf(one, frame);
  const [page, cap] = [link(pagePath(id)), link(capPath(id))];
  const sentAt = Math.min(alert.sent.at ?? recorded.at, recorded.at);
  return element('entry', {}, [
    '\n',
    ...lines([
      worded('id', idOf(isOver ? endName(id) : id)),
      worded('title', title, { 'xml:lang': language }),
      worded('updated', formatInstant(one.updatedAt)),
      worded('published', formatInstant(isOver ? one.publishedAt : sentAt)),
      element('author', {}, [worded('name', author)]),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      ...(isOver ? [] : [element('link', { rel: 'related', type: capType, href: cap })]),
      ...(isOver ? [element('category', endedCategory)] : []),
      ...categories.map((term) => element('category', { scheme: 'urn:oasis:names:tc:emergency:cap:1.2', term })),
      worded('summary', summary, { 'xml:lang': summaryLanguage }),
      element('content', { type: 'xhtml' }, [ways([wholeWarning, page], ...(isOver ? [] : [[asCap, cap] as const]))]),
    ]),
  ]);
}

/** An entry by itself with the alert in it (`markup`: its element), for whoever opens CAP in a browser. */
export function entryAround(markup: string, one: Published, frame: Omit<FeedFrame, 'issue'>): string {
  const { id } = one.view;
  const { title, author, language } = wordsOf(one, frame);
  const page = frame.link(pagePath(id));
  const root = element('entry', { xmlns: namespace, 'xml:lang': 'en' }, [
    '\n',
    ...lines([
      worded('id', frame.idOf(id)),
      worded('title', title, { 'xml:lang': language }),
      worded('updated', formatInstant(one.updatedAt)),
      element('author', {}, [worded('name', author)]),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
      element('summary', { type: 'xhtml' }, [ways([wholeWarning, page], [asItCame, frame.link(camePath(id))])]),
      element('content', { type: capType }, [markup]),
    ]),
  ]);
  return xmlDocument(root, frame.stylesheet);
}

const ways = (...links: readonly (readonly [words: string, href: string])[]): string =>
  element(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml' },
    links.flatMap(([words, href]) => [worded('a', words, { href }), ' ']),
  );

const lines = (markup: readonly string[]): string[] => markup.map((one) => `${one}\n`);
