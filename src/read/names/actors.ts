/** Actors that news names by more than one name: armed groups, organisations, offices of governments. */
import type { NameType } from '../../core/text/reading.ts';

export interface Actor {
  readonly id: string;
  /** Canonical. */
  readonly name: string;
  readonly type: NameType;
  /** ISO 3166-1 alpha-2 of the government it belongs to. */
  readonly country?: string;
  /** Short forms in capitals are matched in capitals only. */
  readonly aliases: readonly string[];
}

type Row = readonly [id: string, name: string, aliases: string, country?: string];
const rows = (type: NameType, list: readonly Row[]): Actor[] =>
  list.map(([id, name, aliases, country]) => ({
    ...{ id, name, type, aliases: [name, ...aliases.split('|')].filter((alias) => alias !== '') },
    ...(country === undefined ? {} : { country }),
  }));

const groups = rows('armed-group', [
  [
    'isis-k',
    'Islamic State-Khorasan',
    'ISIS-K|ISIS-Khorasan|IS-K|ISKP|IS-KP|ISK|Islamic State Khorasan|Islamic State Khorasan Province|Islamic State in Khorasan|Islamic State group of Khorasan|Khorasan Province of the Islamic State|Daesh-Khorasan|Islamic State of Khorasan',
  ],
  [
    'isis',
    'Islamic State',
    'ISIS|ISIL|IS|Daesh|Islamic State group|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant',
  ],
  [
    'ttp',
    'Pakistani Taliban',
    'TTP|Tehrik-e-Taliban Pakistan|Tehreek-e-Taliban Pakistan|Tehrik-i-Taliban Pakistan|Taliban of Pakistan',
  ],
  ['taliban', 'Taliban', 'Afghan Taliban|Taleban|Islamic Emirate of Afghanistan'],
  ['haqqani', 'Haqqani network', ''],
  ['al-qaeda', 'al-Qaeda', 'Al Qaeda|al Qaeda|al Qaida|al-Qaida|Al-Qaida'],
  ['aqap', 'al-Qaeda in the Arabian Peninsula', 'AQAP'],
  ['aqim', 'al-Qaeda in the Islamic Maghreb', 'AQIM'],
  ['al-shabaab', 'al-Shabaab', 'al Shabaab|al-Shabab|al Shabab'],
  ['boko-haram', 'Boko Haram', ''],
  ['iswap', 'Islamic State West Africa Province', 'ISWAP|ISIS-West Africa'],
  ['hamas', 'Hamas', ''],
  ['hezbollah', 'Hezbollah', 'Hizbollah|Hizbullah|Hezballah'],
  ['houthi', 'Houthis', 'Houthi|Ansar Allah|Ansarallah'],
  ['islamic-jihad', 'Palestinian Islamic Jihad', 'Islamic Jihad'],
  ['hts', 'Hayat Tahrir al-Sham', 'HTS'],
  ['pkk', 'Kurdistan Workers’ Party', 'PKK|Kurdistan Workers Party'],
  ['sdf', 'Syrian Democratic Forces', 'SDF'],
  ['lashkar-e-taiba', 'Lashkar-e-Taiba', 'LeT|Lashkar-e-Tayyiba'],
  ['jaish-e-mohammed', 'Jaish-e-Mohammed', 'Jaish-e-Mohammad'],
  ['abu-sayyaf', 'Abu Sayyaf', ''],
  ['npa', 'New People’s Army', 'New People Army'],
  ['farc', 'FARC', 'Revolutionary Armed Forces of Colombia'],
  ['eln', 'ELN', 'National Liberation Army'],
  ['shining-path', 'Shining Path', 'Sendero Luminoso'],
  ['fmln', 'FMLN', 'Farabundo Marti National Liberation Front'],
  ['eta', 'ETA', 'Basque Fatherland and Liberty'],
  ['ira', 'IRA', 'Irish Republican Army|Provisional IRA'],
  ['ltte', 'Tamil Tigers', 'LTTE|Liberation Tigers of Tamil Eelam'],
  ['m23', 'M23', 'March 23 Movement'],
  ['adf', 'Allied Democratic Forces', ''],
  ['wagner', 'Wagner Group', ''],
  ['jnim', 'JNIM', 'Jama’at Nusrat al-Islam wal-Muslimin'],
]);

