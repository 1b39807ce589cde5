/**
 * Airports by IATA code: Afghanistan's, its neighbours' and the world's large ones. From general knowledge.
 * code|city|country|lat,lon|names beyond “City airport”, “City International Airport” and the like
 */
export const airports = `
KBL|Kabul|AF|34.5659,69.2123|Hamid Karzai International Airport,Kabul Hamid Karzai International Airport,Hamid Karzai Airport,HKIA,Hamid Karzai International Airport (HKIA),Kabul airport (HKIA)
KDH|Kandahar|AF|31.5058,65.8478|Ahmad Shah Baba International Airport
HEA|Herat|AF|34.21,62.2283|Khwaja Abdullah Ansari International Airport
MZR|Mazar-i-Sharif|AF|36.7069,67.2097|Mawlana Jalaluddin Balkhi International Airport,Mazar-e-Sharif airport
JAA|Jalalabad|AF|34.3998,70.4986|
OAI|Bagram|AF|34.9461,69.265|Bagram Airfield,Bagram Air Base,Bagram air base,Bagram Airbase,Bagram airbase,Bagram airfield
UND|Kunduz|AF|36.6651,68.9108|
ISB|Islamabad|PK|33.549,72.8257|New Islamabad International Airport
PEW|Peshawar|PK|33.9939,71.5146|Bacha Khan International Airport
KHI|Karachi|PK|24.9065,67.1608|Jinnah International Airport
LHE|Lahore|PK|31.5216,74.4036|Allama Iqbal International Airport
UET|Quetta|PK|30.2514,66.9378|
IKA|Tehran|IR|35.4161,51.1522|Imam Khomeini International Airport
THR|Tehran Mehrabad|IR|35.6892,51.3134|Mehrabad airport,Mehrabad Airport
MHD|Mashhad|IR|36.2352,59.641|
TAS|Tashkent|UZ|41.2579,69.2812|
TMJ|Termez|UZ|37.2867,67.31|
DYU|Dushanbe|TJ|38.5433,68.825|
ASB|Ashgabat|TM|37.9868,58.361|
FRU|Bishkek|KG|43.0613,74.4776|Manas International Airport,Manas airport
ALA|Almaty|KZ|43.3521,77.0405|
NQZ|Astana|KZ|51.0222,71.4669|
DEL|New Delhi|IN|28.5562,77.1|Delhi airport,Indira Gandhi International Airport
BOM|Mumbai|IN|19.0896,72.8656|Chhatrapati Shivaji Maharaj International Airport
BLR|Bengaluru|IN|13.1986,77.7066|Bangalore airport
DXB|Dubai|AE|25.2532,55.3657|
AUH|Abu Dhabi|AE|24.433,54.6511|Zayed International Airport
DOH|Doha|QA|25.2731,51.6081|Hamad International Airport
KWI|Kuwait City|KW|29.2266,47.9689|Kuwait airport,Kuwait International Airport
BAH|Manama|BH|26.2708,50.6336|Bahrain airport,Bahrain International Airport
MCT|Muscat|OM|23.5933,58.2844|
RUH|Riyadh|SA|24.9576,46.6988|King Khalid International Airport
JED|Jeddah|SA|21.6796,39.1565|King Abdulaziz International Airport
BGW|Baghdad|IQ|33.2625,44.2346|
EBL|Erbil|IQ|36.2376,43.9632|
DAM|Damascus|SY|33.4115,36.5156|
ALP|Aleppo|SY|36.1807,37.2244|
BEY|Beirut|LB|33.8209,35.4884|Rafic Hariri International Airport,Beirut-Rafic Hariri International Airport
AMM|Amman|JO|31.7226,35.9932|Queen Alia International Airport
TLV|Tel Aviv|IL|32.0055,34.8854|Ben Gurion Airport,Ben Gurion International Airport,Ben Gurion airport,Ben-Gurion Airport
SAH|Sana'a|YE|15.4763,44.2197|Sanaa airport
ADE|Aden|YE|12.8295,45.0288|
IST|Istanbul|TR|41.2753,28.7519|
SAW|Istanbul Sabiha Gokcen|TR|40.8986,29.3092|Sabiha Gökçen International Airport,Sabiha Gokcen airport
ESB|Ankara|TR|40.1281,32.9951|Esenboğa Airport
CAI|Cairo|EG|30.1219,31.4056|
TIP|Tripoli|LY|32.6635,13.159|
MJI|Tripoli Mitiga|LY|32.8941,13.276|Mitiga airport,Mitiga International Airport
KRT|Khartoum|SD|15.5895,32.5532|
ADD|Addis Ababa|ET|8.9779,38.7993|Bole International Airport
NBO|Nairobi|KE|-1.3192,36.9278|Jomo Kenyatta International Airport
MGQ|Mogadishu|SO|2.0144,45.3047|Aden Adde International Airport
JNB|Johannesburg|ZA|-26.1392,28.246|O.R. Tambo International Airport,OR Tambo International Airport
CPT|Cape Town|ZA|-33.9649,18.6017|
LOS|Lagos|NG|6.5774,3.3212|Murtala Muhammed International Airport
ABV|Abuja|NG|9.0068,7.2632|Nnamdi Azikiwe International Airport
CMN|Casablanca|MA|33.3675,-7.5898|
ALG|Algiers|DZ|36.691,3.2154|
TUN|Tunis|TN|36.851,10.2272|
LHR|London Heathrow|GB|51.47,-0.4543|Heathrow airport,Heathrow Airport,Heathrow,London airport,London Heathrow
LGW|London Gatwick|GB|51.1481,-0.1903|Gatwick airport,Gatwick Airport,Gatwick,London Gatwick
STN|London Stansted|GB|51.885,0.235|Stansted airport,Stansted Airport,Stansted,London Stansted
MAN|Manchester|GB|53.3537,-2.275|
BZZ|Brize Norton|GB|51.75,-1.5836|RAF Brize Norton
DUB|Dublin|IE|53.4213,-6.2701|
CDG|Paris Charles de Gaulle|FR|49.0097,2.5479|Charles de Gaulle Airport,Charles de Gaulle airport,Roissy airport,Paris airport,Paris Charles de Gaulle
ORY|Paris Orly|FR|48.7233,2.3794|Orly airport,Orly Airport,Paris Orly
AMS|Amsterdam|NL|52.3105,4.7683|Schiphol airport,Schiphol Airport,Amsterdam Schiphol,Schiphol
BRU|Brussels|BE|50.901,4.4844|Zaventem airport
FRA|Frankfurt|DE|50.0379,8.5622|
MUC|Munich|DE|48.3538,11.7861|
BER|Berlin|DE|52.3667,13.5033|Berlin Brandenburg Airport
RMS|Ramstein|DE|49.4369,7.6003|Ramstein Air Base,Ramstein air base
ZRH|Zurich|CH|47.4582,8.5555|
VIE|Vienna|AT|48.1103,16.5697|
FCO|Rome Fiumicino|IT|41.8003,12.2389|Fiumicino airport,Fiumicino Airport,Rome airport,Rome Fiumicino
MXP|Milan Malpensa|IT|45.6306,8.7281|Malpensa airport,Malpensa Airport,Milan airport,Milan Malpensa
MAD|Madrid|ES|40.4983,-3.5676|Barajas airport,Madrid-Barajas Airport
BCN|Barcelona|ES|41.2974,2.0833|El Prat airport
LIS|Lisbon|PT|38.7742,-9.1342|
ATH|Athens|GR|37.9364,23.9445|
CPH|Copenhagen|DK|55.618,12.656|Kastrup airport
ARN|Stockholm Arlanda|SE|59.6498,17.9238|Arlanda airport,Arlanda Airport,Stockholm Arlanda
OSL|Oslo|NO|60.1976,11.1004|Gardermoen airport
HEL|Helsinki|FI|60.3172,24.9633|
WAW|Warsaw|PL|52.1657,20.9671|Warsaw Chopin Airport
PRG|Prague|CZ|50.1008,14.26|
BUD|Budapest|HU|47.4369,19.2556|
KBP|Kyiv Boryspil|UA|50.345,30.8947|Boryspil airport,Boryspil International Airport,Kyiv Boryspil
SVO|Moscow Sheremetyevo|RU|55.9726,37.4146|Sheremetyevo airport,Sheremetyevo International Airport,Moscow Sheremetyevo
DME|Moscow Domodedovo|RU|55.4088,37.9063|Domodedovo airport,Domodedovo International Airport,Moscow Domodedovo
JFK|New York JFK|US|40.6413,-73.7781|John F. Kennedy International Airport,JFK airport,JFK International Airport,Kennedy Airport,New York JFK
EWR|Newark|US|40.6895,-74.1745|Newark Liberty International Airport
LGA|New York LaGuardia|US|40.7769,-73.874|LaGuardia Airport,LaGuardia airport,New York LaGuardia
IAD|Washington Dulles|US|38.9531,-77.4565|Dulles International Airport,Dulles airport,Washington Dulles International Airport,Washington Dulles
DCA|Washington Reagan|US|38.8512,-77.0402|Reagan National Airport,Ronald Reagan Washington National Airport,Washington Reagan
ATL|Atlanta|US|33.6407,-84.4277|Hartsfield-Jackson Atlanta International Airport,Hartsfield-Jackson International Airport
ORD|Chicago O'Hare|US|41.9742,-87.9073|O'Hare International Airport,O'Hare airport,O'Hare,Chicago O'Hare
LAX|Los Angeles|US|33.9416,-118.4085|LAX
SFO|San Francisco|US|37.6213,-122.379|
SEA|Seattle|US|47.4502,-122.3088|Seattle-Tacoma International Airport,Sea-Tac Airport
DFW|Dallas|US|32.8998,-97.0403|Dallas/Fort Worth International Airport,Dallas Fort Worth International Airport
IAH|Houston|US|29.9902,-95.3368|George Bush Intercontinental Airport
DEN|Denver|US|39.8561,-104.6737|
MIA|Miami|US|25.7959,-80.287|
BOS|Boston|US|42.3656,-71.0096|Logan International Airport,Logan airport
PHL|Philadelphia|US|39.8744,-75.2424|
YYZ|Toronto|CA|43.6777,-79.6248|Toronto Pearson International Airport,Pearson airport
YUL|Montreal|CA|45.4706,-73.7408|
YVR|Vancouver|CA|49.1967,-123.1815|
MEX|Mexico City|MX|19.4361,-99.0719|Benito Juárez International Airport
BOG|Bogotá|CO|4.7016,-74.1469|El Dorado International Airport
GRU|São Paulo|BR|-23.4356,-46.4731|Guarulhos International Airport
EZE|Buenos Aires|AR|-34.8222,-58.5358|Ezeiza airport
SCL|Santiago|CL|-33.3898,-70.7944|
LIM|Lima|PE|-12.0219,-77.1143|
CCS|Caracas|VE|10.6013,-66.9911|Simón Bolívar International Airport,Maiquetía airport
PAP|Port-au-Prince|HT|18.5799,-72.2925|Toussaint Louverture International Airport
PEK|Beijing|CN|40.0799,116.6031|Beijing Capital International Airport
PVG|Shanghai|CN|31.1443,121.8083|Pudong airport,Shanghai Pudong International Airport
HKG|Hong Kong|HK|22.308,113.9185|Chek Lap Kok airport
TPE|Taipei|TW|25.0797,121.2342|Taoyuan International Airport
ICN|Seoul|KR|37.4602,126.4407|Incheon International Airport,Incheon airport
HND|Tokyo Haneda|JP|35.5494,139.7798|Haneda Airport,Haneda airport,Tokyo Haneda
NRT|Tokyo Narita|JP|35.772,140.3929|Narita International Airport,Narita airport,Tokyo Narita
MNL|Manila|PH|14.5086,121.0194|Ninoy Aquino International Airport
BKK|Bangkok|TH|13.69,100.7501|Suvarnabhumi airport,Suvarnabhumi Airport
SGN|Ho Chi Minh City|VN|10.8188,106.6519|Tan Son Nhat International Airport
KUL|Kuala Lumpur|MY|2.7456,101.7072|
SIN|Singapore|SG|1.3644,103.9915|Changi Airport,Changi airport
CGK|Jakarta|ID|-6.1275,106.6537|Soekarno-Hatta International Airport
DPS|Bali|ID|-8.7482,115.1675|Ngurah Rai International Airport,Denpasar airport
CMB|Colombo|LK|7.1808,79.8841|Bandaranaike International Airport
DAC|Dhaka|BD|23.8433,90.3978|Hazrat Shahjalal International Airport
KTM|Kathmandu|NP|27.6966,85.3591|Tribhuvan International Airport
RGN|Yangon|MM|16.9073,96.1332|
SYD|Sydney|AU|-33.9399,151.1753|
MEL|Melbourne|AU|-37.669,144.841|
BNE|Brisbane|AU|-27.3942,153.1218|
AKL|Auckland|NZ|-37.0082,174.785|
WLG|Wellington|NZ|-41.3272,174.8053|
TBS|Tbilisi|GE|41.6692,44.9547|
EVN|Yerevan|AM|40.1473,44.3959|Zvartnots International Airport
GYD|Baku|AZ|40.4675,50.0467|Heydar Aliyev International Airport
PRN|Pristina|XK|42.5728,21.0358|
`;
