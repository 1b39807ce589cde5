/** What the elements of a page are by their names and attributes: text or not, of which kind, around the article or in it. */
import type { Attributes } from './markup.ts';

export type Kind = 'heading' | 'body' | 'list' | 'caption';
/** What surrounds a text: navigation and the like, or links to other texts. */
export type Around = 'chrome' | 'related';

/**
 * `code`: no text at all. `never`: text that the page does not show, or not as its own. `drawn`: within a drawing or a formula, of which
 * nothing is read unless nobody ended it.
 */
export type Hidden = 'code' | 'never' | 'drawn';

/** What is struck out is said no more, and by whom it is read as said is not known. */
const struck = 'del s strike';
const never = new Set(
  `${struck} noscript template head iframe object canvas audio video noembed noframes select option datalist textarea`.split(
    ' ',
  ),
);
const code = new Set(['script', 'style']);
const drawn = new Set(['svg', 'math']);
export const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr button img input nobr'.split(
    ' ',
  ),
);
const chrome = new Set(['nav', 'footer', 'menu', 'button']);
const chromeRoles = new Set('navigation banner contentinfo search menu menubar dialog'.split(' '));
const relatedNames =
  /\b(related|recommend\w*|more[-_](stories|news|on)|most[-_]?(read|popular|viewed)|trending|read[-_](also|more|next)|see[-_]also|teasers?|outbrain|taboola)\b/i;
const chromeNames =
  /\b(cookies?|consent|newsletter|subscri\w+|share|sharing|social|breadcrumbs?|advert\w*|ads?|sponsor\w*|comments?|menu|navigation|nav|pagination|tags|toolbar|sidebar)\b/i;
/** Wrappers of whole pages bear any name. */
export const wrappers = new Set(['html', 'body', 'main', 'article']);

/** The last declaration of a style counts, and it goes before the attribute `hidden`. `aria-hidden` hides nothing from the eye. */
export function isHidden(attributes: Attributes): boolean {
  if (attributes.size === 0) return false;
  const style = attributes.get('style') ?? '';
  const display = lastIn(style, displays);
  if (lastIn(style, visibilities).startsWith('hidden') || display.startsWith('none')) return true;
  return display === '' && attributes.has('hidden') && attributes.get('hidden') !== 'until-found';
}
const displays = /(?:^|;)\s*display\s*:\s*([a-z-]*)/gi;
const visibilities = /(?:^|;)\s*visibility\s*:\s*([a-z-]*)/gi;
const lastIn = (style: string, property: RegExp): string =>
  [...style.matchAll(property)].at(-1)?.[1]?.toLowerCase() ?? '';

export function hiddenBy(name: string, attributes: Attributes): Hidden | null {
  if (code.has(name)) return 'code';
  if (never.has(name) || isHidden(attributes)) return 'never';
  return drawn.has(name) ? 'drawn' : null;
}

/** Of an element in one that is hidden already: a drawing in what is never shown is no drawing that might end by itself. */
export function hiddenWithin(hidden: Hidden, name: string, attributes: Attributes): Hidden {
  if (hidden === 'code') return hidden;
  const own = hiddenBy(name, attributes);
  return own === null || (hidden === 'never' && own === 'drawn') ? hidden : own;
}

export function kindOf(name: string, up: Kind): Kind {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'list';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  return up;
}

export function aroundOf(name: string, role: string, within: boolean): Around | null {
  if (chrome.has(name) || chromeRoles.has(role) || (name === 'header' && !within)) return 'chrome';
  return name === 'aside' || role === 'complementary' ? 'related' : null;
}

/** Whole pages stand in a form or a dialog as well as searches do. */
const perhapsChrome = new Set(['form', 'dialog']);

export function hintOf(name: string, names: string): Around | null {
  if (perhapsChrome.has(name)) return 'chrome';
  if (names.length < 3) return null;
  if (relatedNames.test(names)) return 'related';
  return chromeNames.test(names) ? 'chrome' : null;
}
