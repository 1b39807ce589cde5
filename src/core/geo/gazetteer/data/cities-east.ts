/** Towns of Africa, Asia and Oceania that news names, beside the capitals. From general knowledge; columns as in afghanistan.ts. */
export const citiesOfTheEast = `
EG|Alexandria||31.2,29.92|5400
EG|Giza||30.01,31.21|9200
EG|Port Said||31.26,32.3|780
EG|Suez||29.97,32.55|750
eg-sinai|Arish|El-Arish,al-Arish|31.13,33.8|180
eg-sinai|Sharm el-Sheikh|Sharm el Sheikh|27.92,34.33|73
EG|Luxor||25.69,32.64|500
LY|Benghazi||32.12,20.09|800
LY|Misrata||32.38,15.09|400
LY|Sirte||31.21,16.59|130
LY|Derna||32.77,22.64|90
DZ|Oran||35.7,-0.63|900
DZ|Constantine||36.37,6.61|450
MA|Casablanca||33.57,-7.59|3800
MA|Marrakesh|Marrakech|31.63,-8|1000
MA|Fez|Fes|34.03,-5|1200
MA|Tangier|Tangiers|35.76,-5.83|950
MA|Agadir||30.43,-9.6|420
TN|Sfax||34.74,10.76|330
TN|Sousse||35.83,10.64|220
SD|Omdurman||15.64,32.48|2400
SD|Port Sudan||19.62,37.22|490
sd-darfur|El Fasher|Al-Fashir,El-Fasher|13.63,25.35|500
sd-darfur|Nyala||12.05,24.88|560
sd-darfur|El Geneina|Geneina|13.45,22.45|250
SS|Malakal||9.53,31.66|150
SS|Bor||6.21,31.56|50
ET-TI|Mekelle|Mekele|13.5,39.48|310
ET|Dire Dawa||9.59,41.86|490
ET-AM|Gondar||12.6,37.47|390
ER|Massawa||15.61,39.47|54
SO|Kismayo|Kismaayo|-0.36,42.55|230
so-somaliland|Hargeisa||9.56,44.06|1200
so-puntland|Bosaso||11.28,49.18|470
SO|Baidoa||3.11,43.65|750
SO|Beledweyne||4.74,45.2|110
KE|Mombasa||-4.04,39.67|1200
KE|Kisumu||-0.09,34.77|600
KE|Garissa||-0.45,39.65|160
KE|Lamu||-2.27,40.9|25
KE|Dadaab||0.06,40.31|230
UG|Entebbe||0.06,32.46|70
UG|Gulu||2.77,32.3|150
UG|Kasese||0.18,30.08|110
TZ|Dar es Salaam||-6.79,39.21|7400
TZ|Zanzibar||-6.16,39.2|1500
TZ|Arusha||-3.37,36.68|620
CD-NK|Goma||-1.66,29.22|2000
CD-SK|Bukavu||-2.51,28.86|1100
CD-NK|Beni||0.49,29.47|330
CD-NK|Butembo||0.14,29.29|280
CD-IT|Bunia||1.57,30.25|900
CD|Lubumbashi||-11.66,27.48|2800
CD|Kisangani||0.52,25.19|1600
CD-EQ|Mbandaka||0.05,18.26|345
CG|Pointe-Noire||-4.78,11.86|1200
NG|Lagos||6.52,3.38|15400
NG|Kano||12,8.52|4100
NG|Ibadan||7.38,3.95|3600
NG-BO|Maiduguri||11.83,13.15|800
NG-KD|Kaduna||10.52,7.44|1100
NG-PL|Jos||9.9,8.86|900
NG-RI|Port Harcourt||4.82,7.05|3300
NG|Benin City||6.34,5.62|1800
NG|Enugu||6.44,7.5|820
NG|Calabar||4.98,8.34|600
NG-BO|Chibok||10.87,12.85|66
NG|Sokoto||13.06,5.24|600
GH|Kumasi||6.69,-1.62|3500
GH|Tamale||9.4,-0.84|370
CI|Abidjan||5.36,-4.01|5500
CI|Bouaké|Bouake|7.69,-5.03|830
ML|Timbuktu|Tombouctou|16.77,-3.01|54
ML|Gao||16.27,-0.04|87
ML|Kidal||18.44,1.41|26
ML|Mopti||14.49,-4.18|120
BF|Bobo-Dioulasso||11.18,-4.29|900
BF|Djibo||14.1,-1.63|60
NE|Agadez||16.97,7.99|125
NE|Diffa||13.32,12.61|60
NE|Maradi||13.5,7.1|330
CM|Douala||4.05,9.7|3900
CM|Maroua||10.59,14.32|320
CM|Bamenda||5.96,10.15|500
BJ|Cotonou||6.37,2.43|700
SN|Ziguinchor||12.58,-16.27|210
GN|Guéckédou|Gueckedou|8.57,-10.13|30
GN|Nzérékoré|Nzerekore|7.75,-8.82|200
SL|Kenema||7.88,-11.19|200
TD|Abéché|Abeche|13.83,20.83|100
CF|Bria||6.54,21.99|50
AO|Cabinda||-5.56,12.19|600
AO|Benguela||-12.58,13.41|560
MZ|Beira||-19.83,34.84|590
MZ-P|Palma, Mozambique||-10.77,40.48|50
MZ-P|Pemba||-12.97,40.52|200
ZM|Kitwe||-12.8,28.21|660
ZW|Bulawayo||-20.13,28.63|670
MW|Blantyre||-15.79,35.01|800
ZA-GP|Johannesburg||-26.2,28.05|6100
ZA-GP|Soweto||-26.27,27.86|1300
ZA-WC|Cape Town||-33.92,18.42|4800
ZA-KZN|Durban||-29.86,31.03|3200
ZA-EC|Port Elizabeth|Gqeberha|-33.96,25.6|1200
MG|Toamasina||-18.15,49.4|330
IQ|Basra|Basrah|30.51,47.78|1400
IQ-NI|Mosul||36.34,43.13|1700
IQ-KR|Erbil|Irbil,Arbil|36.19,44.01|900
IQ-KR|Sulaymaniyah|Sulaimaniya|35.56,45.43|680
IQ|Kirkuk||35.47,44.39|1000
IQ|Najaf||32,44.33|750
IQ|Karbala|Kerbala|32.62,44.02|710
IQ-AN|Fallujah|Falluja|33.35,43.78|250
IQ-AN|Ramadi||33.42,43.3|220
IQ-SD|Tikrit||34.6,43.68|160
IQ-SD|Samarra||34.2,43.87|160
IQ-DI|Baqubah|Baquba|33.75,44.64|280
IQ-NI|Sinjar||36.32,41.88|40
SY|Aleppo|Halab|36.2,37.13|2100
SY|Homs||34.73,36.72|780
SY|Hama||35.13,36.76|460
SY|Latakia|Lattakia|35.52,35.79|380
SY-ID|Idlib||35.93,36.63|165
SY|Raqqa|Raqqah|35.95,39.01|220
SY|Deir ez-Zor|Deir al-Zor,Deir Ezzor|35.34,40.14|210
SY|Palmyra|Tadmur|34.56,38.28|55
SY|Kobani|Kobane,Ayn al-Arab|36.89,38.35|45
SY|Daraa|Deraa|32.62,36.1|97
LB|Tripoli||34.44,35.83|230
LB|Sidon|Saida|33.56,35.37|160
LB|Tyre||33.27,35.2|135
LB|Baalbek||34,36.21|82
IL|Tel Aviv||32.09,34.78|4400
IL|Haifa||32.79,34.99|285
IL|Beersheba|Beer Sheva|31.25,34.79|210
IL|Ashkelon||31.67,34.57|150
IL|Ashdod||31.8,34.65|225
IL|Eilat||29.56,34.95|52
IL|Sderot||31.52,34.6|30
IL|Nazareth||32.7,35.3|78
ps-gaza-strip|Gaza City||31.5,34.47|590
ps-gaza-strip|Rafah||31.28,34.25|170
ps-gaza-strip|Khan Younis|Khan Yunis|31.35,34.3|205
ps-gaza-strip|Jabalia|Jabaliya|31.53,34.48|170
ps-west-bank|Nablus||32.22,35.26|160
ps-west-bank|Hebron||31.53,35.1|215
ps-west-bank|Jenin||32.46,35.3|50
ps-west-bank|Bethlehem||31.7,35.2|29
ps-west-bank|Jericho||31.86,35.46|20
JO|Aqaba||29.53,35.01|150
JO|Zarqa||32.07,36.09|700
SA|Jeddah|Jiddah|21.49,39.19|4800
SA|Mecca|Makkah|21.42,39.83|2100
SA|Medina|Madinah|24.47,39.61|1500
SA|Dammam||26.43,50.1|1300
SA|Dhahran||26.29,50.11|240
AE|Dubai||25.2,55.27|3500
AE|Sharjah||25.35,55.41|1800
AE|Fujairah||25.13,56.33|120
YE|Aden||12.79,45.02|1000
YE|Hodeidah|Hudaydah,Al Hudaydah|14.8,42.95|700
YE|Taiz|Ta'izz,Taizz|13.58,44.02|900
YE-HD|Mukalla||14.54,49.13|500
YE|Saada|Sa'dah|16.94,43.76|60
OM|Salalah||17.02,54.09|330
GE|Batumi||41.64,41.64|170
ge-south-ossetia|Tskhinvali||42.23,43.97|30
GE-AB|Sukhumi||43,41.02|65
AM|Gyumri||40.79,43.85|115
az-nagorno-karabakh|Stepanakert|Khankendi|39.82,46.75|55
CN|Shanghai||31.23,121.47|28500
CN|Tianjin||39.13,117.2|14000
CN|Chongqing||29.56,106.55|17000
CN-GD|Guangzhou|Canton|23.13,113.26|14000
CN-GD|Shenzhen||22.54,114.06|13000
CN-HB|Wuhan||30.59,114.31|8900
CN-SC|Chengdu||30.57,104.07|9700
CN|Xi'an|Xian|34.34,108.94|8500
CN-JS|Nanjing|Nanking|32.06,118.8|9400
CN-ZJ|Hangzhou||30.27,120.16|8200
CN-HE|Shijiazhuang||38.04,114.51|4300
CN-LN|Shenyang||41.81,123.43|7500
CN-LN|Dalian||38.91,121.61|5900
CN-HL|Harbin||45.8,126.53|6800
CN-SD|Qingdao||36.07,120.38|5900
CN-SD|Jinan||36.65,117.12|5700
CN-HA|Zhengzhou||34.75,113.63|5700
CN-HN|Changsha||28.23,112.94|5000
CN-FJ|Xiamen||24.48,118.09|3900
CN-FJ|Fuzhou||26.07,119.3|4100
CN-YN|Kunming||25.04,102.71|4600
CN|Yinchuan||38.49,106.23|1700
CN-GS|Lanzhou||36.06,103.83|3200
TW|Kaohsiung||22.63,120.3|2700
TW|Taichung||24.15,120.67|2800
TW|Hualien||23.98,121.6|100
JP|Osaka||34.69,135.5|19000
JP|Nagoya||35.18,136.91|9500
JP|Yokohama||35.44,139.64|3800
JP|Kyoto||35.01,135.77|1450
JP|Kobe||34.69,135.2|1500
jp-kyushu|Fukuoka||33.59,130.4|1600
jp-kyushu|Kumamoto||32.8,130.71|740
jp-kyushu|Nagasaki||32.75,129.88|400
jp-honshu|Hiroshima||34.39,132.46|1200
jp-honshu|Sendai||38.27,140.87|1090
JP-07|Fukushima||37.76,140.47|280
JP-01|Sapporo||43.06,141.35|1970
jp-honshu|Niigata||37.92,139.04|790
jp-honshu|Wajima||37.39,136.9|24
KR|Busan|Pusan|35.18,129.08|3400
KR|Incheon|Inchon|37.46,126.71|2900
KR|Daegu|Taegu|35.87,128.6|2400
KR|Gwangju|Kwangju|35.16,126.85|1500
KR|Pyeongchang||37.37,128.39|43
KP|Kaesong||37.97,126.55|300
KP|Wonsan||39.15,127.44|330
MM|Yangon|Rangoon|16.84,96.17|5600
MM|Mandalay||21.96,96.09|1500
MM-16|Sittwe||20.15,92.9|150
MM|Bago||17.33,96.48|250
TH|Chiang Mai||18.79,98.99|1200
TH|Phuket||7.88,98.39|420
TH|Pattaya||12.93,100.88|120
TH|Pattani||6.87,101.25|43
TH|Yala||6.54,101.28|61
TH|Narathiwat||6.43,101.82|41
TH|Chiang Rai||19.91,99.83|73
VN|Ho Chi Minh City|Saigon|10.82,106.63|9300
VN|Da Nang|Danang|16.05,108.21|1200
VN|Haiphong|Hai Phong|20.84,106.69|2100
VN|Hue|Huế|16.46,107.6|460
KH|Siem Reap||13.36,103.86|250
KH|Sihanoukville||10.61,103.53|160
LA|Luang Prabang||19.89,102.13|55
MY|Penang||5.41,100.33|1800
MY|Johor Bahru||1.49,103.74|860
MY-13|Kuching||1.55,110.36|570
MY-12|Kota Kinabalu||5.98,116.07|500
ID-JB|Bandung||-6.92,107.62|2500
id-java|Surabaya||-7.26,112.75|2900
id-java|Yogyakarta|Jogjakarta|-7.8,110.37|400
id-java|Semarang||-6.97,110.42|1700
id-sumatra|Medan||3.6,98.67|2500
id-sumatra|Padang||-0.95,100.35|930
id-sumatra|Palembang||-2.98,104.76|1700
ID-AC|Banda Aceh||5.55,95.32|260
id-sulawesi|Makassar||-5.14,119.43|1400
id-sulawesi|Palu||-0.9,119.87|370
ID-BA|Denpasar||-8.65,115.22|730
id-papua|Jayapura||-2.53,140.72|400
ID|Lombok|Mataram|-8.58,116.12|3700
ID|Ambon||-3.7,128.18|350
PH|Quezon City||14.68,121.04|3000
ph-mindanao|Davao|Davao City|7.19,125.46|1800
ph-visayas|Cebu|Cebu City|10.32,123.89|960
ph-mindanao|Zamboanga|Zamboanga City|6.92,122.08|980
ph-mindanao|Marawi||8,124.29|207
ph-mindanao|Cotabato|Cotabato City|7.22,124.25|325
ph-visayas|Tacloban||11.24,125|250
PH-SLU|Jolo||6.05,121|137
ph-luzon|Baguio||16.4,120.6|366
BD|Chittagong|Chattogram|22.36,91.78|5200
BD|Cox's Bazar||21.43,91.98|200
BD|Sylhet||24.9,91.87|900
BD|Khulna||22.82,89.55|950
LK-4|Jaffna||9.66,80.03|90
LK|Kandy||7.29,80.63|125
LK|Batticaloa||7.71,81.69|95
LK|Trincomalee||8.59,81.22|100
NP|Pokhara||28.21,83.99|520
MN|Erdenet||49.03,104.08|100
KZ|Karaganda||49.8,73.1|500
KZ|Aktau||43.65,51.16|190
AU-NSW|Sydney||-33.87,151.21|5300
AU-VIC|Melbourne||-37.81,144.96|5100
AU-QLD|Brisbane||-27.47,153.03|2600
AU-WA|Perth||-31.95,115.86|2200
AU-SA|Adelaide||-34.93,138.6|1400
AU-NT|Darwin||-12.46,130.84|148
AU-TAS|Hobart||-42.88,147.33|250
AU-QLD|Cairns||-16.92,145.77|155
AU-QLD|Townsville||-19.26,146.82|180
AU-QLD|Gold Coast||-28.02,153.4|640
AU-NSW|Newcastle||-32.93,151.78|320
AU-NSW|Wollongong||-34.42,150.89|300
AU-VIC|Geelong||-38.15,144.36|270
NZ|Auckland||-36.85,174.76|1650
NZ|Christchurch||-43.53,172.64|390
NZ|Dunedin||-45.87,170.5|130
NZ|Hamilton||-37.79,175.28|180
PG|Lae||-6.73,147|150
PG|Bougainville||-6.2,155.3|300
`;
