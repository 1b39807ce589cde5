/**
 * Where the codes of Natural Earth's divisions are not those of ISO 3166-2 as it is now. Found by holding its code, its two names for a
 * division (its own and that of GeoNames) and the region code of the airports inside against each other. A code whose ground may have
 * changed since the map was drawn is left without a shape: an area must never be wider, or silently narrower, than its code says.
 */

/** Divisions, by Natural Earth's own number, that carry the code of another; null: nothing says for certain which it is. */
export const recoded: Readonly<Record<string, string | null>> = {
  'AFG-1753': 'AF-DAY',
  'AFG-1769': 'AF-PAN',
  'AFG-3413': 'AF-PIA',
  'AFG-1759': 'AF-PKA',
  'AZE-1688': 'AZ-YEV',
  'AZE-1707': 'AZ-LAN',
  'AZE-1727': 'AZ-SAK',
  'AZE-1735': 'AZ-LAC',
  'AZE-1739': null,
  'AZE-4838': null,
  'AZE-5566': 'AZ-YE',
  'COL-1399': 'CO-DC',
  'ECU-1289': 'EC-T',
  'ECU-1290': 'EC-N',
  'ERI-1561': 'ER-MA',
  'ERI-1562': 'ER-SK',
  'ERI-1563': 'ER-AN',
  'ERI-1564': 'ER-DU',
  'GIN-5641': 'GN-KA',
  'GUY-671': 'GY-EB',
  'GUY-673': 'GY-UD',
  'GUY-674': 'GY-UT',
  'GUY-676': 'GY-CU',
  'GUY-677': 'GY-DE',
  'GUY-678': 'GY-ES',
  'GUY-679': 'GY-MA',
  'GUY-680': 'GY-PM',
  'HRV-1604': null,
  'IOA-1928': 'CC',
  'IOA-2652': 'CX',
  'BVT+00?': 'BV',
  'LAO-3283': 'LA-VT',
  'MDA-1645': null,
  'MDV-5234': 'MV-MLE',
  'MOZ-5854': 'MZ-MPM',
  'MWI-1194': 'MW-KR',
  'NRU-4974': null,
  'NRU-4982': null,
  'PER-587': 'PE-LMA',
  'PHL-4932': null,
  'PHL-5527': null,
  'PHL-5528': null,
  'RUS-2364': 'RU-MOS',
  'RUS-2365': 'RU-MOW',
  'SDN-5857': 'SD-DE',
  'SDN-5859': 'SD-DC',
  'SLB-3507': 'SB-WE',
};

/**
 * Divisions, by the same number, that bear the names of another; null: theirs stand with the division that carries their code. Without
 * any (`{}`) nothing says for certain which name is theirs. The names of Afghan provinces are from general knowledge.
 */
export const misnamed: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  'AFG-1753': {
    name: 'Daykundi',
    ...{ name_fa: 'ولایت دایکندی', name_ps: 'دایکندي', name_ar: 'ولاية دايكندي', name_ur: 'صوبہ دایکندی' },
    ...{ name_es: 'Daikondi', name_fr: 'Daykundi', name_ru: 'Дайкунди', name_uk: 'Дайкунді' },
  },
  'AFG-1769': {
    name: 'Panjshir',
    ...{ name_fa: 'ولایت پنجشیر', name_ps: 'پنجشېر', name_ar: 'ولاية بنجشير', name_ur: 'صوبہ پنج شیر' },
    ...{ name_es: 'Panjshir', name_fr: 'Panchir', name_ru: 'Панджшер', name_uk: 'Панджшер' },
  },
  'AZE-1735': { name: 'Laçın' },
  'MWI-1194': { name: 'Karonga' },
  ...Object.fromEntries([671, 673, 674, 676, 677, 679, 680].map((n) => [`GUY-${n}`, null])),
  // The division with its code has names of two.
  'GUY-678': { name: 'Essequibo Islands-West Demerara', name_ar: 'جزر إيسيكويبو - غرب ديميرارا' },
  ...Object.fromEntries([1561, 1562, 1563, 1564].map((n) => [`ERI-${n}`, null])),
  'ECU-1289': null,
  'ECU-1290': null,
  'PHL-4932': { name: 'Zamboanga City' },
  'PHL-5527': { name: 'Cotabato City' },
  'PHL-5528': { name: 'Davao City' },
  ...Object.fromEntries(['AZE-1739', 'AZE-4838', 'HRV-1604', 'MDA-1645', 'NRU-4974', 'NRU-4982'].map((n) => [n, {}])),
};

