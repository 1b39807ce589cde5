/**
 * Countries and territories, ISO 3166-1 alpha-2 codes AD to KZ, one a line. Written from general knowledge; points are about the middle of
 * the land, populations about right.
 * code|name|other names|lat,lon|thousands of people|adjectives and peoples|capital/its other names|lat,lon|thousands
 */
export const countriesAToK = `
AD|Andorra||42.55,1.58|80|Andorran|Andorra la Vella|42.51,1.52|23
AE|United Arab Emirates|UAE,U.A.E.,Emirates|23.9,54.3|9900|Emirati|Abu Dhabi|24.45,54.38|1500
AF|Afghanistan|Islamic Republic of Afghanistan|33.94,67.71|40000|Afghan|Kabul|34.53,69.17|4600
AG|Antigua and Barbuda|Antigua & Barbuda,Antigua|17.08,-61.8|97|Antiguan,Barbudan|St John's/Saint John's|17.12,-61.85|22
AI|Anguilla||18.22,-63.06|16|Anguillan|The Valley|18.22,-63.05|2
AL|Albania||41.15,20.1|2800|Albanian|Tirana|41.33,19.82|560
AM|Armenia||40.2,44.9|2800|Armenian|Yerevan|40.18,44.51|1090
AO|Angola||-12.3,17.5|35000|Angolan|Luanda|-8.84,13.23|9000
AQ|Antarctica||-80,0|1|Antarctic|||
AR|Argentina||-35.4,-65.2|46000|Argentine,Argentinian,Argentinean|Buenos Aires|-34.6,-58.38|15500
AS|American Samoa||-14.3,-170.7|45|American Samoan|Pago Pago|-14.28,-170.7|4
AT|Austria||47.6,14.1|9000|Austrian|Vienna/Wien|48.21,16.37|1980
AU|Australia|Commonwealth of Australia|-25.3,134|26000|Australian,Aussie|Canberra|-35.28,149.13|460
AW|Aruba||12.52,-69.98|107|Aruban|Oranjestad|12.52,-70.03|35
AX|Åland Islands|Aland|60.2,20|30|Ålander|Mariehamn|60.1,19.94|12
AZ|Azerbaijan||40.3,47.7|10200|Azerbaijani,Azeri|Baku|40.41,49.87|2300
BA|Bosnia and Herzegovina|Bosnia-Herzegovina,Bosnia & Herzegovina,Bosnia|44.2,17.8|3200|Bosnian,Herzegovinian|Sarajevo|43.86,18.41|420
BB|Barbados||13.18,-59.55|282|Barbadian,Bajan|Bridgetown|13.1,-59.62|110
BD|Bangladesh||23.8,90.3|170000|Bangladeshi|Dhaka/Dacca|23.81,90.41|22000
BE|Belgium||50.6,4.6|11700|Belgian|Brussels/Bruxelles|50.85,4.35|1220
BF|Burkina Faso||12.3,-1.7|23000|Burkinabe,Burkinabé|Ouagadougou|12.37,-1.52|3000
BG|Bulgaria||42.75,25.5|6500|Bulgarian|Sofia|42.7,23.32|1280
BH|Bahrain||26.03,50.55|1500|Bahraini|Manama|26.23,50.58|420
BI|Burundi||-3.4,29.9|13000|Burundian|Gitega|-3.43,29.93|135
BJ|Benin||9.6,2.3|13700|Beninese|Porto-Novo|6.5,2.6|285
BL|Saint Barthélemy|St Barts|17.9,-62.83|11|Barthélemois|Gustavia|17.9,-62.85|3
BM|Bermuda||32.3,-64.76|64|Bermudian|Hamilton|32.29,-64.78|1
BN|Brunei|Brunei Darussalam|4.5,114.7|455|Bruneian|Bandar Seri Begawan|4.9,114.94|100
BO|Bolivia||-16.7,-64.7|12300|Bolivian|La Paz|-16.5,-68.15|1900
BQ|Caribbean Netherlands|Bonaire|12.2,-68.26|28||Kralendijk|12.15,-68.27|10
BR|Brazil|Brasil|-10.8,-53.1|214000|Brazilian|Brasília|-15.79,-47.88|3100
BS|Bahamas||24.7,-78|410|Bahamian|Nassau|25.05,-77.35|275
BT|Bhutan||27.4,90.4|780|Bhutanese|Thimphu|27.47,89.64|115
BW|Botswana||-22.2,23.8|2600|Motswana,Batswana,Botswanan|Gaborone|-24.65,25.91|250
BY|Belarus|Byelorussia,Belorussia|53.5,28|9200|Belarusian,Belarussian|Minsk|53.9,27.57|2000
BZ|Belize||17.2,-88.7|400|Belizean|Belmopan|17.25,-88.77|23
CA|Canada||56.1,-106.3|39000|Canadian|Ottawa|45.42,-75.7|1400
CC|Cocos Islands|Keeling Islands|-12.17,96.83|1||West Island|-12.18,96.83|1
CD|Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC,Congo,Congo-Kinshasa,Zaire|-2.9,23.7|99000|Congolese|Kinshasa|-4.32,15.31|16000
CF|Central African Republic|CAR|6.6,20.5|5500|Central African|Bangui|4.39,18.56|900
CG|Republic of the Congo|Congo-Brazzaville,Republic of Congo,Congo Republic,Congo|-0.8,15.2|5900|Congolese|Brazzaville|-4.27,15.28|2500
CH|Switzerland||46.8,8.2|8700|Swiss|Bern/Berne|46.95,7.45|135
CI|Ivory Coast|Côte d'Ivoire|7.6,-5.5|28000|Ivorian|Yamoussoukro|6.82,-5.28|350
CK|Cook Islands||-21.24,-159.78|15|Cook Islander|Avarua|-21.21,-159.78|5
CL|Chile||-35.7,-71.5|19500|Chilean|Santiago/Santiago de Chile|-33.45,-70.67|6900
CM|Cameroon|Cameroun|5.7,12.7|27900|Cameroonian|Yaoundé|3.87,11.52|4300
CN|China|People's Republic of China,PRC,Mainland China|35.9,104.2|1412000|Chinese|Beijing/Peking|39.9,116.4|21500
CO|Colombia||3.9,-73.1|51900|Colombian|Bogotá|4.71,-74.07|11000
CR|Costa Rica||9.97,-84.2|5200|Costa Rican|San José|9.93,-84.08|1400
CU|Cuba||21.6,-79|11200|Cuban|Havana/La Habana|23.11,-82.37|2100
CV|Cape Verde|Cabo Verde|15.1,-23.6|590|Cape Verdean|Praia|14.93,-23.51|160
CW|Curaçao||12.17,-68.98|150|Curaçaoan|Willemstad|12.11,-68.93|135
CX|Christmas Island||-10.49,105.63|2||Flying Fish Cove|-10.42,105.68|1
CY|Cyprus||35.1,33.2|1250|Cypriot|Nicosia/Lefkosia|35.17,33.36|330
CZ|Czech Republic|Czechia|49.8,15.3|10500|Czech|Prague/Praha|50.09,14.42|1300
DE|Germany|Federal Republic of Germany,West Germany,East Germany|51.2,10.4|84000|German|Berlin|52.52,13.4|3700
DJ|Djibouti||11.75,42.6|1120|Djiboutian|Djibouti City/Djibouti Ville|11.59,43.15|600
DK|Denmark||56,10|5900|Danish,Dane|Copenhagen/København|55.68,12.57|1370
DM|Dominica||15.43,-61.36|72||Roseau|15.3,-61.39|15
DO|Dominican Republic||18.8,-70.3|11200|Dominican|Santo Domingo|18.49,-69.93|3500
DZ|Algeria||28.2,2.6|45000|Algerian|Algiers/Alger|36.75,3.06|2900
EC|Ecuador||-1.5,-78.4|18000|Ecuadorian,Ecuadorean|Quito|-0.18,-78.47|1900
EE|Estonia||58.7,25.5|1350|Estonian|Tallinn|59.44,24.75|450
EG|Egypt||26.6,29.8|111000|Egyptian|Cairo/Al-Qahira|30.04,31.24|22000
EH|Western Sahara||24.5,-13.7|580|Sahrawi|Laayoune/El Aaiún|27.15,-13.2|220
ER|Eritrea||15.4,38.8|3700|Eritrean|Asmara|15.32,38.93|960
ES|Spain||40.2,-3.6|48000|Spanish,Spaniard|Madrid|40.42,-3.7|6700
ET|Ethiopia||8.6,39.6|123000|Ethiopian|Addis Ababa|9.03,38.74|5400
FI|Finland||64.5,26.3|5550|Finnish,Finn|Helsinki|60.17,24.94|1300
FJ|Fiji||-17.8,178|930|Fijian|Suva|-18.14,178.44|95
FK|Falkland Islands|Falklands,Malvinas|-51.8,-59.5|3|Falkland Islander|Stanley/Port Stanley|-51.69,-57.86|2
FM|Micronesia|Federated States of Micronesia|6.9,158.2|114|Micronesian|Palikir|6.92,158.16|5
FO|Faroe Islands|Faroes|62,-6.9|54|Faroese|Tórshavn|62.01,-6.77|14
FR|France|French Republic|46.6,2.5|68000|French,Frenchman,Frenchwoman,Frenchmen|Paris|48.86,2.35|11100
GA|Gabon||-0.6,11.7|2400|Gabonese|Libreville|0.39,9.45|870
GB|United Kingdom|UK,U.K.,Great Britain,Britain,GB|54,-2.5|67500|British,Briton,Brit|London|51.51,-0.13|9500
GD|Grenada||12.12,-61.68|125|Grenadian|St George's|12.05,-61.75|34
GE|Georgia|Republic of Georgia|42.2,43.5|3700|Georgian|Tbilisi|41.69,44.8|1200
GF|French Guiana|French Guyana|4,-53.1|300|French Guianese|Cayenne|4.92,-52.31|65
GG|Guernsey||49.45,-2.58|64||St Peter Port|49.46,-2.54|19
GH|Ghana||7.9,-1.2|33500|Ghanaian|Accra|5.6,-0.19|2600
GI|Gibraltar||36.14,-5.35|33|Gibraltarian|||
GL|Greenland||72,-41|57|Greenlandic,Greenlander|Nuuk|64.18,-51.72|19
GM|Gambia||13.45,-15.4|2700|Gambian|Banjul|13.45,-16.58|31
GN|Guinea|Guinea-Conakry|10.4,-10.9|13900|Guinean|Conakry|9.54,-13.68|2000
GP|Guadeloupe||16.2,-61.55|395|Guadeloupean|Basse-Terre|16,-61.73|10
GQ|Equatorial Guinea||1.6,10.3|1700|Equatoguinean|Malabo|3.75,8.78|300
GR|Greece|Hellenic Republic|39,22.9|10400|Greek|Athens/Athina|37.98,23.73|3150
GS|South Georgia|South Georgia and the South Sandwich Islands|-54.4,-36.6|0||||
GT|Guatemala||15.7,-90.3|17400|Guatemalan|Guatemala City|14.63,-90.51|3000
GU|Guam||13.44,144.77|170|Guamanian|Hagåtña|13.48,144.75|1
GW|Guinea-Bissau||12,-14.9|2100|Bissau-Guinean|Bissau|11.86,-15.6|490
GY|Guyana||4.8,-58.9|810|Guyanese|Georgetown|6.8,-58.16|235
HK|Hong Kong||22.32,114.17|7400|Hongkonger,Hong Konger|||
HN|Honduras||14.8,-86.6|10400|Honduran|Tegucigalpa|14.07,-87.19|1400
HR|Croatia||45.1,15.5|3900|Croatian,Croat|Zagreb|45.81,15.98|770
HT|Haiti||18.9,-72.7|11600|Haitian|Port-au-Prince|18.54,-72.34|2900
HU|Hungary||47.2,19.4|9600|Hungarian|Budapest|47.5,19.04|1750
ID|Indonesia||-2.5,117.5|275000|Indonesian|Jakarta|-6.2,106.82|11000
IE|Ireland|Republic of Ireland,Irish Republic,Eire|53.2,-8.1|5100|Irish,Irishman,Irishwoman|Dublin|53.35,-6.26|1270
IL|Israel||31.4,35|9600|Israeli|Jerusalem|31.78,35.22|970
IM|Isle of Man||54.23,-4.55|84|Manx|||
IN|India||22.9,79.6|1417000|Indian|New Delhi|28.61,77.21|400
IQ|Iraq||33.1,43.8|44500|Iraqi|Baghdad|33.31,44.37|7700
IR|Iran|Islamic Republic of Iran,Persia|32.6,54.3|88500|Iranian,Persian|Tehran/Teheran|35.69,51.39|9300
IS|Iceland||64.9,-18.6|380|Icelandic,Icelander|Reykjavik|64.15,-21.94|140
IT|Italy||42.8,12.6|59000|Italian|Rome/Roma|41.9,12.5|2800
JE|Jersey|Bailiwick of Jersey|49.21,-2.13|104||St Helier|49.18,-2.1|36
JM|Jamaica||18.1,-77.3|2830|Jamaican|Kingston|17.97,-76.79|1200
JO|Jordan|Hashemite Kingdom of Jordan|31.3,36.8|11300|Jordanian|Amman|31.95,35.93|4000
JP|Japan||36.6,138|125000|Japanese|Tokyo|35.68,139.69|14000
KE|Kenya||0.2,37.9|54000|Kenyan|Nairobi|-1.29,36.82|4800
KG|Kyrgyzstan|Kirghizia,Kyrgyz Republic|41.5,74.6|6900|Kyrgyz,Kyrgyzstani,Kirghiz|Bishkek|42.87,74.59|1100
KH|Cambodia|Kampuchea|12.6,104.9|16800|Cambodian,Khmer|Phnom Penh|11.56,104.92|2200
KI|Kiribati||1.45,173|131|I-Kiribati|South Tarawa/Tarawa|1.33,172.98|63
KM|Comoros||-11.9,43.9|840|Comorian|Moroni|-11.7,43.26|110
KN|Saint Kitts and Nevis|St Kitts and Nevis,St Kitts|17.3,-62.73|48|Kittitian,Nevisian|Basseterre|17.3,-62.72|13
KP|North Korea|DPRK,Democratic People's Republic of Korea|40.3,127.2|26000|North Korean|Pyongyang|39.03,125.75|3200
KR|South Korea|Republic of Korea,ROK,Korea|36.4,127.9|51700|South Korean,Korean|Seoul|37.57,126.98|9600
KW|Kuwait||29.3,47.6|4300|Kuwaiti|Kuwait City|29.38,47.98|3100
KY|Cayman Islands||19.31,-81.25|68|Caymanian|George Town|19.29,-81.37|35
KZ|Kazakhstan||48.2,67.3|19600|Kazakh,Kazakhstani|Astana/Nur-Sultan|51.17,71.43|1300
`;
