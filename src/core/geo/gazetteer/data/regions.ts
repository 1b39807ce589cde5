/**
 * Regions without borders of their own: their point is a convention and nothing is matched by it. From general knowledge.
 * id|name|other names|lat,lon|country, when it is one.
 */
export const regions = `
khorasan|Khorasan|Khurasan,Greater Khorasan|35.5,62|
central-asia|Central Asia||42,66|
middle-east|Middle East|Mideast,Near East|30,43|
south-asia|South Asia|Indian subcontinent,Southern Asia|23,77|
southeast-asia|Southeast Asia|South-East Asia,South East Asia|8,110|
east-asia|East Asia|Far East|36,115|
asia|Asia||35,90|
asia-pacific|Asia-Pacific|Asia Pacific,Indo-Pacific,Pacific region|10,130|
africa|Africa|African continent|5,20|
north-africa|North Africa|Northern Africa,Maghreb|29,10|
west-africa|West Africa|Western Africa|11,-4|
east-africa|East Africa|Eastern Africa|0,37|
central-africa|Central Africa||2,18|
southern-africa|Southern Africa||-22,24|
sub-saharan-africa|Sub-Saharan Africa|sub-Saharan Africa|0,22|
horn-of-africa|Horn of Africa||8,45|
sahel|Sahel||15,5|
sahara|Sahara|Sahara Desert|24,10|
europe|Europe|European continent|50,12|
eastern-europe|Eastern Europe|East Europe,Central Europe|50,25|
western-europe|Western Europe|West Europe|48,5|
northern-europe|Northern Europe|Scandinavia,Nordic countries,Nordics|62,15|
southern-europe|Southern Europe||41,14|
balkans|Balkans|Western Balkans,Balkan Peninsula|43,21|
baltics|Baltic states|Baltics|57,25|
caucasus|Caucasus|North Caucasus,South Caucasus|42.5,45|
north-america|North America||45,-100|
latin-america|Latin America||-10,-65|
south-america|South America||-15,-60|
central-america|Central America||14,-87|
caribbean|Caribbean|West Indies|18,-73|
oceania|Oceania|Australasia|-20,145|
arctic|Arctic|Arctic Circle|75,0|
persian-gulf|Persian Gulf|Arabian Gulf,Gulf region|26.5,51.5|
arabian-peninsula|Arabian Peninsula|Arabia|23,46|
levant|Levant||34,37|
kashmir|Kashmir|Kashmir Valley,Kashmir valley|34.2,76|
kurdistan|Kurdistan|Iraqi Kurdish region|36.5,43.5|
amazon|Amazon rainforest|Amazon basin,Amazonia,Amazon jungle|-4,-62|
andes|Andes||-20,-68|
himalaya|Himalayas|Himalaya|28.5,84|
hindu-kush|Hindu Kush||35.5,70.5|
alps|Alps||46.5,9.5|
mediterranean|Mediterranean|Mediterranean Sea|35,18|
red-sea|Red Sea||20,38.5|
black-sea|Black Sea||43.3,34.5|
baltic-sea|Baltic Sea||58,20|
north-sea|North Sea||56,3|
caspian-sea|Caspian Sea||42,50.5|
arabian-sea|Arabian Sea||15,65|
gulf-of-aden|Gulf of Aden||12,48|
gulf-of-mexico|Gulf of Mexico||25.5,-90|
gulf-of-guinea|Gulf of Guinea||2,3|
south-china-sea|South China Sea||13,114|
east-china-sea|East China Sea||29,125|
sea-of-japan|Sea of Japan||40,135|
bay-of-bengal|Bay of Bengal||15,88|
strait-of-hormuz|Strait of Hormuz|Hormuz Strait|26.6,56.5|
bab-el-mandeb|Bab el-Mandeb|Bab al-Mandab|12.6,43.3|
suez-canal|Suez Canal||30.5,32.35|EG
panama-canal|Panama Canal||9.1,-79.7|PA
taiwan-strait|Taiwan Strait|Strait of Taiwan|24.8,119.9|
english-channel|English Channel||50.2,-0.5|
atlantic|Atlantic Ocean|Atlantic,North Atlantic,South Atlantic|25,-40|
pacific|Pacific Ocean|Pacific,South Pacific,North Pacific|0,-160|
indian-ocean|Indian Ocean||-20,80|
korean-peninsula|Korean Peninsula|Korean peninsula|38,127|
indochina|Indochina||16,105|
donbas|Donbas|Donbass|48.3,38.2|UA
new-england|New England||43.9,-71.5|US
midwest|Midwest|American Midwest|41.5,-93|US
west-coast|West Coast||40,-122|US
east-coast|East Coast|Eastern Seaboard|38,-76|US
gulf-coast|Gulf Coast||29.8,-90|US
silicon-valley|Silicon Valley||37.4,-122.1|US
helmand-valley|Helmand Valley||31.6,64.4|AF
afpak-border|Durand Line|Afghanistan-Pakistan border,Afghan-Pakistan border,Pakistan-Afghanistan border|33.5,70|
`;
