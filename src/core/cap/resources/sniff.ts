/** What kind of file bytes are, by how they begin (WHATWG MIME Sniffing, sections 6 and 7, for the kinds that alerts carry). */

/** `at`: offset of the signature. */
const signatures: readonly (readonly [type: string, signature: string, at?: number])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/webp', 'WEBPVP', 8],
  ['audio/wav', 'WAVE', 8],
  ['audio/mpeg', 'ID3'],
  ['audio/mpeg', '\xff\xfb'],
  ['audio/mpeg', '\xff\xf3'],
  ['audio/ogg', 'OggS\0'],
  ['audio/flac', 'fLaC'],
  ['audio/amr', '#!AMR'],
  ['audio/mp4', 'ftypM4A', 4],
  ['video/mp4', 'ftyp', 4],
  ['video/webm', '\x1a\x45\xdf\xa3'],
  ['application/pdf', '%PDF-'],
  ['application/zip', 'PK\x03\x04'],
  ['application/gzip', '\x1f\x8b\x08'],
];

/** Enough for a document of text to show what it is. */
const headBytes = 1445;

/** A media type without parameters; null when nothing is known of it. Never throws. */
export function sniffMime(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  // windows-1252, which the platform reads latin1 as, moves some characters: signatures are compared as bytes.
  for (const [type, signature, at = 0] of signatures) if (startsWith(bytes, signature, at)) return type;
  return sniffText(bytes, head);
}

const startsWith = (bytes: Uint8Array, signature: string, at: number): boolean =>
  bytes.length >= at + signature.length && [...signature].every((c, i) => bytes[at + i] === c.charCodeAt(0));

function sniffText(bytes: Uint8Array, head: string): string | null {
  const hasMark = startsWith(bytes, '\xfe\xff', 0) || startsWith(bytes, '\xff\xfe', 0);
  if (!hasMark && bytes.subarray(0, headBytes).some(isBinary)) return null;
  if (hasMark) return 'text/plain';
  const start = head.replace(/^(?:ï»¿)?\s*/, '');
  if (/^<(?:!doctype html|html|head|body|script|iframe|h1|div|table|p)[\s>]/i.test(start)) return 'text/html';
  if (/^(?:<\?xml[\s\S]*?\?>\s*)?<(?:[\w-]+:)?svg[\s>]/.test(start)) return 'image/svg+xml';
  if (/^(?:<\?xml[\s\S]*?\?>\s*)?<(?:[\w-]+:)?kml[\s>]/.test(start)) return 'application/vnd.google-earth.kml+xml';
  if (/^<\?xml\s/.test(start)) return 'application/xml';
  return 'text/plain';
}

const isBinary = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;

/** Kinds that bytes can't tell apart, or that are called by several names. */
const families: readonly RegExp[] = [
  /^(?:text\/|application\/(?:[\w.-]*\+)?(?:json|xml|xhtml\+xml)\b|[\w.]+\/[\w.-]+\+(?:json|xml)$|message\/|application\/(?:javascript|rtf)$)/,
  /^(?:application\/(?:zip|x-zip-compressed|vnd\.(?:google-earth\.kmz|openxmlformats-|oasis\.opendocument\.).*|epub\+zip))$/,
  /^(?:audio|video)\/(?:mp4|x-m4a|m4a|aac|3gpp|quicktime)$/,
  /^(?:audio|video|application)\/(?:x-)?ogg$|^audio\/opus$/,
  /^(?:audio|video)\/(?:webm|x-matroska)$/,
  /^audio\/(?:x-|vnd\.|x-ipaws-audio-)?(?:wav|wave)$/,
  /^audio\/(?:x-|x-ipaws-(?:streaming-)?audio-)?(?:mpeg|mp3|mpeg3|mpga)$/,
  /^image\/(?:pjpeg|jpe?g)$/,
];

/** Whether bytes that look like `sniffed` can be what `stated` says. Text in any notation can be text; a web page is no picture. */
export function mayBe(stated: string, sniffed: string): boolean {
  const type = stated.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === sniffed || type === 'application/octet-stream') return true;
  // What begins as a page or a picture of text is one, whatever text it also is: a page instead of words is an error page.
  if (sniffed === 'text/html') return /^(?:text\/html|application\/xhtml\+xml)$/.test(type);
  return families.some((family) => family.test(type) && family.test(sniffed));
}