/** The same ground under a code that ISO has since replaced. */
export const renamed: Readonly<Record<string, string>> = {
  // Republika Srpska is drawn in regions, and one canton of the Federation has its code.
  ...Object.fromEntries(['X01~', 'X02~', 'X03~', 'X04~', 'X06~', 'X07~', 'X05~'].map((x) => [`BA-${x}`, 'BA-SRP'])),
  'BA-SRP': 'BA-BIH',
  'BS-X01~': 'BS-NP',
  ...pairs('CZ', 'PR 10 ST 20 JC 31 PL 32 KA 41 US 42 LI 51 KR 52 PA 53 VY 63 JM 64 OL 71 ZL 72 MO 80'),
  ...pairs('FR', 'GF 973 GP 971 MQ 972 RE 974 YT 976 75 75C'),
  'GR-A1': 'GR-I',
  ...pairs('GT', 'GU 01 PR 02 SA 03 CM 04 ES 05 SR 06 SO 07 TO 08 QZ 09 SU 10 RE 11 SM 12 HU 13'),
  ...pairs('GT', 'QC 14 BV 15 AV 16 PE 17 IZ 18 ZA 19 CQ 20 JA 21 JU 22'),
  'HU-ED': 'HU-ER',
  ...pairs('IN', 'CT CG OR OD TG TS UT UK'),
  'IQ-TS': 'IQ-KI',
  'IT-AO': 'IT-23',
  'KE-110': 'KE-30',
  ...pairs('KZ', 'AKM 11 AKT 15 ATY 23 ZAP 27 ZHA 31 KUS 39 KZY 43 MAN 47 PAV 55 SEV 59 AST 71'),
  'LR-X1~': 'LR-GP',
  'LR-X2~': 'LR-RG',
  'MX-DIF': 'MX-CMX',
  ...pairs('PL', 'DS 02 KP 04 LU 06 LB 08 LD 10 MA 12 MZ 14 OP 16 PK 18 PD 20 PM 22 SL 24 SK 26 WN 28 WP 30 ZP 32'),
  'TW-TPQ': 'TW-NWT',
  ...pairs('ZA', 'GT GP NL KZN'),
};

function pairs(country: string, list: string): Record<string, string> {
  const codes = list.split(' ');
  return Object.fromEntries(
    codes.flatMap((code, i) => (i % 2 ? [] : [[`${country}-${code}`, `${country}-${codes[i + 1]}`]])),
  );
}

/** Countries that numbered their divisions anew, so that a code of then is another division's now: the name decides. */
export const byName: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  IR: {
    'East Azarbaijan': 'IR-03',
    'West Azarbaijan': 'IR-04',
    Ardebil: 'IR-24',
    Gilan: 'IR-01',
    Kordestan: 'IR-12',
    Kermanshah: 'IR-05',
    Ilam: 'IR-16',
    Khuzestan: 'IR-06',
    'Razavi Khorasan': 'IR-09',
    'North Khorasan': 'IR-28',
    'South Khorasan': 'IR-29',
    'Sistan and Baluchestan': 'IR-11',
    Bushehr: 'IR-18',
    Hormozgan: 'IR-22',
    Mazandaran: 'IR-02',
    Golestan: 'IR-27',
    Semnan: 'IR-20',
    Zanjan: 'IR-19',
    Qazvin: 'IR-26',
    Markazi: 'IR-00',
    Esfahan: 'IR-10',
    'Chahar Mahall and Bakhtiari': 'IR-14',
    'Kohgiluyeh and Buyer Ahmad': 'IR-17',
    Fars: 'IR-07',
    Kerman: 'IR-08',
    Hamadan: 'IR-13',
    Lorestan: 'IR-15',
    Yazd: 'IR-21',
    Qom: 'IR-25',
    Tehran: 'IR-23',
    Alborz: 'IR-30',
  },
};

/**
 * Divisions whose ground was divided or joined since, and countries where too much was: they get no shape. Of Western Sahara the map
 * has a part only, the rest is in divisions of Morocco.
 */
export const changed: readonly string[] = [
  ...'BH CI EE EH LV LY MA MK NP SI UG'.split(' '),
  ...'BD-C BI-BL BI-BR BW-NW CD-EQ ET-SN GB-DOR GH-BA GH-NP GH-TV GH-WP GQ-WN ID-KI ID-PA ID-PB'.split(' '),
  ...'DZ-01 DZ-07 DZ-08 DZ-11 DZ-30 DZ-33 DZ-39 DZ-47 FR-69 IT-CA IT-NU IT-SS KG-O KH-3 KP-02 KP-05 KP-06'.split(' '),
  ...'LA-VI LA-XI LB-AS LB-BI ME-03 ME-13 ME-16 ML-6 ML-7 MM-04 PA-1 PA-8 PG-SHM PG-WHM'.split(' '),
  ...'PH-DAS PH-MAG PH-SUN PK-KP PK-TA SD-KN SD-KS SL-N TM-A TN-11 TN-13 TZ-14 YE-HD'.split(' '),
];

