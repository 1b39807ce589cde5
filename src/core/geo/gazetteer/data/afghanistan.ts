/**
 * Afghanistan: provinces (ISO 3166-2), towns, and what news of Kabul airport names. From general knowledge; points are good to
 * a few kilometres for provinces and towns, to some hundred metres for the airport's gates.
 * Provinces: code|name|other names|lat,lon|thousands of people. Towns: province|name|other names|lat,lon|thousands.
 */
export const afghanProvinces = `
AF-BDS|Badakhshan||36.73,70.81|1070
AF-BDG|Badghis||35.17,63.77|560
AF-BGL|Baghlan||35.8,69.3|1030
AF-BAL|Balkh||36.75,66.9|1510
AF-BAM|Bamyan|Bamian,Bamiyan|34.82,67.83|500
AF-DAY|Daykundi|Daikundi|33.67,66.05|520
AF-FRA|Farah||32.5,62.26|570
AF-FYB|Faryab||36.08,64.91|1110
AF-GHA|Ghazni||33.5,68.4|1370
AF-GHO|Ghor|Ghowr|34.1,65.25|770
AF-HEL|Helmand|Hilmand|31.6,64.4|1450
AF-HER|Herat||34.35,62.2|2140
AF-JOW|Jowzjan|Jawzjan,Jozjan|36.6,65.8|610
AF-KAB|Kabul||34.55,69.2|5200
AF-KAN|Kandahar|Qandahar|31.3,65.7|1430
AF-KAP|Kapisa||34.98,69.62|490
AF-KHO|Khost|Khowst|33.35,69.9|640
AF-KNR|Kunar|Konar|34.85,71.1|510
AF-KDZ|Kunduz|Konduz|36.75,68.85|1140
AF-LAG|Laghman||34.75,70.25|490
AF-LOG|Logar|Lowgar|34,69.1|440
AF-NAN|Nangarhar|Ningarhar|34.2,70.5|1700
AF-NIM|Nimruz|Nimroz|31.03,62.45|180
AF-NUR|Nuristan|Nurestan|35.3,70.9|160
AF-PKA|Paktika||32.5,68.8|780
AF-PIA|Paktia|Paktya|33.7,69.4|620
AF-PAN|Panjshir|Panjsher|35.4,69.7|170
AF-PAR|Parwan|Parvan|34.97,68.8|750
AF-SAM|Samangan||36,67.8|440
AF-SAR|Sar-e Pol|Sar-i Pul,Sar-e-Pul,Saripul|35.9,66|630
AF-TAK|Takhar||36.7,69.6|1110
AF-URU|Uruzgan|Urozgan,Oruzgan|32.93,66.63|440
AF-WAR|Wardak|Maidan Wardak,Maydan Wardak|34.35,68.3|670
AF-ZAB|Zabul|Zabol|32.2,67.2|390
`;
export const afghanTowns = `
AF-KAN|Kandahar|Kandahar City,Qandahar|31.61,65.71|650
AF-HER|Herat|Herat City|34.35,62.2|570
AF-BAL|Mazar-i-Sharif|Mazar-e-Sharif,Mazar i Sharif,Mazar|36.71,67.11|500
AF-NAN|Jalalabad||34.43,70.45|360
AF-KDZ|Kunduz|Kunduz City|36.73,68.86|260
AF-GHA|Ghazni|Ghazni City|33.55,68.42|190
AF-HEL|Lashkar Gah|Lashkargah|31.59,64.37|200
AF-TAK|Taloqan|Taluqan|36.74,69.53|260
AF-BGL|Pul-e Khumri|Pul-i-Khumri,Puli Khumri|35.94,68.71|220
AF-KHO|Khost|Khost City|33.34,69.92|160
AF-PAR|Charikar||35.01,69.17|95
AF-JOW|Sheberghan|Shibirghan|36.67,65.75|175
AF-SAR|Sar-e Pol|Sar-e Pul city|36.22,65.93|50
AF-FYB|Maymana|Maimana|35.92,64.77|150
AF-BAM|Bamyan|Bamiyan|34.82,67.83|60
AF-PIA|Gardez||33.6,69.23|70
AF-BDS|Faizabad|Fayzabad|37.12,70.58|65
AF-KNR|Asadabad|Asad Abad|34.87,71.15|48
AF-LAG|Mehtar Lam|Mihtarlam,Mehterlam|34.66,70.21|140
AF-NIM|Zaranj||30.96,61.86|160
AF-FRA|Farah|Farah City|32.37,62.11|55
AF-BDG|Qala-e-Naw|Qala i Naw,Qalay-i-Naw|34.99,63.13|20
AF-GHO|Chaghcharan|Firozkoh,Feroz Koh|34.52,65.25|30
AF-URU|Tarin Kot|Tirin Kot,Tarinkot,Tarin Kowt|32.63,65.87|70
AF-ZAB|Qalat|Qalat city|32.11,66.91|35
AF-PKA|Sharana|Sharan|33.18,68.73|55
AF-WAR|Maidan Shar|Maidan Shahr,Maydanshahr|34.4,68.87|35
AF-LOG|Pul-e Alam|Pul-i-Alam|33.99,69.03|110
AF-SAM|Aybak|Aibak|36.26,68.02|110
AF-PAN|Bazarak||35.31,69.52|24
AF-NUR|Parun||35.42,70.92|14
AF-DAY|Nili||33.72,66.13|18
AF-PAR|Bagram||34.97,69.3|12
AF-KAN|Spin Boldak|Spin Buldak|31.01,66.4|40
AF-NAN|Torkham||34.13,71.09|8
AF-HER|Islam Qala||34.66,61.07|10
AF-BAL|Hairatan|Hayratan|37.22,67.41|12
AF-NAN|Achin||34.12,70.7|10
`;

/** id|name|other names|lat,lon|kind|part of. The circle the desk draws around each is place.ts's. */
export const kabulAirport = `
kbl-abbey-gate|Abbey Gate||34.5583,69.2208|building|KBL
kbl-east-gate|East Gate|Eastern Gate|34.5622,69.2303|building|KBL
kbl-north-gate|North Gate|Northern Gate|34.5738,69.2130|building|KBL
kbl-south-gate|South Gate|South (Airport Circle) gate,Airport Circle gate,Airport Circle,Southern Gate|34.5563,69.2090|building|KBL
kbl-panjshir-gate|Panjshir Petrol station gate|gate near the Panjshir Petrol station,Panjshir Petrol station,Panjshir Petrol gate|34.5745,69.2000|building|KBL
kabul-interior-ministry|Ministry of the Interior, Kabul|new Ministry of the Interior,new Interior Ministry,new Ministry of Interior|34.5785,69.2010|building|
kabul-baron-hotel|Baron Hotel|Baron Camp|34.5547,69.2213|building|
`;
