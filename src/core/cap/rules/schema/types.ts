/**
 * The simple types of XML Schema 1.0 (part 2) that CAP's schemas use, and whether a value is one. White space around a
 * value counts for strings and lists of words; for all others it is cut away first.
 */

import { daysOfMonth, twoDigits } from '../../../time/time.ts';

/** An enumeration is the list of its words. `capDateTime` is CAP 1.2's: a dateTime of one form. */
export type SimpleType =
  | 'string'
  | 'list'
  | 'dateTime'
  | 'capDateTime'
  | 'language'
  | 'integer'
  | 'decimal'
  | 'anyURI'
  | readonly string[];

/** Whether the whole content of an element is a value of its type. */
export function isOf(type: SimpleType, content: string): boolean {
  switch (type) {
    case 'string':
    case 'list':
      return true;
    case 'dateTime':
      return isDateTime(trimmed(content));
    case 'capDateTime':
      return isCapDateTime(trimmed(content));
    case 'language':
      return language.test(trimmed(content));
    case 'integer':
      return integer.test(trimmed(content));
    case 'decimal':
      return decimal.test(trimmed(content));
    case 'anyURI':
      return isAnyUri(trimmed(content));
    default:
      return type.includes(content);
  }
}

/** Without the white space of XML around it; a no-break space stays. */
export function trimmed(content: string): string {
  let start = 0;
  let end = content.length;
  while (start < end && isBlank(content.charCodeAt(start))) start++;
  while (end > start && isBlank(content.charCodeAt(end - 1))) end--;
  return start === 0 && end === content.length ? content : content.slice(start, end);
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

export function isAllBlank(words: string): boolean {
  for (let i = 0; i < words.length; i++) if (!isBlank(words.charCodeAt(i))) return false;
  return true;
}

const language = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const integer = /^[-+]?\d+$/;
const decimal = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;

/** The schema's own pattern has a comma besides the signs; no dateTime has one. */
const capForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;
const dateTime = /^-?(?:[1-9]\d{4,}|\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?$/;
const midnight = /T24:00:00(?:\.0+)?(?:Z|[-+]|$)/;

/** What has CAP's form has that of a dateTime. */
const isCapDateTime = (value: string): boolean => capForm.test(value) && isInRange(value);

const isDateTime = (value: string): boolean => dateTime.test(value) && isInRange(value);

/** Part 2, section 3.2.7, of what has the form: there is no year 0, a day may end at 24:00:00, an offset goes to 14:00. */
function isInRange(value: string): boolean {
  if (value.startsWith('0000-') || value.startsWith('-0000-')) return false;
  const time = value.indexOf('T') + 1;
  // The last four digits of a year decide whether it is a leap year.
  const year = twoDigits(value, time - 11) * 100 + twoDigits(value, time - 9);
  const [month, day] = [twoDigits(value, time - 6), twoDigits(value, time - 3)];
  if (day < 1 || day > daysOfMonth(year, month)) return false;
  const [hours, minutes, seconds] = [twoDigits(value, time), twoDigits(value, time + 3), twoDigits(value, time + 6)];
  if ((hours > 23 && !midnight.test(value)) || minutes > 59 || seconds > 59) return false;
  const sign = value.charAt(value.length - 6);
  if (sign !== '+' && sign !== '-') return true;
  const [ahead, aheadMinutes] = [twoDigits(value, value.length - 5), twoDigits(value, value.length - 2)];
  return aheadMinutes <= 59 && ahead * 60 + aheadMinutes <= 14 * 60;
}

/** As nearly all are written: nothing in it asks for a closer look. */
const plainUri = /^https?:\/\/[\w.-]+(?:[/?][\w!$&'()*+,./:;=?@~-]*)?$/;

/**
 * Section 3.2.17: what is a URI reference (RFC 3986) once the characters that URIs don't have are escaped. With three habits
 * of validators: a port is a number of at most 31 bits, an address in brackets may be anything, a fragment may have brackets.
 */
function isAnyUri(value: string): boolean {
  if (plainUri.test(value)) return true;
  const escaped = value.replace(/[^\w!#$%&'()*+,./:;=?@[\]~-]/g, '_');
  if (/%(?![0-9A-Fa-f]{2})/.test(escaped)) return false;
  const [, scheme, authority, path = '', query = '', fragment = ''] =
    /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(escaped) ?? [];
  if (scheme !== undefined && !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority)) return false;
  return !/[[\]]/.test(path + query) && !fragment.includes('#');
}

function isAuthority(authority: string): boolean {
  const m = /^(?:[^@[\]]*@)?(?:\[[^\]]*\]|[^@:[\]]*)(?::(\d+))?$/.exec(authority);
  return m !== null && Number(m[1] ?? 0) < 2 ** 31;
}
