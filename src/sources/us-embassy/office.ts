/** Which office a notice is from, by its title, else by the site it stands on. */

export interface Office {
  /** `U.S. Embassy Kabul`. */ readonly name: string;
  /** The city, or whatever else tells this office from others. */
  readonly city: string;
}

const word = "[\\p{Lu}][\\p{L}'’.-]*";
const named = new RegExp(
  `\\b(?:U\\.\\s?S\\.|US|United States|American)\\s+(Embassy|Consulate General|Consulate|Mission)\\s*(?:[–,:-]\\s*)?((?:in |to )?(?:the )?${word}(?:\\s(?:de |of |al-)?${word})*)`,
  'u',
);

/** From words such as a notice's title, or the title of a feed; null when they name no office. */
export function officeNamed(words: string): Office | null {
  const [, kind, rest] = named.exec(words.replace(/\s+/g, ' ')) ?? [];
  if (kind === undefined || rest === undefined) return null;
  const city = rest
    .replace(/^(in|to) /, '')
    .replace(/^the /, '')
    .trim();
  return { name: `U.S. ${kind} ${rest}`, city };
}

/** `Demonstration Alert – Lisbon`: a city without the kind of office there. */
export function cityNamed(title: string): string | null {
  const [, city] =
    new RegExp(`\\bAlerts?\\s*[–:—-]\\s*(${word}(?:\\s${word})*)`, 'u').exec(title.replace(/\s+/g, ' ')) ?? [];
  return city === undefined || dateWord.test(city) ? null : city;
}

const dateWord = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** `us-embassy-kabul.example` tells the city, `af.usembassy.gov` the country's code. */
export function officeOfHost(url: string | null, countryName: (code: string) => string | null): Office | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const city = /^(?:www\.)?us-?embassy-([a-z-]{2,40})\./.exec(hostname)?.[1];
  if (city !== undefined) {
    const words = city.split('-').map((one) => one.slice(0, 1).toUpperCase() + one.slice(1));
    return { name: `U.S. Embassy ${words.join(' ')}`, city: words.join(' ') };
  }
  const code = /^([a-z]{2})\.usembassy\.gov$/.exec(hostname)?.[1];
  const country = code === undefined ? null : countryName(code.toUpperCase());
  return country === null ? null : { name: `U.S. Embassy in ${country}`, city: country };
}
