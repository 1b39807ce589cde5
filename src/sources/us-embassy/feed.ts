/** The RSS 2.0 feed that an embassy's site (WordPress) gives, with the whole text of each alert in `content:encoded`. */
import { Places } from '../../core/cap/xml/places.ts';
import { parseXml, type XmlNode } from '../../core/cap/xml/tree.ts';
import { Findings } from '../../core/finding.ts';
import { type Instant, parseInstant } from '../../core/time/time.ts';

export interface Item {
  readonly title: string | null;
  readonly link: string | null;
  readonly guid: string | null;
  /** As written. */
  readonly published: string | null;
  readonly creator: string | null;
  readonly html: string;
}

export interface Feed {
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly Item[];
}

const maxItems = 200;
/** Of a title, an address or a date. */
const longestLine = 1000;

/** null with a finding when it is no feed. A feed that was cut off gives the items that came whole. */
export function readFeed(text: string, findings: Findings): Feed | null {
  const root = rootOf(text, findings);
  const channel = root && childrenOf(root, 'channel')[0];
  if (root?.local !== 'rss' || !channel) {
    if (root) findings.add('error', 'feed.not-rss', 'The document is XML but no RSS feed; check its address.');
    return null;
  }
  const items = childrenOf(channel, 'item');
  if (items.length > maxItems)
    findings.add('warning', 'feed.too-many', `Only the first ${maxItems} of ${items.length} alerts are read.`);
  return {
    title: lineOf(channel, 'title'),
    language: lineOf(channel, 'language'),
    items: items.slice(0, maxItems).map(itemOf),
  };
}

function rootOf(text: string, findings: Findings): XmlNode | null {
  const faults = new Findings();
  const root = parseXml(new Places(text), faults);
  if (root !== null) return root;
  if (faults.count('xml.doctype') > 0) {
    findings.add(
      'error',
      'feed.doctype',
      'The feed has a DOCTYPE, which can do harm and which no feed needs; it is not read.',
    );
    return null;
  }
  for (const { severity, code, message, where } of faults.list()) findings.add(severity, code, message, where);
  const end = text.lastIndexOf('</item>');
  if (end < 0) return null;
  const whole = parseXml(new Places(`${text.slice(0, end)}</item></channel></rss>`), new Findings());
  if (whole !== null)
    findings.add('warning', 'feed.cut', 'The feed is broken; what came whole before the fault was read.');
  return whole;
}

const childrenOf = (node: XmlNode, local: string): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== 'string' && child.local === local);

function textOf(node: XmlNode, local: string): string | null {
  const words =
    childrenOf(node, local)[0]
      ?.children.filter((child) => typeof child === 'string')
      .join('') ?? '';
  return words.trim() === '' ? null : words.trim();
}

const lineOf = (node: XmlNode, local: string): string | null =>
  textOf(node, local)?.slice(0, longestLine).toWellFormed() ?? null;

const itemOf = (item: XmlNode): Item => ({
  title: lineOf(item, 'title'),
  link: lineOf(item, 'link'),
  guid: lineOf(item, 'guid'),
  published: lineOf(item, 'pubDate'),
  creator: lineOf(item, 'creator'),
  html: textOf(item, 'encoded') ?? textOf(item, 'description') ?? '',
});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const rfc822 =
  /^(?:[A-Z][a-z]{2},\s*)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4}|\d\d)\s+(\d\d:\d\d(?::\d\d)?)\s+([A-Z]{1,3}|[+-]\d{4})$/;
/** Zones by name, of RFC 822 section 5.1. The letters of the military but Z are not among them: it has their signs the wrong way round (RFC 1123). */
const zones: Readonly<Record<string, string>> = {
  ...{ GMT: 'Z', UTC: 'Z', UT: 'Z', Z: 'Z' },
  ...{ EST: '-0500', EDT: '-0400', CST: '-0600', CDT: '-0500', MST: '-0700', MDT: '-0600', PST: '-0800', PDT: '-0700' },
};

/** A year of two digits as RFC 2822 section 4.3 has it. */
const yearOf = (digits: string): string => (digits.length === 4 ? digits : `${digits < '50' ? '20' : '19'}${digits}`);

/** A date of RSS (RFC 822, with a year of two digits or four). null when it is none: a zone by another name is not guessed. */
export function rssInstant(text: string): Instant | null {
  const [, day = '', name = '', year = '', time, zone = ''] = rfc822.exec(text.trim()) ?? [];
  const month = months.indexOf(name) + 1;
  if (month === 0) return null;
  const offset = /^[+-]/.test(zone) ? zone : Object.hasOwn(zones, zone) ? zones[zone] : undefined;
  if (offset === undefined) return null;
  return parseInstant(`${yearOf(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${offset}`);
}