const organisations = rows('organisation', [
  ['unsc', 'UN Security Council', 'United Nations Security Council|U.N. Security Council'],
  ['unhcr', 'UNHCR', 'UN refugee agency|UN High Commissioner for Refugees|U.N. refugee agency'],
  ['unicef', 'UNICEF', ''],
  ['wfp', 'World Food Programme', 'World Food Program'],
  ['who', 'World Health Organization', 'World Health Organisation'],
  ['ocha', 'OCHA', ''],
  ['iom', 'International Organization for Migration', ''],
  ['un', 'United Nations', 'UN|U.N.'],
  ['eu', 'European Union', 'EU|E.U.|European Commission'],
  ['nato', 'NATO', 'North Atlantic Treaty Organization'],
  ['au', 'African Union', ''],
  ['icrc', 'International Committee of the Red Cross', 'ICRC'],
  ['red-cross', 'Red Cross', 'Red Crescent'],
  ['msf', 'Médecins Sans Frontières', 'Doctors Without Borders|MSF'],
  ['amnesty', 'Amnesty International', ''],
  ['hrw', 'Human Rights Watch', ''],
  ['iaea', 'IAEA', 'International Atomic Energy Agency'],
  ['site', 'SITE Intelligence Group', 'SITE'],
  ['afp', 'AFP', 'Agence France-Presse|Agence France Presse'],
  ['ap', 'Associated Press', 'AP'],
  ['reuters', 'Reuters', ''],
  ['efe', 'EFE', ''],
  ['dpa', 'dpa', 'DPA'],
  ['bbc', 'BBC', ''],
  ['cnn', 'CNN', ''],
  ['al-jazeera', 'Al Jazeera', 'Al-Jazeera'],
  ['nyt', 'New York Times', ''],
  ['wapo', 'Washington Post', ''],
  ['guardian', 'Guardian', ''],
  ['amaq', 'Amaq', 'Amaq News Agency'],
]);

const offices = rows('government', [
  [
    'us-state',
    'US State Department',
    'State Department|Department of State|U.S. Department of State|U.S. State Department',
    'US',
  ],
  ['us-pentagon', 'Pentagon', 'US Department of Defense|Department of Defense|Defense Department', 'US'],
  ['us-white-house', 'White House', '', 'US'],
  ['us-centcom', 'US Central Command', 'CENTCOM|Central Command|U.S. Central Command', 'US'],
  ['us-cia', 'CIA', '', 'US'],
  ['us-fbi', 'FBI', '', 'US'],
  ['us-faa', 'FAA', 'Federal Aviation Administration', 'US'],
  ['us-nws', 'National Weather Service', '', 'US'],
  ['us-nhc', 'National Hurricane Center', '', 'US'],
  ['us-usgs', 'US Geological Survey', 'USGS|U.S. Geological Survey', 'US'],
  [
    'gb-fcdo',
    'Foreign, Commonwealth & Development Office',
    'FCDO|Foreign, Commonwealth and Development Office|Foreign Office|Foreign and Commonwealth Office|Foreign & Commonwealth Office|FCO',
    'GB',
  ],
  ['gb-downing', 'Downing Street', '', 'GB'],
  ['gb-whitehall', 'Whitehall', '', 'GB'],
  ['gb-met', 'Met Office', '', 'GB'],
  ['au-dfat', 'Department of Foreign Affairs and Trade', 'DFAT|Smartraveller', 'AU'],
  ['nz-safetravel', 'SafeTravel', 'Ministry of Foreign Affairs and Trade|MFAT', 'NZ'],
  ['ca-gac', 'Global Affairs Canada', '', 'CA'],
  ['de-aa', 'Auswärtiges Amt', 'Federal Foreign Office', 'DE'],
  ['ru-kremlin', 'Kremlin', '', 'RU'],
  ['fr-quai', 'Quai d’Orsay', 'Élysée', 'FR'],
  ['il-idf', 'Israel Defense Forces', 'IDF', 'IL'],
]);

export const actors: readonly Actor[] = [...groups, ...organisations, ...offices];
