/** What a line of a news page is, by its own words: captions, credits, what surrounds an article, headings, list items. */

const credit = '(?:photo|photos|picture|pictures|image|images|file photo|foto|photograph)';
const agencies =
  'AP|AFP|EFE|EPA|ANSA|DPA|REUTERS|Reuters|Getty(?: Images)?|Xinhua|TASS|Kyodo|Anadolu|Bakhtar|TOLOnews|Shutterstock|iStock|Alamy|PA Media|Bloomberg';
const captions: readonly RegExp[] = [
  new RegExp(`[([]\\s*${credit}\\b[^()[\\]]{0,80}[)\\]]\\s*\\.?$`, 'i'),
  new RegExp(`^\\(?${credit}(?: credit| source| by)?\\s*[:,|]`, 'i'),
  /\b(?:photo|image) (?:by|credit|courtesy)\b.{0,80}$/i,
  new RegExp(`(?:[([/|–—-]|\\bvia\\b)\\s*(?:[\\p{L} .'’-]{0,40}/\\s*)?(?:${agencies})(?: photo)?\\s*[)\\]]?\\.?$`, 'u'),
];
/** Longer lines are text whatever they end with. */
const longestCaption = 400;
export const isCaption = (line: string): boolean =>
  line.length <= longestCaption && !isCredit(line) && captions.some((cue) => cue.test(line));

const credits: readonly RegExp[] = [
  /^\(?\s*with (?:information|reporting|material|files|input|contributions?) (?:from|by|of)\b.{0,120}\)?\.?$/i,
  /^\(?(?:additional )?(?:reporting|editing|writing|translation|compiled|edited|written|translated) by\b.{0,200}$/i,
  /^\(?(?:source|sources)\s*:.{0,80}$/i,
  new RegExp(`^[([–—-]?\\s*(?:${agencies})(?:[,/ &]+(?:${agencies}))*\\s*[)\\]]?\\.?$`),
];
/** An agency or the people who wrote it. */
export const isCredit = (line: string): boolean => line.length <= 240 && credits.some((cue) => cue.test(line));

const surroundings: readonly RegExp[] = [
  /^(?:source link|read (?:more|full|the full)\b.{0,60}|continue reading|click here\b.{0,80}|learn more|view (?:all|more|comments)|show (?:all|more)|load more|back to top|skip to (?:main )?content)\s*[.:…>»→]*$/i,
  /^(?:share(?: this| on)?\b.{0,60}|follow us\b.{0,80}|subscribe\b.{0,120}|sign up\b.{0,120}|log ?in|register|print|e-?mail|tweet|comments?(?: \(\d+\))?|leave a (?:comment|reply)|advertisement|advertising|sponsored|tags?:.{0,200})$/i,
  /^(?:©|\(c\)\s|copyright\b).{0,200}$/i,
  /\ball rights reserved\b/i,
  /^(?:we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies|by continuing to use)\b/i,
];
export const isBoilerplate = (line: string): boolean =>
  line.length <= 400 && (isCredit(line) || surroundings.some((cue) => cue.test(line)));

const aside =
  /^(?:related(?: (?:articles?|stories|news|content|links|topics|coverage|posts))?|read (?:also|next|more(?: on this)?)|also read|see also|more (?:on this(?: story)?|stories|news|from\b.{0,40}|like this)|most (?:read|popular|viewed|shared)|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|trending(?: now)?|top stories|latest (?:news|stories)|don['’]t miss|in other news|further reading)\s*:?$/i;
/** Opens a list of other texts. */
export const opensRelated = (line: string): boolean => line.length <= 80 && aside.test(line);

const mark = /^(?:[•◦▪‣●○·∙*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)/u;
/** Length of the mark that opens a list item, white space included; 0 when the line is none. */
export const listMark = (line: string): number => mark.exec(line)?.[0].length ?? 0;

/** “Location: Kabul”: a label with its value. */
export const isLabelled = (line: string): boolean => /^\p{Lu}[\p{L} ’'/&-]{1,30}:\s+\S/u.test(line);

const stop = /[.!;,…][”"’')\]]*$/u;
/** Ends like a sentence or like a part of one. A question may be either. */
export const isStopped = (line: string): boolean => stop.test(line);

/** Words such as stand alone above what they are about. */
export const isHeading = (line: string): boolean =>
  line.length <= 120 &&
  /^[\p{Lu}\p{N}“"‘¿¡(]|^\p{Lo}/u.test(line) &&
  /\p{L}/u.test(line) &&
  !isStopped(line) &&
  !isLabelled(line);