/** Divisions that kept code and name and whose border moved after the map was drawn: Korea 2023, Cuba 2011, Tanzania 2012. No shape either. */
export const moved: readonly string[] = 'KR-27 KR-47 CU-01 CU-15 TZ-05 TZ-27'.split(' ');

/**
 * Towns, by their number in GeoNames, that say nothing of where a border is: they stand there in a list that is not theirs (from general
 * knowledge: the map has them right), or it is contested whose they are.
 */
export const noWitnesses: ReadonlySet<number> = new Set([
  // China: Daocheng. Indonesia: Batam, and Ciputat, Pasarkemis, Sepatan, Kresek, Cikupa, Teluknaga, Pamulang of Banten.
  ...[8395541, 6295587, 7932596, 1646194, 1632228, 1627610, 1639362, 1985663, 1990589],
  // India, in Odisha and Uttar Pradesh: Umarkot, Kotapārh, Jūnāgarh, Khairāgarh.
  ...[1253860, 1266029, 1268772, 1267173],
  // Moscow: Leninskiye Gory, Kozhukhovo, Dorogomilovo. State of Mexico: San Jerónimo and two around Toluca.
  ...[536098, 543254, 565197, 3519076, 3827248, 3827255],
  // Egypt: ‘Izbat al Burj, Al Wāsiţah. South Africa: Fochville. Nigeria: Takum. Zimbabwe: Zvishavane. Kenya: Thika. Benin: Comé.
  ...[355392, 360464, 1004109, 2322552, 878549, 179330, 2394824],
  // Iran: Ābyek. Jordan: Qīr Moāv. Thailand: Ban Bang Kadi. Bangladesh: Uttar Char Fasson. Turkmenistan: Seydi. Malaysia: Pantai Cenang.
  ...[144794, 250624, 1620875, 1205481, 1218420, 11002069],
  // Peru, in Lima: Santiago de Surco, San Isidro, Santa Anita, San Borja, Jesús María, Breña.
  ...[3928245, 3929631, 12157007, 12157013, 12157038, 12165736],
  // Ecuador: La Libertad. Philippines: Bagong Pagasa. Tanzania: Muriti, Nansio, Nakatunguru and Bukonyo on Ukerewe.
  ...[3655131, 1966336, 152497, 151920, 152009, 160950],
  // New Jersey: Voorhees. Jervis Bay, beside the Australian capital's territory. Akrotiri, on Cyprus.
  ...[5105860, 2162322, 146839],
  // Contested: Ariel, Kafia Kingi.
  ...[8199394, 373130],
]);

/** Divisions of ISO 3166-2 that are an entry of ISO 3166-1 of their own: one ground, one shape. */
export const ownCountry: Readonly<Record<string, string>> = {
  'CN-HK': 'HK',
  'CN-MO': 'MO',
  'CN-TW': 'TW',
  'FI-01': 'AX',
  ...Object.fromEntries('BL MF NC PF PM TF WF'.split(' ').map((code) => [`FR-${code}`, code])),
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  ...Object.fromEntries('AW CW SX'.split(' ').map((code) => [`NL-${code}`, code])),
  ...Object.fromEntries('AS GU MP PR UM VI'.split(' ').map((code) => [`US-${code}`, code])),
};

/** Divisions that lie in another entry of ISO 3166-1 than their code begins with, as one part of several. */
export const countryOf: Readonly<Record<string, string>> = {
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
  'NO-21': 'SJ',
  'NO-22': 'SJ',
  CC: 'CC',
  CX: 'CX',
  BV: 'BV',
};

/** In no country's shape: who they belong to is contested, or they have no code of their own. */
export const nobodys: readonly string[] = 'KAS+00? PGA+00? PFA+00? ESB-5132 WSB-5133 MAR-3456 MAR-3469 SAH+00?'.split(
  ' ',
);

interface Stray {
  readonly code: string;
  readonly name: string;
  /** By any corner of an island, in degrees. */
  readonly holds: (corner: readonly [lon: number, lat: number]) => boolean;
}

/** Islands that are drawn with a division, by its number, and belong to another. */
export const strays: Readonly<Record<string, Stray>> = {
  // With Nordland.
  'NOR-75': { code: 'NO-22', name: 'Jan Mayen', holds: ([lon]) => lon < 0 },
  // With Okinawa: from Yoron to Amami.
  'JPN-3502': { code: 'JP-46', name: 'Kagoshima', holds: ([lon, lat]) => lon > 128.3 && lat > 27 },
};
