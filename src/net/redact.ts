/** Takes names, addresses and secrets out of what a far side says before it is kept or shown. */

const mark = '…';
/** Longest text that is kept of a far side's words. */
const keptCharacters = 500;
/** Shorter pieces are left: taking every "al" out of a text would hide the text, not the person. */
const shortestSecret = 3;
const shortestLocalPart = 5;

const emailLike = /[^\s<>"'(),;:=[\]]+(?:@|%40)[^\s<>"'(),;:=[\]]+/gi;
const harmful = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu;

/**
 * `text` without any of `secrets`, also where they stand percent-encoded, in base64, in another case, or as the part of
 * an address before the @; without anything that looks like an e-mail address; at most 500 characters; without controls.
 */
export function redact(text: string, secrets: readonly string[]): string {
  // Far more than is kept, so that a secret on the edge is still found whole, and little enough to search at once.
  const whole = text.slice(0, 20 * keptCharacters).toWellFormed();
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].sort((a, b) => b.length - a.length);
  const pattern = spellings.map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const without = pattern === '' ? whole : whole.replace(new RegExp(pattern, 'giu'), mark);
  const plain = without.replace(emailLike, mark).replace(harmful, ' ').replace(/ {2,}/g, ' ').trim();
  return plain.length > keptCharacters ? `${plain.slice(0, keptCharacters - 1).toWellFormed()}${mark}` : plain;
}

function spellingsOf(secret: string): string[] {
  const whole = secret.trim().toWellFormed();
  const at = whole.lastIndexOf('@');
  const local = at >= shortestLocalPart ? [whole.slice(0, at)] : [];
  return [whole, ...local].flatMap((word) => {
    if (word.length < shortestSecret) return [];
    return [word, encodeURIComponent(word), ...base64Forms(word)];
  });
}

/** The base64 of a word, alone and inside longer texts: the middle that is the same at each of the three offsets. */
function base64Forms(word: string): string[] {
  const bytes = Buffer.from(word, 'utf8');
  const alone = bytes.toString('base64').replace(/=+$/, '');
  const within = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = offset === 0 ? 0 : offset + 1;
    return text.slice(from, Math.floor(((offset + bytes.length) * 8) / 6));
  });
  const forms = [alone, ...within].filter((form) => form.length >= 6);
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
