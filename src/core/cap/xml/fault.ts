/** What ends the reading of XML that is not well-formed: thrown to leave the reader, caught where a document begins, never outside. */

export class XmlFault extends Error {
  readonly code: 'xml.not-well-formed' | 'xml.entity' | 'xml.doctype' | 'xml.too-deep' | 'xml.too-many-elements';
  readonly start: number;
  readonly end: number;

  /** `words` say what is wrong: of XML that is not well-formed as part of a sentence, else as one. */
  constructor(words: string, start: number, end: number, code: XmlFault['code'] = 'xml.not-well-formed') {
    super(words);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}

/** At most 60 characters of the input, for a sentence. */
export const clip = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);
