/** What a page says of itself in its head: JSON-LD, `meta` and `time`. */
import type { Document } from '../../core/text/reading.ts';
import { dayIn } from '../../core/time/day.ts';
import { type Instant, parseInstant } from '../../core/time/time.ts';
import type { Page } from './flow.ts';

export interface Metadata extends Omit<Document, 'text' | 'blocks'> {
  /** Titles that the head states, best first. */
  readonly titles: readonly string[];
}

const timeNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'pubdate',
  'publishdate',
  'publish-date',
  'sailthru.date',
  'parsely-pub-date',
  'article.published',
];
const publisherNames = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'article:publisher',
];
const titleNames = ['og:title', 'twitter:title', 'dc.title'];

/** Objects of one page's JSON-LD that are looked at, and how deep. */
const mostObjects = 2000;
const deepest = 12;

type Json = Readonly<Record<string, unknown>>;

export function metadataOf(page: Page): Metadata {
  const articles = articlesIn(page.data);
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = page.meta.get(name)?.trim();
      if (value) return value;
    }
    return null;
  };
  const stated = (key: string): string | null => textIn(articles.find((one) => textIn(one[key]) !== null)?.[key]);
  const published = stated('datePublished') ?? first(timeNames) ?? page.time;
  const titles = [stated('headline'), first(titleNames), page.title].filter((title) => title !== null);
  return {
    titles: titles.map((title) => title.replace(/\s+/g, ' ').trim()).filter((title) => title !== ''),
    title: null,
    language: languageTag(
      page.language ?? stated('inLanguage') ?? first(['og:locale', 'content-language', 'dc.language']),
    ),
    publisher: publisherIn(articles) ?? first(publisherNames),
    publishedAt: published === null ? null : instantOf(published),
    day: published === null ? null : (dayIn(published)?.value ?? null),
  };
}

/** Some write `2021-08-26 04:45:00Z` or leave out the colon. */
const instantOf = (text: string): Instant | null =>
  parseInstant(text) ?? parseInstant(text.trim().replace(/^(\S{10}) (\S+) ?/, '$1T$2'));

function articlesIn(texts: readonly string[]): Json[] {
  const found: Json[] = [];
  let left = mostObjects;
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest || left-- <= 0) return;
    if (Array.isArray(value)) {
      for (const member of value.slice(0, mostObjects)) walk(member, depth + 1);
      return;
    }
    const object = value as Json;
    if (
      /Article|NewsPosting|BlogPosting|Report|WebPage|LiveBlog|SpecialAnnouncement/.test(
        [object['@type']].flat().join(' '),
      )
    )
      found.push(object);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) walk(object[key], depth + 1);
  };
  for (const text of texts) walk(parsed(text), 0);
  const isArticle = (one: Json): boolean => !/WebPage/.test([one['@type']].flat().join(' '));
  return [...found.filter(isArticle), ...found.filter((one) => !isArticle(one))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function publisherIn(articles: readonly Json[]): string | null {
  for (const { publisher } of articles) {
    const [one] = [publisher].flat();
    const name = typeof one === 'object' && one !== null ? textIn((one as Json)['name']) : textIn(one);
    if (name !== null) return name;
  }
  return null;
}

function languageTag(text: string | null): string | null {
  const tag = text?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag) ? tag : null;
}
