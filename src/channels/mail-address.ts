/** What counts as a mail address here. One rule for who may be entered and for who can be sent to. */

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;

/**
 * null when it is one, else a sentence that says what is wrong. RFC 5321 in the form that people have: no quoted local
 * part, no address literal; the local part in ASCII.
 */
export function mailAddressFault(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return 'A mail address has a name, an @ and a domain.';
  if (at > 64 || address.length > 254) return 'This mail address is too long.';
  if (!localPart.test(address.slice(0, at))) return 'The part before the @ is not one we can send to.';
  return domain.test(address.slice(at + 1)) ? null : 'The part after the @ is not a domain.';
}
