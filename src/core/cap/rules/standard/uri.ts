/** What an address must look like to be opened: RFC 3986, with the letters of all scripts, as RFC 3987 has them. */

const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** White space, what no address may hold, and a percent sign without its two digits. */
const forbidden = /[\s<>"{}|\\^`]|%(?![0-9a-f]{2})/i;
const withoutHost = /^https?:(?!\/\/[^/?#])/i;

/** `absolute` can be opened as it stands; `relative` needs the address of its document; `broken` is none at all. */
export function formOfUri(text: string): 'absolute' | 'relative' | 'broken' {
  if (forbidden.test(text) || withoutHost.test(text)) return 'broken';
  return scheme.test(text) ? 'absolute' : 'relative';
}
