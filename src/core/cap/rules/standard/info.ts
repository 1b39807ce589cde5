/** Rules about the info element: its language, its codes, its address. */
import { clip } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { formOfUri } from './uri.ts';
import { inInfos, inNamedValues } from './walk.ts';

/** ISO 639 codes have two or three letters; `i` and `x` begin names outside it (RFC 3066, section 2.2). */
const primarySubtag = /^(?:[a-z]{2,3}|[ix](?=-))(?:-|$)/i;
/** As the schema asks; what is not even this is reported from there. */
const languageForm = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

const maxHeadline = 160;

/**
 * What each of these asks for stands in the instruction, says the standard. To take shelter may need no more words, and after an
 * AllClear there may be nothing to do.
 */
const instructed: ReadonlySet<string> = new Set(['Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor']);

/** Domains of codes that senders write in other ways too. */
const acronyms: ReadonlySet<string> = new Set(['SAME', 'FIPS', 'UGC', 'ZIP']);
/** With a period behind each letter. */
const maxAcronym = 8;

export const infoRules: readonly Rule[] = [
  {
    code: 'cap.language.unknown',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, language; RFC 3066, section 2.2',
    asks: '<language> begins with a code of ISO 639: two letters or three.',
    why: 'Receivers sort, translate and speak by it; “english” is no language to them, “en” is. Write the code.',
    check: inInfos(({ language }, find) => {
      if (language !== null && languageForm.test(language) && !primarySubtag.test(language))
        find(
          'language',
          `“${clip(language)}” does not begin with a code of a language, such as en, fr or pus; write the code.`,
        );
    }),
  },
  {
    code: 'cap.headline.long',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info, headline',
    asks: '<headline> has at most about 160 characters.',
    why: 'Short messages and small screens cut the rest off. Say the danger and what to do first, the rest in the description.',
    check: inInfos(({ headline }, find) => {
      if (headline !== null && headline.length > maxHeadline)
        find(
          'headline',
          `The headline has ${headline.length} characters; small screens cut it off behind ${maxHeadline}.`,
        );
    }),
  },
  {
    code: 'cap.web.form',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, web',
    asks: '<web> is a whole address with its scheme, such as https://example.org/flood.',
    why: 'Nobody can open half an address, and who follows it in danger finds nothing. Write it whole.',
    check: inInfos(({ web }, find) => {
      if (web === null) return;
      const form = formOfUri(web);
      if (form === 'relative')
        find('web', `“${clip(web)}” is no whole address; write it with its scheme, as https://….`);
      if (form === 'broken') find('web', `“${clip(web)}” is no address that can be opened; correct it.`);
    }),
  },
  {
    code: 'cap.responseType.assess-public',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, responseType',
    asks: 'Assess does not stand in a warning to the public.',
    why: 'It is for agencies; people learn nothing of what they should do. Write Monitor, or what they should do.',
    check: inInfos(({ responseTypes }, find, { scope, status }) => {
      const at = scope === 'Public' && status === 'Actual' ? responseTypes.indexOf('Assess') : -1;
      if (at >= 0)
        find(
          `responseType[${at + 1}]`,
          'Assess tells the public nothing to do; write Monitor, or what they should do.',
        );
    }),
  },
  {
    code: 'cap.responseType.no-instruction',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info, responseType',
    asks: 'Where people are to evacuate, prepare, avoid, carry out a plan or follow the news, <instruction> says how.',
    why: 'The word alone does not say where to go, what to take or where to listen. Add the instruction.',
    check: inInfos(({ responseTypes, instruction }, find) => {
      const at = instruction === null ? responseTypes.findIndex((type) => instructed.has(type)) : -1;
      if (at >= 0)
        find(`responseType[${at + 1}]`, `${responseTypes[at]} points to the <instruction>, and there is none; add it.`);
    }),
  },
  {
    code: 'cap.certainty.very-likely',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.1, info, certainty',
    asks: '<certainty> is not “Very Likely”, which CAP gave up after version 1.0.',
    why: 'Newer receivers do not know the word, and the warning counts as unrated. Write Likely.',
    check: inInfos(({ certainty }, find) => {
      if (certainty === 'Very Likely') find('certainty', '“Very Likely” is given up since CAP 1.1; write Likely.');
    }),
  },
  {
    code: 'cap.valueName.acronym',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, eventCode and parameter; area, geocode',
    asks: 'A valueName that is an acronym is in capital letters without periods: SAME, FIPS, UGC, ZIP.',
    why: 'Receivers compare it letter by letter; written otherwise, its codes are not found and places not placed. Correct it.',
    check: inNamedValues(({ valueName }, find) => {
      // Longer ones can't be one of these, and may be very long.
      if (valueName.length > maxAcronym || acronyms.has(valueName)) return;
      const plain = valueName.replaceAll('.', '').toUpperCase();
      if (acronyms.has(plain)) find('valueName', `“${valueName}” is written ${plain}, so that receivers know it.`);
    }),
  },
  {
    code: 'cap.valueName.empty',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, info, eventCode and parameter; area, geocode',
    asks: '<valueName> names the domain that the value is of.',
    why: 'A code without its domain can mean anything, so nobody uses it. Name the domain.',
    check: inNamedValues(({ valueName, value }, find, name, has) => {
      if (valueName === '' && value !== '' && has('valueName'))
        find(
          'valueName',
          `The value “${clip(value)}” of this ${name} has no name, so nobody can use it; name its domain.`,
        );
    }),
  },
  {
    code: 'cap.geocode.empty',
    judges: 'spec',
    severity: 'warning',
    source: 'CAP 1.2, area, geocode',
    asks: 'A geocode has a value.',
    why: 'Without one it is no place, and nobody there is found by it. Write the code, or leave the geocode out.',
    check: inNamedValues(({ valueName, value }, find, name, has) => {
      // That the element is not there the schema has reported.
      if (name === 'geocode' && value === '' && has('value'))
        find('', `The geocode “${clip(valueName)}” has no value, so it is no place; write the code or leave it out.`);
    }),
  },
  {
    code: 'cap.info.no-area',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info, area',
    asks: 'An info says in <area> where it holds.',
    why: 'A warning without a place can be shown, but nobody can be told because they are there. Add an area.',
    check: inInfos(({ areas }, find, { msgType }) => {
      if (areas.length === 0 && (msgType === 'Alert' || msgType === 'Update'))
        find('', 'This info has no <area>, so nobody can be told because of where they are; add one.');
    }),
  },
];
