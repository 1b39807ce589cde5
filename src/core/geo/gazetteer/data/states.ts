/**
 * First-level divisions that news names elsewhere in the world. From general knowledge; columns and codes as in neighbours.ts. Short forms that are
 * read only after a town (“Lexington, Ky.”) stand in brackets among the other names.
 */
export const states = `
US-AL|Alabama|[AL],[Ala.]|32.8,-86.8|5100
US-AK|Alaska|[AK]|64,-152|730
US-AZ|Arizona|[AZ],[Ariz.]|34.3,-111.7|7360
US-AR|Arkansas|[AR],[Ark.]|34.8,-92.4|3050
US-CA|California|[CA],[Calif.]|37.2,-119.5|39000
US-CO|Colorado|[CO],[Colo.]|39,-105.5|5840
US-CT|Connecticut|[CT],[Conn.]|41.6,-72.7|3630
US-DE|Delaware|[DE],[Del.]|39,-75.5|1020
US-FL|Florida|[FL],[Fla.]|28.6,-82.4|22200
US-GA|Georgia|[GA],[Ga.],State of Georgia|32.6,-83.4|10900
US-HI|Hawaii|[HI],Hawai'i|20.8,-156.3|1440
US-ID|Idaho|[ID]|44.4,-114.6|1940
US-IL|Illinois|[IL],[Ill.]|40,-89.2|12600
US-IN|Indiana|[IN],[Ind.]|39.9,-86.3|6830
US-IA|Iowa|[IA]|42.1,-93.5|3200
US-KS|Kansas|[KS],[Kan.]|38.5,-98.4|2940
US-KY|Kentucky|[KY],[Ky.]|37.5,-85.3|4510
US-LA|Louisiana|[LA],[La.]|31.1,-92|4590
US-ME|Maine|[ME]|45.4,-69.2|1390
US-MD|Maryland|[MD],[Md.]|39.1,-76.8|6160
US-MA|Massachusetts|[MA],[Mass.]|42.3,-71.8|6980
US-MI|Michigan|[MI],[Mich.]|44.3,-85.4|10030
US-MN|Minnesota|[MN],[Minn.]|46.3,-94.3|5720
US-MS|Mississippi|[MS],[Miss.]|32.7,-89.7|2940
US-MO|Missouri|[MO],[Mo.]|38.4,-92.5|6180
US-MT|Montana|[MT],[Mont.]|47,-109.6|1120
US-NE|Nebraska|[NE],[Neb.]|41.5,-99.8|1970
US-NV|Nevada|[NV],[Nev.]|39.3,-116.6|3180
US-NH|New Hampshire|[NH],[N.H.]|43.7,-71.6|1400
US-NJ|New Jersey|[NJ],[N.J.]|40.2,-74.7|9260
US-NM|New Mexico|[NM],[N.M.]|34.4,-106.1|2110
US-NY|New York State|[NY],[N.Y.],New York state,upstate New York|42.9,-75.5|19700
US-NC|North Carolina|[NC],[N.C.]|35.6,-79.4|10700
US-ND|North Dakota|[ND],[N.D.]|47.4,-100.5|780
US-OH|Ohio|[OH]|40.3,-82.8|11760
US-OK|Oklahoma|[OK],[Okla.]|35.6,-97.5|4020
US-OR|Oregon|[OR],[Ore.]|43.9,-120.6|4240
US-PA|Pennsylvania|[PA],[Pa.]|40.9,-77.8|12970
US-RI|Rhode Island|[RI],[R.I.]|41.7,-71.6|1090
US-SC|South Carolina|[SC],[S.C.]|33.9,-80.9|5280
US-SD|South Dakota|[SD],[S.D.]|44.4,-100.2|910
US-TN|Tennessee|[TN],[Tenn.]|35.8,-86.3|7050
US-TX|Texas|[TX],[Tex.]|31.5,-99.3|30000
US-UT|Utah|[UT]|39.3,-111.7|3380
US-VT|Vermont|[VT],[Vt.]|44.1,-72.7|647
US-VA|Virginia|[VA],[Va.]|37.5,-78.8|8680
US-WA|Washington State|[WA],[Wash.],Washington state|47.4,-120.4|7790
US-WV|West Virginia|[WV],[W.Va.],[W. Va.]|38.6,-80.6|1780
US-WI|Wisconsin|[WI],[Wis.]|44.6,-89.7|5890
US-WY|Wyoming|[WY],[Wyo.]|43,-107.6|580
CA-ON|Ontario|[ON],[Ont.]|50,-86|15000
CA-QC|Quebec|[QC],[Que.],Québec|52.5,-72|8700
CA-BC|British Columbia|[BC],[B.C.]|54,-125|5300
CA-AB|Alberta|[AB],[Alta.]|54.5,-115|4500
CA-MB|Manitoba|[MB],[Man.]|55,-97|1400
CA-SK|Saskatchewan|[SK],[Sask.]|54,-106|1200
CA-NS|Nova Scotia|[NS],[N.S.]|45.1,-63|1020
CA-NB|New Brunswick|[NB],[N.B.]|46.6,-66.4|800
CA-NL|Newfoundland and Labrador|[NL],[N.L.],Newfoundland,Labrador|53,-60|530
CA-PE|Prince Edward Island|[PEI],[P.E.I.]|46.4,-63.2|170
CA-YT|Yukon||63,-135.5|44
CA-NT|Northwest Territories||64.5,-119|45
CA-NU|Nunavut||65,-95|40
AU-NSW|New South Wales|[NSW],NSW|-32.2,147|8200
AU-VIC|Victoria|[Vic.]|-36.9,144.3|6600
AU-QLD|Queensland|[Qld]|-22.6,144.6|5300
AU-WA|Western Australia||-25.5,122|2800
AU-SA|South Australia||-30,135.8|1800
AU-TAS|Tasmania|[Tas.]|-42,146.6|570
AU-NT|Northern Territory||-19.5,133.4|250
AU-ACT|Australian Capital Territory||-35.5,149|460
GB-ENG|England||52.5,-1.5|56500
GB-SCT|Scotland||56.8,-4.2|5480
GB-WLS|Wales||52.3,-3.8|3100
GB-NIR|Northern Ireland|Ulster|54.6,-6.7|1900
GB-CON|Cornwall||50.4,-4.9|570
GB-DEV|Devon||50.7,-3.8|810
GB-KEN|Kent||51.2,0.7|1580
GB-ESS|Essex||51.8,0.6|1500
GB-SRY|Surrey||51.25,-0.4|1200
GB-NFK|Norfolk||52.6,1|920
GB-SFK|Suffolk||52.2,1|760
gb-yorkshire|Yorkshire|North Yorkshire,West Yorkshire,South Yorkshire|53.9,-1.3|5500
GB-LAN|Lancashire||53.9,-2.6|1240
GB-CMA|Cumbria||54.6,-2.9|500
gb-greater-manchester|Greater Manchester||53.5,-2.3|2870
gb-west-midlands|West Midlands||52.5,-1.9|2920
DE-BY|Bavaria|Bayern|48.9,11.4|13200
DE-SN|Saxony|Sachsen|51,13.4|4050
DE-NW|North Rhine-Westphalia||51.5,7.5|17900
DE-HE|Hesse|Hessen|50.6,9|6300
DE-BW|Baden-Württemberg||48.5,9|11100
DE-NI|Lower Saxony||52.8,9.1|8030
DE-RP|Rhineland-Palatinate||49.9,7.5|4100
DE-BB|Brandenburg||51.9,13.4|2540
DE-TH|Thuringia||50.9,11|2110
FR-BRE|Brittany||48.2,-2.9|3350
FR-NOR|Normandy||49,0.3|3320
FR-PAC|Provence||43.9,6|5100
FR-20R|Corsica||42.2,9.1|340
ES-CT|Catalonia|Cataluña,Catalunya|41.8,1.6|7700
ES-AN|Andalusia|Andalucía|37.5,-4.7|8500
ES-PV|Basque Country||43,-2.6|2200
ES-GA|Galicia||42.8,-7.9|2700
ES-CN|Canary Islands|Canaries|28.3,-16.6|2200
IT-25|Lombardy|Lombardia|45.6,9.8|9950
IT-34|Veneto||45.5,11.8|4850
IT-52|Tuscany|Toscana|43.4,11.1|3660
IT-82|Sicily|Sicilia|37.6,14.1|4830
IT-88|Sardinia|Sardegna|40.1,9.1|1580
IT-45|Emilia-Romagna||44.5,11|4430
IT-72|Campania||40.9,14.9|5600
RU-CE|Chechnya||43.4,45.7|1500
RU-DA|Dagestan||42.9,47.1|3200
RU-BEL|Belgorod Region|Belgorod Oblast,Belgorod oblast|50.7,37.5|1500
RU-KRS|Kursk Region|Kursk Oblast,Kursk oblast|51.7,36.2|1060
RU-SAK|Sakhalin||50.5,142.8|460
ru-siberia|Siberia||60,100|37000
RU-TA|Tatarstan||55.5,50.9|4000
UA-43|Crimea||45.2,34.3|2400
UA-14|Donetsk Region|Donetsk oblast,Donetsk Oblast|48,37.8|4100
UA-09|Luhansk Region|Luhansk oblast,Luhansk Oblast,Lugansk Region|48.9,38.9|2100
UA-63|Kharkiv Region|Kharkiv oblast,Kharkiv Oblast|49.6,36.4|2600
UA-65|Kherson Region|Kherson oblast,Kherson Oblast|46.6,33.6|1000
UA-23|Zaporizhzhia Region|Zaporizhzhia oblast,Zaporizhia Oblast|47.3,35.6|1650
MX-SIN|Sinaloa||25,-107.5|3030
MX-CHH|Chihuahua||28.8,-106.4|3740
MX-GRO|Guerrero||17.6,-99.9|3540
MX-MIC|Michoacán||19.2,-101.9|4750
MX-JAL|Jalisco||20.6,-103.6|8350
MX-OAX|Oaxaca||17,-96.5|4130
MX-CHP|Chiapas||16.5,-92.5|5540
MX-TAM|Tamaulipas||24.3,-98.6|3530
MX-VER|Veracruz||19.4,-96.4|8060
MX-SON|Sonora||29.6,-110.7|2940
MX-ROO|Quintana Roo||19.6,-88|1860
MX-GUA|Guanajuato||21,-101.2|6170
MX-NLE|Nuevo León||25.6,-99.9|5780
BR-AM|Amazonas||-4,-64|3950
BR-BA|Bahia||-12.5,-41.7|14100
BR-RS|Rio Grande do Sul||-30,-53.5|10900
BR-MG|Minas Gerais||-18.5,-44.5|20500
BR-PR|Paraná||-24.6,-51.6|11400
BR-PA|Pará||-4,-53|8100
CO-ANT|Antioquia||7,-75.5|6800
CO-CAU|Cauca||2.4,-76.8|1500
NG-BO|Borno||11.9,13.1|5900
NG-KD|Kaduna State||10.4,7.7|9000
NG-ZA|Zamfara||12.1,6.2|5300
NG-PL|Plateau State||9.2,9.5|4700
NG-RI|Rivers State||4.8,6.8|7500
NG-AD|Adamawa||9.3,12.4|4900
NG-YO|Yobe||12.3,11.4|3600
CD-NK|North Kivu|Nord-Kivu|-0.7,29|8100
CD-SK|South Kivu|Sud-Kivu|-3,28.3|6500
CD-IT|Ituri||1.7,29.8|4500
CD-EQ|Équateur|Equateur|0,18.3|1900
ET-TI|Tigray||13.9,38.7|5700
ET-OR|Oromia||7.5,39.5|40000
ET-AM|Amhara||11.5,38|22500
sd-darfur|Darfur|North Darfur,South Darfur,West Darfur|13.5,24|9300
sd-kordofan|Kordofan|South Kordofan,North Kordofan|12.5,29.8|4500
so-puntland|Puntland||8.5,49|4300
so-somaliland|Somaliland||9.7,45|5700
ZA-KZN|KwaZulu-Natal||-28.8,30.8|11500
ZA-GP|Gauteng||-26.1,28.2|16100
ZA-WC|Western Cape||-33.2,20.5|7200
ZA-EC|Eastern Cape||-32,26.5|6700
MM-17|Shan State||21.9,98|5800
MM-16|Rakhine|Rakhine State,Arakan|20.1,93.6|3200
MM-11|Kachin|Kachin State|26,97.5|1700
ID-AC|Aceh||4.4,96.9|5400
id-papua|Papua|West Papua|-4,138|4300
ID-BA|Bali||-8.4,115.1|4300
ID-JB|West Java||-6.9,107.6|49000
id-sumatra|Sumatra|North Sumatra,West Sumatra,South Sumatra|0,102|59000
id-java|Java|Central Java,East Java|-7.4,110.5|151000
id-sulawesi|Sulawesi|Central Sulawesi,South Sulawesi|-2,120.5|20000
id-borneo|Borneo|Kalimantan|0,114|19000
ph-mindanao|Mindanao||7.8,125|26000
ph-luzon|Luzon||16.6,121.3|64000
ph-visayas|Visayas||11,123.3|21000
PH-SLU|Sulu||6,121|1000
MY-12|Sabah||5.4,117|3800
MY-13|Sarawak||2.8,113.9|2900
JP-01|Hokkaido||43.4,142.8|5200
JP-47|Okinawa||26.5,128|1460
JP-07|Fukushima Prefecture||37.4,140.1|1800
jp-honshu|Honshu||36,138|104000
jp-kyushu|Kyushu||32.6,131|12700
IQ-AN|Anbar|Al Anbar,al-Anbar|33,41.8|1800
IQ-NI|Nineveh|Ninewa,Nineveh Governorate|36.2,42.3|3800
IQ-KR|Iraqi Kurdistan|Kurdistan Region|36.2,44|6200
IQ-DI|Diyala||33.8,45|1700
IQ-SD|Salahuddin|Salah al-Din|34.5,43.5|1600
SY-HA|Hasakah|Al-Hasakah,Hasaka|36.5,40.8|1600
SY-ID|Idlib Governorate|Idlib province|35.8,36.7|1500
ps-gaza-strip|Gaza Strip|Gaza|31.42,34.36|2100
ps-west-bank|West Bank||32,35.25|3000
sy-golan-heights|Golan Heights|Golan|33,35.8|50
eg-sinai|Sinai|Sinai Peninsula,North Sinai,South Sinai|29.5,33.8|600
TR-31|Hatay||36.4,36.2|1690
YE-MA|Marib|Ma'rib,Maarib|15.5,45.3|380
YE-HD|Hadramawt|Hadhramaut|15.9,48.7|1300
GE-AB|Abkhazia||43,41|245
ge-south-ossetia|South Ossetia||42.3,44|53
az-nagorno-karabakh|Nagorno-Karabakh|Karabakh|39.8,46.8|120
MZ-P|Cabo Delgado||-12.5,39.5|2300
LK-4|Northern Province, Sri Lanka|Jaffna Peninsula|9.2,80.4|1060
`;
