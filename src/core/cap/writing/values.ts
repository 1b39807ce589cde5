/** Single values in the forms that CAP 1.2 has for them. null: there is none that says the same. */
import { minute, parseInstant, second } from '../../time/time.ts';
import type { CapShape } from '../model.ts';
import { decodeBase64 } from '../resources/base64.ts';
import { isOf } from '../rules/schema/types.ts';

/** CAP 1.2, 3.3.2. A part of a second is cut off; words that are no time stay. */
export function timeOf(text: string): string {
  const at = parseInstant(text);
  if (at === null || isOf('capDateTime', text)) return text;
  const [, sign = '-', hours = '00', minutes = '00'] = /([-+])(\d\d):?(\d\d)$/.exec(text.trim()) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * minute * (sign === '-' ? -1 : 1);
  const local = new Date(Math.floor(at / second) * second + offset).toISOString().slice(0, 19);
  const written = `${local}${sign}${hours}:${minutes}`;
  return isOf('capDateTime', written) ? written : text;
}

/** `lat,lon lat,lon …` and `lat,lon radius`, with the digits of the sender; words that make no shape stay. */
export function shapeText({ text, shape }: CapShape): string {
  if (shape === null) return text;
  const numbers = text
    .trim()
    .split(/[\s,]+/)
    .map(plainNumber);
  if (shape.kind === 'circle') return `${numbers[0]},${numbers[1]} ${numbers[2]}`;
  return Array.from({ length: numbers.length / 2 }, (_, i) => `${numbers[2 * i]},${numbers[2 * i + 1]}`).join(' ');
}

const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Behind these nobody can tell two places apart; a long exponent could make a huge text of a few letters. */
const maxDecimals = 20;

/** Without exponent, needless sign and leading zeros, by moving the point. */
export function plainNumber(text: string): string {
  if (plain.test(text)) return text;
  if (Number(text) === 0) return '0';
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const digits = whole + part;
  const point = whole.length + Number(power);
  const padded = '0'.repeat(Math.max(0, -point)) + digits + '0'.repeat(Math.max(0, point - digits.length));
  const before = padded.slice(0, Math.max(0, point)).replace(/^0+(?=\d)/, '') || '0';
  const after = padded.slice(Math.max(0, point)).slice(0, maxDecimals);
  return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

/** xs:language; `en_US` is `en-US`. */
export function languageOf(text: string): string | null {
  const tag = text.replaceAll('_', '-');
  return isOf('language', tag) ? tag : null;
}

/** xs:anyURI; what an address may not hold is escaped. */
export function addressOf(text: string): string | null {
  if (isOf('anyURI', text)) return text;
  const escaped = text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replaceAll('[', '%5B')
    .replaceAll(']', '%5D');
  return isOf('anyURI', escaped) ? escaped : null;
}

export const integerOf = (text: string): string | null => (isOf('integer', text) ? text : null);
/** Without an exponent, which xs:decimal has not. */
export function decimalOf(text: string): string | null {
  if (isOf('decimal', text)) return text;
  return scientific.test(text) && Number.isFinite(Number(text)) ? plainNumber(text) : null;
}
const scientific = /^[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+$/;

/** Without the white space that lines were broken with; what is no base64 stays. */
export const base64Of = (text: string): string =>
  /\s/.test(text) && decodeBase64(text).at === null ? text.replace(/\s+/g, '') : text;
