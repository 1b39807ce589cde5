/**
 * Provinces and states of Afghanistan's neighbours and of India, and their main towns. From general knowledge.
 * Columns as in afghanistan.ts. A code in small letters is our own, of a part or a group of divisions that ISO 3166-2 has no code for.
 */
export const neighbourProvinces = `
PK-BA|Balochistan|Baluchistan|28.5,65.5|14000
PK-KP|Khyber Pakhtunkhwa|Khyber-Pakhtunkhwa,North-West Frontier Province,NWFP,KPK|34.5,72|40000
PK-PB|Punjab|Pakistani Punjab|31,72.5|127000
PK-SD|Sindh|Sind|26,68.8|55000
PK-GB|Gilgit-Baltistan||35.5,75|1700
PK-JK|Azad Kashmir|Azad Jammu and Kashmir,Pakistan-administered Kashmir|33.9,73.8|4300
PK-TA|Federally Administered Tribal Areas|FATA,tribal areas of Pakistan|33,70.2|5000
pk-north-waziristan|North Waziristan||32.98,70.03|690
pk-south-waziristan|South Waziristan|Waziristan|32.3,69.8|890
pk-khyber-district|Khyber district|Khyber Agency|34,71.2|1100
IR-09|Razavi Khorasan|Khorasan Razavi|35.3,59.1|6600
IR-11|Sistan and Baluchestan|Sistan-Baluchestan,Sistan and Baluchistan,Sistan-Baluchistan|28.5,60.6|2900
IR-29|South Khorasan||32.9,59.2|800
IR-28|North Khorasan||37.5,57.2|900
IR-08|Kerman province||30.3,57.1|3200
IR-07|Fars|Fars Province|29.1,53|4900
IR-06|Khuzestan|Khuzistan|31.3,49|4900
IR-12|Kurdistan Province|Iranian Kurdistan|35.6,47|1650
IR-22|Hormozgan||27.2,56|1850
IR-01|Gilan||37.2,49.5|2550
IR-02|Mazandaran||36.3,52.3|3300
TJ-SU|Sughd||39.9,69|2700
TJ-KT|Khatlon||37.9,69|3350
TJ-GB|Gorno-Badakhshan|Badakhshan (Tajikistan),GBAO|38.2,73|230
UZ-SU|Surxondaryo|Surkhandarya|37.9,67.5|2700
UZ-FA|Fergana Region||40.4,71.5|3800
TM-M|Mary Region||36.8,62.2|1700
CN-XJ|Xinjiang||41.8,87|25900
CN-XZ|Tibet||31.5,88|3650
CN-SC|Sichuan|Szechuan|30.6,102.7|83700
CN-GD|Guangdong||23.4,113.4|126000
CN-HB|Hubei||31,112.3|58000
CN-HA|Henan||33.9,113.6|99000
CN-HN|Hunan||27.6,111.8|66000
CN-YN|Yunnan||25,101.5|47000
CN-GX|Guangxi||23.8,108.8|50000
CN-FJ|Fujian||26,118|41500
CN-ZJ|Zhejiang||29.2,120.1|64600
CN-JS|Jiangsu||33,119.8|84700
CN-SD|Shandong||36.3,118.2|101500
CN-HE|Hebei||38.5,115.7|74600
CN-LN|Liaoning||41.3,122.6|42600
CN-JL|Jilin||43.7,126.2|24000
CN-HL|Heilongjiang||47.9,127.8|31800
CN-QH|Qinghai||35.7,96|5900
CN-GS|Gansu||36.1,103.9|25000
CN-AH|Anhui||31.8,117.2|61000
CN-JX|Jiangxi||27.6,115.7|45000
CN-NM|Inner Mongolia||44.1,113.9|24000
CN-HI|Hainan||19.2,109.7|10100
IN-JK|Jammu and Kashmir|Jammu & Kashmir,Indian-administered Kashmir|33.8,75|12500
IN-PB|Indian Punjab|Punjab|31,75.4|27700
IN-RJ|Rajasthan||27,74.2|68500
IN-GJ|Gujarat||22.7,71.6|60400
IN-MH|Maharashtra||19.5,76|112000
IN-UP|Uttar Pradesh||27,80.8|200000
IN-UK|Uttarakhand||30.1,79.2|10100
IN-HP|Himachal Pradesh||31.9,77.3|6900
IN-HR|Haryana||29.2,76.3|25400
IN-MP|Madhya Pradesh||23.5,78.3|72600
IN-BR|Bihar||25.7,85.6|104000
IN-WB|West Bengal||23.8,87.9|91300
IN-OD|Odisha|Orissa|20.5,84.4|42000
IN-AP|Andhra Pradesh||15.9,79.7|49600
IN-TS|Telangana||17.8,79|35000
IN-KA|Karnataka||14.7,76.2|61100
IN-KL|Kerala||10.4,76.4|33400
IN-TN|Tamil Nadu||11,78.4|72100
IN-AS|Assam||26.3,92.9|31200
IN-MN|Manipur||24.7,93.9|2900
IN-NL|Nagaland||26.1,94.5|2000
IN-GA|Goa||15.4,74|1460
IN-JH|Jharkhand||23.6,85.4|33000
IN-CG|Chhattisgarh||21.3,82|25500
IN-LA|Ladakh||34.2,77.6|274
`;
export const neighbourTowns = `
PK-SD|Karachi||24.86,67.01|16000
PK-PB|Lahore||31.55,74.34|13000
PK-PB|Rawalpindi||33.6,73.05|2300
PK-PB|Faisalabad||31.42,73.08|3600
PK-PB|Multan||30.2,71.47|2000
PK-PB|Gujranwala||32.16,74.19|2100
PK-PB|Sialkot||32.49,74.53|660
PK-PB|Bahawalpur||29.4,71.68|800
PK-KP|Peshawar||34.01,71.58|2000
PK-BA|Quetta||30.18,66.98|1100
PK-SD|Hyderabad||25.4,68.37|1900
PK-SD|Sukkur||27.7,68.86|500
PK-BA|Gwadar||25.12,62.33|90
PK-BA|Chaman||30.92,66.45|120
PK-BA|Turbat||26,63.05|210
PK-KP|Mardan||34.2,72.05|360
PK-KP|Abbottabad||34.15,73.21|210
PK-KP|Mingora|Swat|34.78,72.36|330
PK-KP|Kohat||33.58,71.44|230
PK-KP|Bannu||32.99,70.6|50
PK-KP|Dera Ismail Khan||31.83,70.9|220
PK-KP|Chitral||35.85,71.79|50
pk-north-waziristan|Miranshah|Miram Shah|33,70.07|5
pk-south-waziristan|Wana||32.3,69.57|5
pk-khyber-district|Parachinar||33.9,70.1|60
PK-GB|Gilgit||35.92,74.31|220
PK-JK|Muzaffarabad||34.37,73.47|150
IR-09|Mashhad|Meshed|36.3,59.61|3100
IR|Isfahan|Esfahan|32.65,51.67|2000
IR|Karaj||35.84,50.94|1600
IR-07|Shiraz||29.61,52.54|1600
IR|Tabriz||38.08,46.29|1600
IR|Qom|Qum|34.64,50.88|1200
IR-06|Ahvaz|Ahwaz|31.32,48.67|1200
IR|Kermanshah||34.31,47.07|950
IR-11|Zahedan||29.5,60.86|590
IR-11|Chabahar||25.29,60.64|110
IR-11|Zabol||31.03,61.5|135
IR-08|Kerman||30.28,57.08|540
IR|Yazd||31.9,54.37|530
IR|Hamadan||34.8,48.52|555
IR-22|Bandar Abbas||27.18,56.27|530
IR|Bushehr||28.97,50.84|220
IR-06|Abadan||30.34,48.3|230
IR-01|Rasht||37.28,49.58|680
IR|Natanz||33.51,51.92|14
IR|Arak||34.09,49.7|520
TJ-SU|Khujand|Leninabad|40.28,69.62|180
TJ-KT|Kulob|Kulyab|37.91,69.78|105
TJ-KT|Bokhtar|Qurghonteppa|37.84,68.78|110
TJ-GB|Khorog|Khorugh|37.49,71.55|30
UZ|Samarkand|Samarqand|39.65,66.96|550
UZ|Bukhara|Bokhara|39.77,64.43|280
UZ-SU|Termez|Termiz|37.22,67.28|180
UZ|Andijan|Andijon|40.78,72.34|440
UZ-FA|Fergana|Ferghana|40.39,71.78|290
UZ|Namangan||41,71.67|630
TM-M|Mary|Merv|37.6,61.83|125
TM|Turkmenabat|Turkmenabad|39.08,63.57|230
TM|Serhetabat|Kushka|35.28,62.34|15
KG|Osh||40.51,72.8|320
KG|Jalal-Abad||40.93,73|120
KZ|Almaty|Alma-Ata|43.24,76.89|2100
KZ|Shymkent||42.34,69.59|1100
CN-XJ|Urumqi||43.83,87.6|4000
CN-XJ|Kashgar|Kashi|39.47,75.99|700
CN-XJ|Hotan||37.11,79.92|400
CN-XZ|Lhasa||29.65,91.12|860
IN|Delhi||28.65,77.23|32000
IN-MH|Mumbai|Bombay|19.08,72.88|20900
IN-WB|Kolkata|Calcutta|22.57,88.36|15000
IN-TN|Chennai|Madras|13.08,80.27|11500
IN-KA|Bengaluru|Bangalore|12.97,77.59|13200
IN-TS|Hyderabad||17.39,78.49|10500
IN-GJ|Ahmedabad||23.02,72.57|8400
IN-MH|Pune|Poona|18.52,73.86|6900
IN-GJ|Surat||21.17,72.83|7500
IN-RJ|Jaipur||26.91,75.79|4100
IN-UP|Lucknow||26.85,80.95|3800
IN-UP|Kanpur||26.45,80.33|3200
IN-UP|Varanasi|Benares|25.32,82.99|1700
IN-UP|Agra||27.18,78.02|2200
IN-UP|Ayodhya||26.8,82.2|60
IN-MH|Nagpur||21.15,79.09|2900
IN-MP|Bhopal||23.26,77.41|2500
IN-MP|Indore||22.72,75.86|3200
IN-BR|Patna||25.59,85.14|2500
IN-PB|Amritsar||31.63,74.87|1300
IN-PB|Ludhiana||30.9,75.86|1900
IN-PB|Chandigarh||30.73,76.78|1200
IN-JK|Srinagar||34.08,74.8|1600
IN-JK|Jammu||32.73,74.87|700
IN-AS|Guwahati||26.14,91.74|1100
IN-MN|Imphal||24.82,93.94|270
IN-OD|Bhubaneswar||20.3,85.82|1200
IN-AP|Visakhapatnam|Vizag|17.69,83.22|2300
IN-KL|Kochi|Cochin|9.93,76.27|3200
IN-KL|Thiruvananthapuram|Trivandrum|8.52,76.94|2600
IN-KL|Kozhikode|Calicut|11.26,75.78|2200
IN-TN|Coimbatore||11.02,76.96|2900
IN-TN|Madurai||9.93,78.12|1800
IN-GJ|Rajkot||22.3,70.8|1900
IN-GJ|Vadodara|Baroda|22.31,73.18|2200
`;
