/** Rules about the resource element: files that belong to an alert, and whether they can be had. */
import { decodeBase64 } from '../../resources/base64.ts';
import { clip } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { formOfUri } from './uri.ts';
import { inResources } from './walk.ts';

/** Top-level types that IANA registers; RFC 2046 lets others begin with “x-”. */
const mediaTypes =
  /^(?:application|audio|font|haptics|image|message|model|multipart|text|video|x-[\w.+-]+)\/[\w.+!#$&^-]+(?:\s*;.*)?$/is;

const sha1 = /^[0-9a-f]{40}$/i;
const sha256 = /^[0-9a-f]{64}$/i;

export const resourceRules: readonly Rule[] = [
  {
    code: 'cap.mimeType.form',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, mimeType; RFC 2046',
    asks: '<mimeType> is a registered type and its subtype, such as image/png.',
    why: 'Receivers choose by it how to show the file, and leave out what they do not know. Write type/subtype.',
    check: inResources(({ mimeType }, find) => {
      if (mimeType !== null && !mediaTypes.test(mimeType))
        find('mimeType', `“${clip(mimeType)}” is no type of content; write it as image/png.`);
    }),
  },
  {
    code: 'cap.mimeType.case',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, resource, mimeType; RFC 2045, section 5.1',
    asks: '<mimeType> is in lower case.',
    why: 'Capitals mean the same, yet many receivers compare letter by letter and leave the file out. Write it in lower case.',
    check: inResources(({ mimeType }, find) => {
      const type = mimeType?.split(';', 1)[0] ?? '';
      if (/[A-Z]/.test(type) && mediaTypes.test(type))
        find(
          'mimeType',
          `“${clip(type)}” has capitals, which many receivers do not expect; write ${clip(type.toLowerCase())}.`,
        );
    }),
  },
  {
    code: 'cap.size.negative',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, size',
    asks: '<size> is a number of bytes.',
    why: 'Receivers on slow lines decide by it whether to fetch the file. Write the size, or leave it out.',
    check: inResources(({ size }, find) => {
      if (size !== null && /^-0*[1-9]/.test(size))
        find('size', 'No file has fewer than 0 bytes; correct the size or leave it out.');
    }),
  },
  {
    code: 'cap.uri.form',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, uri',
    asks: '<uri> is an address as RFC 3986 writes it.',
    why: 'Nobody can open it, and the map or the recording is missing. Escape what may not stand in an address.',
    check: inResources(({ uri }, find) => {
      if (uri !== null && formOfUri(uri) === 'broken')
        find('uri', `“${clip(uri)}” is no address that can be opened; correct it.`);
    }),
  },
  {
    code: 'cap.uri.relative',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, uri',
    asks: '<uri> is a whole address; only beside a <derefUri> it may be a mere name.',
    why: 'An alert is passed on far from where it was published, and there half an address leads nowhere. Write it with https://.',
    check: inResources(({ uri, derefUri }, find) => {
      if (uri !== null && derefUri === null && formOfUri(uri) === 'relative')
        find(
          'uri',
          `“${clip(uri)}” is no whole address and no <derefUri> holds the file; write it with its scheme, as https://….`,
        );
    }),
  },
  {
    code: 'cap.resource.nowhere',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, uri and derefUri',
    asks: 'A resource has a <uri> where its file is, or holds it in <derefUri>.',
    why: 'Without either the file cannot be had. Add its address, or leave the resource out.',
    check: inResources(({ uri, derefUri }, find) => {
      if (uri === null && derefUri === null)
        find('', 'This resource has neither <uri> nor <derefUri>, so its file cannot be had; add its address.');
    }),
  },
  {
    code: 'cap.derefUri.not-base64',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, derefUri; RFC 4648, section 4',
    asks: '<derefUri> is the whole file in base64.',
    why: 'What is cut off or written otherwise cannot be decoded, and the map or the recording is missing. Encode it again.',
    check: inResources(({ derefUri }, find) => {
      const at = derefUri === null ? null : decodeBase64(derefUri).at;
      if (derefUri === null || at === null) return;
      const what = at < derefUri.length ? `stops being base64 at character ${at + 1}` : 'ends in the middle of a byte';
      find('derefUri', `<derefUri> ${what}, so the file cannot be decoded; encode it again.`);
    }),
  },
  {
    code: 'cap.digest.unreadable',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, digest; FIPS 180-2',
    asks: '<digest> is the SHA-1 of the file, 40 hexadecimal digits.',
    why: 'By any other value receivers cannot tell whether the file was changed on its way. Write the SHA-1, or leave it out.',
    check: inResources(({ digest }, find) => {
      if (digest !== null && !sha1.test(digest) && !sha256.test(digest))
        find(
          'digest',
          `“${clip(digest)}” is no SHA-1 of 40 hexadecimal digits, so nobody can check the file by it; write that.`,
        );
    }),
  },
  {
    code: 'cap.digest.sha-256',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, resource, digest; FIPS 180-2',
    asks: '<digest> is a SHA-1, not a SHA-256.',
    why: 'SHA-256 is the better sum, but CAP 1.2 names SHA-1, and by that others take the file for a changed one. Write the SHA-1.',
    check: inResources(({ digest }, find) => {
      if (digest !== null && sha256.test(digest))
        find('digest', '<digest> has the 64 digits of a SHA-256; others expect the SHA-1 that CAP names. Write that.');
    }),
  },
];
