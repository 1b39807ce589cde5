/** Countries and territories, ISO 3166-1 alpha-2 codes LA to ZW; columns and provenance as in countries-a-k.ts. */
export const countriesLToZ = `
LA|Laos|Lao PDR,Lao People's Democratic Republic|18.5,103.8|7500|Lao,Laotian|Vientiane|17.97,102.63|950
LB|Lebanon||33.9,35.9|5500|Lebanese|Beirut|33.89,35.5|2400
LC|Saint Lucia|St Lucia|13.9,-60.97|180|Saint Lucian|Castries|14.01,-60.99|20
LI|Liechtenstein||47.15,9.55|39|Liechtensteiner|Vaduz|47.14,9.52|6
LK|Sri Lanka|Ceylon|7.6,80.7|22000|Sri Lankan|Colombo|6.93,79.86|750
LR|Liberia||6.4,-9.3|5300|Liberian|Monrovia|6.3,-10.8|1500
LS|Lesotho||-29.6,28.2|2300|Basotho,Mosotho|Maseru|-29.31,27.48|330
LT|Lithuania||55.3,23.9|2830|Lithuanian|Vilnius|54.69,25.28|590
LU|Luxembourg|Luxemburg|49.8,6.1|650|Luxembourger,Luxembourgish|Luxembourg City|49.61,6.13|130
LV|Latvia||56.9,24.9|1880|Latvian|Riga|56.95,24.11|610
LY|Libya||27,18|6800|Libyan|Tripoli|32.89,13.19|1200
MA|Morocco||31.9,-6.3|37500|Moroccan|Rabat|34.02,-6.84|580
MC|Monaco||43.74,7.42|39|Monegasque|||
MD|Moldova|Moldavia|47.2,28.5|2600|Moldovan|Chișinău/Kishinev|47.01,28.86|640
ME|Montenegro||42.8,19.2|620|Montenegrin|Podgorica|42.44,19.26|190
MF|Saint Martin||18.08,-63.05|32||Marigot|18.07,-63.08|6
MG|Madagascar||-19.4,46.7|29600|Malagasy,Madagascan|Antananarivo|-18.88,47.51|3400
MH|Marshall Islands||7.1,171.1|42|Marshallese|Majuro|7.1,171.38|28
MK|North Macedonia|Macedonia,Republic of Macedonia|41.6,21.7|2060|Macedonian|Skopje|42,21.43|530
ML|Mali||17.4,-4|22600|Malian|Bamako|12.64,-8|2800
MM|Myanmar|Burma|21.2,96.5|54000|Burmese|Naypyidaw/Nay Pyi Taw|19.75,96.12|925
MN|Mongolia||46.8,103.1|3400|Mongolian|Ulaanbaatar/Ulan Bator|47.92,106.92|1600
MO|Macau|Macao|22.2,113.55|690|Macanese|||
MP|Northern Mariana Islands|Saipan|15.2,145.75|50||||
MQ|Martinique||14.65,-61|360|Martinican|Fort-de-France|14.61,-61.07|76
MR|Mauritania||20.3,-10.3|4700|Mauritanian|Nouakchott|18.08,-15.98|1300
MS|Montserrat||16.74,-62.19|5|Montserratian|Brades|16.79,-62.21|1
MT|Malta||35.9,14.4|530|Maltese|Valletta|35.9,14.51|6
MU|Mauritius||-20.3,57.6|1260|Mauritian|Port Louis|-20.16,57.5|150
MV|Maldives||3.7,73.2|520|Maldivian|Malé|4.18,73.51|210
MW|Malawi||-13.2,34.3|20400|Malawian|Lilongwe|-13.97,33.79|1100
MX|Mexico||23.9,-102.5|127500|Mexican|Mexico City|19.43,-99.13|21800
MY|Malaysia||3.8,109.7|33900|Malaysian|Kuala Lumpur|3.14,101.69|8000
MZ|Mozambique||-17.3,35.5|33000|Mozambican|Maputo|-25.97,32.57|1100
NA|Namibia||-22.1,17.2|2570|Namibian|Windhoek|-22.56,17.08|430
NC|New Caledonia||-21.3,165.7|270|New Caledonian|Nouméa|-22.27,166.44|95
NE|Niger||17.4,9.4|26200|Nigerien|Niamey|13.51,2.11|1300
NF|Norfolk Island||-29.04,167.95|2||Kingston|-29.06,167.96|1
NG|Nigeria||9.6,8.1|218500|Nigerian|Abuja|9.06,7.49|3600
NI|Nicaragua||12.9,-85|6950|Nicaraguan|Managua|12.11,-86.24|1060
NL|Netherlands|Holland|52.2,5.6|17700|Dutch,Dutchman,Dutchwoman,Netherlander|Amsterdam|52.37,4.9|1150
NO|Norway||64.5,13|5460|Norwegian|Oslo|59.91,10.75|1060
NP|Nepal||28.2,83.9|30500|Nepali,Nepalese|Kathmandu|27.72,85.32|1450
NR|Nauru||-0.53,166.93|12|Nauruan|Yaren|-0.55,166.92|1
NU|Niue||-19.05,-169.87|2|Niuean|Alofi|-19.06,-169.92|1
NZ|New Zealand|Aotearoa,NZ|-41.8,171.5|5120|New Zealander,Kiwi|Wellington|-41.29,174.78|215
OM|Oman||20.6,56.1|4600|Omani|Muscat|23.59,58.41|1600
PA|Panama||8.5,-80.1|4400|Panamanian|Panama City|8.98,-79.52|1900
PE|Peru||-9.2,-74.4|34000|Peruvian|Lima|-12.05,-77.04|11000
PF|French Polynesia|Tahiti|-17.65,-149.45|306|French Polynesian,Tahitian|Papeete|-17.54,-149.57|27
PG|Papua New Guinea|PNG|-6.5,145.2|10100|Papua New Guinean|Port Moresby|-9.44,147.18|400
PH|Philippines||12.9,121.8|115500|Philippine,Filipino,Filipina|Manila|14.6,120.98|14000
PK|Pakistan|Islamic Republic of Pakistan|29.9,69.3|236000|Pakistani|Islamabad|33.69,73.05|1100
PL|Poland||52.1,19.4|37700|Polish,Pole|Warsaw/Warszawa|52.23,21.01|1800
PM|Saint Pierre and Miquelon|St Pierre and Miquelon|46.9,-56.3|6||Saint-Pierre|46.78,-56.18|5
PN|Pitcairn|Pitcairn Islands|-25.07,-130.1|0||Adamstown|-25.07,-130.1|0
PR|Puerto Rico||18.22,-66.4|3200|Puerto Rican|San Juan|18.47,-66.11|340
PS|Palestine|Palestinian Territories,State of Palestine|31.95,35.25|5300|Palestinian|Ramallah|31.9,35.2|40
PT|Portugal||39.6,-8|10400|Portuguese|Lisbon/Lisboa|38.72,-9.14|2900
PW|Palau||7.5,134.6|18|Palauan|Ngerulmud|7.5,134.62|1
PY|Paraguay||-23.2,-58.4|6800|Paraguayan|Asunción|-25.26,-57.58|2300
QA|Qatar||25.3,51.2|2700|Qatari|Doha|25.29,51.53|1200
RE|Réunion|La Réunion|-21.11,55.53|970|Réunionese|Saint-Denis|-20.88,55.45|150
RO|Romania||45.9,25|19000|Romanian|Bucharest/București|44.43,26.1|1800
RS|Serbia||44.2,20.9|6700|Serbian,Serb|Belgrade/Beograd|44.79,20.45|1200
RU|Russia|Russian Federation|61.5,97|144000|Russian|Moscow/Moskva|55.76,37.62|12600
RW|Rwanda||-2,29.9|13800|Rwandan|Kigali|-1.95,30.06|1250
SA|Saudi Arabia|KSA,Kingdom of Saudi Arabia|24.1,44.5|36400|Saudi,Saudi Arabian|Riyadh|24.71,46.68|7700
SB|Solomon Islands||-8.9,159.6|720|Solomon Islander|Honiara|-9.43,159.95|92
SC|Seychelles||-4.68,55.48|107|Seychellois|Victoria|-4.62,55.45|26
SD|Sudan||16,30|46900|Sudanese|Khartoum|15.5,32.56|6300
SE|Sweden||62.8,16.7|10500|Swedish,Swede|Stockholm|59.33,18.07|1700
SG|Singapore||1.35,103.82|5640|Singaporean|||
SH|Saint Helena|St Helena|-15.97,-5.71|5||Jamestown|-15.93,-5.72|1
SI|Slovenia||46.1,14.8|2110|Slovenian,Slovene|Ljubljana|46.06,14.51|290
SJ|Svalbard|Spitsbergen|78.6,16|3||Longyearbyen|78.22,15.64|2
SK|Slovakia|Slovak Republic|48.7,19.5|5430|Slovak,Slovakian|Bratislava|48.15,17.11|440
SL|Sierra Leone||8.6,-11.8|8600|Sierra Leonean|Freetown|8.48,-13.23|1200
SM|San Marino||43.94,12.46|34|Sammarinese|||
SN|Senegal||14.4,-14.5|17300|Senegalese|Dakar|14.72,-17.47|3900
SO|Somalia||4.8,45.7|17600|Somali,Somalian|Mogadishu|2.05,45.32|2500
SR|Suriname||4.1,-55.9|620|Surinamese|Paramaribo|5.85,-55.2|240
SS|South Sudan||7.3,30.3|10900|South Sudanese|Juba|4.85,31.58|525
ST|São Tomé and Príncipe|Sao Tome|0.2,6.6|227|São Toméan|São Tomé|0.34,6.73|72
SV|El Salvador||13.7,-88.9|6340|Salvadoran,Salvadorean,Salvadorian|San Salvador|13.69,-89.22|1100
SX|Sint Maarten|St Maarten|18.04,-63.07|44||Philipsburg|18.02,-63.05|2
SY|Syria|Syrian Arab Republic|35,38.5|22100|Syrian|Damascus|33.51,36.29|2500
SZ|Eswatini|Swaziland|-26.6,31.5|1200|Swazi|Mbabane|-26.31,31.14|95
TC|Turks and Caicos Islands|Turks and Caicos|21.8,-71.75|45||Cockburn Town|21.46,-71.14|5
TD|Chad||15.4,18.6|17700|Chadian|N'Djamena|12.13,15.06|1600
TG|Togo||8.5,1|8850|Togolese|Lomé|6.13,1.22|1900
TH|Thailand|Siam|15.1,101|71700|Thai|Bangkok|13.76,100.5|10700
TJ|Tajikistan||38.5,71|9950|Tajik,Tajikistani|Dushanbe|38.56,68.77|950
TK|Tokelau||-9.2,-171.85|2|Tokelauan|||
TL|Timor-Leste|East Timor|-8.8,125.8|1340|Timorese,East Timorese|Dili|-8.56,125.57|280
TM|Turkmenistan||39.1,59.4|6430|Turkmen|Ashgabat/Ashkhabad|37.95,58.38|1030
TN|Tunisia||34.1,9.6|12350|Tunisian|Tunis|36.81,10.18|2400
TO|Tonga||-21.18,-175.2|107|Tongan|Nuku'alofa|-21.14,-175.2|23
TR|Turkey|Türkiye|39.1,35.2|85300|Turkish,Turk|Ankara|39.93,32.86|5700
TT|Trinidad and Tobago|Trinidad & Tobago,Trinidad|10.46,-61.27|1530|Trinidadian,Tobagonian|Port of Spain|10.66,-61.51|550
TV|Tuvalu||-8.52,179.2|11|Tuvaluan|Funafuti|-8.52,179.2|6
TW|Taiwan|Republic of China|23.7,121|23400|Taiwanese|Taipei|25.03,121.57|2600
TZ|Tanzania||-6.3,34.8|65500|Tanzanian|Dodoma|-6.17,35.74|760
UA|Ukraine||49,31.4|38000|Ukrainian|Kyiv/Kiev|50.45,30.52|2950
UG|Uganda||1.3,32.4|47000|Ugandan|Kampala|0.35,32.58|3650
US|United States|US,U.S.,USA,U.S.A.,America,United States of America|39.8,-98.6|333000|American|Washington/Washington DC/Washington D.C./Washington, D.C./Washington, DC|38.9,-77.04|690
UY|Uruguay||-32.8,-56|3420|Uruguayan|Montevideo|-34.9,-56.16|1750
UZ|Uzbekistan||41.8,63.1|35600|Uzbek,Uzbekistani|Tashkent|41.3,69.24|2900
VA|Vatican City|Holy See,Vatican|41.9,12.45|1|Vatican|||
VC|Saint Vincent and the Grenadines|St Vincent and the Grenadines,St Vincent|13.2,-61.2|104|Vincentian|Kingstown|13.16,-61.22|13
VE|Venezuela||7.1,-66.2|28300|Venezuelan|Caracas|10.48,-66.9|2900
VG|British Virgin Islands|BVI|18.43,-64.62|31||Road Town|18.43,-64.62|10
VI|US Virgin Islands|U.S. Virgin Islands,Virgin Islands|18.05,-64.8|105||Charlotte Amalie|18.34,-64.93|14
VN|Vietnam|Viet Nam,South Vietnam,North Vietnam|16.6,106.3|98200|Vietnamese|Hanoi|21.03,105.85|8100
VU|Vanuatu||-16.2,167.7|327|Ni-Vanuatu|Port Vila|-17.73,168.32|51
WF|Wallis and Futuna||-13.3,-176.2|11||Mata-Utu|-13.28,-176.18|1
WS|Samoa|Western Samoa|-13.76,-172.1|222|Samoan|Apia|-13.83,-171.77|37
XK|Kosovo||42.6,20.9|1760|Kosovar,Kosovan|Pristina/Prishtina|42.66,21.17|210
YE|Yemen||15.9,47.6|33700|Yemeni|Sana'a/Sanaa|15.37,44.19|3300
YT|Mayotte||-12.83,45.15|310|Mahoran|Mamoudzou|-12.78,45.23|71
ZA|South Africa|RSA|-29,25.1|59900|South African|Pretoria/Tshwane|-25.75,28.19|2800
ZM|Zambia||-13.5,27.8|20000|Zambian|Lusaka|-15.39,28.32|3000
ZW|Zimbabwe|Rhodesia|-19,29.9|16300|Zimbabwean|Harare|-17.83,31.05|1550
`;
