/** Examples of the rules about the info element, its times and its texts. */
import { alertWith, anInfo, areaWith, base, type Example, infoWith } from './example.ts';

const french = { language: 'fr', event: 'Inondation', headline: 'La rivière inondera la ville basse cette nuit' };
const both = alertWith({ info: [anInfo({}), anInfo(french)] });

const geocode = (valueName: string, value: string): string => areaWith({ geocode: { valueName, value } });

const instructed = { responseType: 'Evacuate', instruction: 'Leave before nine and go to the school on Quarry Hill.' };

export const infoExamples: readonly Example[] = [
  {
    code: 'cap.language.unknown',
    at: '/alert/info[1]/language',
    bad: infoWith({ language: 'english' }),
    good: infoWith({ language: 'en' }),
  },
  {
    code: 'cap.headline.long',
    at: '/alert/info[1]/headline',
    bad: infoWith({
      headline:
        'After the heavy rain of the last three days the river has risen by more than two metres above its usual level and will, if the rain goes on as forecast, flood the lower town tonight',
    }),
    good: base,
  },
  {
    code: 'cap.web.form',
    at: '/alert/info[1]/web',
    bad: infoWith({ web: 'www.river.example/flood' }),
    good: infoWith({ web: 'https://www.river.example/flood' }),
  },
  {
    code: 'cap.responseType.assess-public',
    at: '/alert/info[1]/responseType[1]',
    bad: infoWith({ responseType: 'Assess' }),
    good: infoWith({ responseType: 'Monitor' }),
  },
  {
    code: 'cap.responseType.no-instruction',
    at: '/alert/info[1]/responseType[1]',
    bad: infoWith({ responseType: 'Evacuate' }),
    good: infoWith(instructed),
  },
  {
    code: 'cap.certainty.very-likely',
    at: '/alert/info[1]/certainty',
    bad: alertWith({ info: anInfo({ certainty: 'Very Likely' }) }, '1.0'),
    good: alertWith({ info: anInfo({ certainty: 'Likely' }) }, '1.0'),
  },
  {
    code: 'cap.valueName.acronym',
    at: '/alert/info[1]/area[1]/geocode[1]/valueName',
    bad: geocode('F.I.P.S.', '006017'),
    good: geocode('FIPS', '006017'),
  },
  {
    code: 'cap.valueName.empty',
    at: '/alert/info[1]/area[1]/geocode[1]/valueName',
    bad: geocode('', '006017'),
    good: geocode('SAME', '006017'),
  },
  {
    code: 'cap.geocode.empty',
    at: '/alert/info[1]/area[1]/geocode[1]',
    bad: geocode('SAME', ''),
    good: geocode('SAME', '006017'),
  },
  { code: 'cap.info.no-area', at: '/alert/info[1]', bad: infoWith({ area: null }), good: base },
  { code: 'cap.expires.absent', at: '/alert/info[1]/expires', bad: infoWith({ expires: null }), good: base },
  {
    code: 'cap.expires.before-sent',
    at: '/alert/info[1]/expires',
    bad: infoWith({ expires: '2023-10-04T06:00:00+13:00' }),
    good: base,
  },
  {
    code: 'cap.expires.before-effective',
    at: '/alert/info[1]/expires',
    bad: infoWith({ effective: '2024-10-05T06:00:00+13:00' }),
    good: infoWith({ effective: '2024-10-03T22:00:00+13:00' }),
  },
  {
    code: 'cap.effective.before-sent',
    at: '/alert/info[1]/effective',
    bad: infoWith({ effective: '2024-10-01T12:00:00+13:00' }),
    good: infoWith({ onset: '2024-10-01T12:00:00+13:00' }),
  },
  {
    code: 'cap.text.html-tags',
    at: '/alert/info[1]/description',
    bad: infoWith({ description: 'The river rises.&lt;br/&gt;Leave the &lt;b&gt;lower town&lt;/b&gt;.' }),
    good: infoWith({ description: 'The river rises.\nLeave the lower town.' }),
  },
  {
    code: 'cap.text.html-entities',
    at: '/alert/info[1]/senderName',
    bad: infoWith({ senderName: 'River &amp;amp; Rain Office' }),
    good: infoWith({ senderName: 'River &amp; Rain Office' }),
  },
  { code: 'cap.text.empty', at: '/alert/info[1]/instruction', bad: infoWith({ instruction: '' }), good: base },
  {
    code: 'cap.text.untranslated',
    at: '/alert/info[2]/event',
    bad: alertWith({ info: [anInfo({}), anInfo({ language: 'fr' })] }),
    good: both,
  },
  {
    code: 'cap.language.default',
    at: '/alert/info[1]/language',
    bad: infoWith({ language: null, event: 'سیلاب', headline: 'امشب رودخانه شهر پایین را می‌گیرد' }),
    good: infoWith({ language: 'prs', event: 'سیلاب', headline: 'امشب رودخانه شهر پایین را می‌گیرد' }),
  },
];
