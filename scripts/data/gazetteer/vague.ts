/**
 * Regions that have no border: parts of Afghanistan that notices name, and Khorasan. They are found by name and marked fuzzy; nobody is
 * matched by them. Each says where its meaning is from. Points are conventions: the middle of the provinces named.
 * id|name|other names|lat,lon|country, when it is one|source
 */
export const vague = `
khorasan|Khorasan|Khurasan;Greater Khorasan;خراسان;خراسان بزرگ;Хорасан|35.5,62||Encyclopædia Iranica, “Khorasan”: a historical region of north-eastern Iran, parts of Afghanistan and of Central Asia; its limits changed
af-northeast|Northeast Afghanistan|Northeastern Afghanistan;North-east Afghanistan;North-eastern Afghanistan;شمال شرق افغانستان;شمال‌شرق افغانستان|36.6,69.8|AF|The north-eastern region of UNAMA’s reports: Badakhshan, Baghlan, Kunduz, Takhar
af-north|Northern Afghanistan|North Afghanistan;شمال افغانستان|36.2,66.4|AF|The northern region of UNAMA’s reports: Balkh, Faryab, Jowzjan, Samangan, Sar-e Pol
af-west|Western Afghanistan|West Afghanistan;غرب افغانستان|34,63|AF|The western region of UNAMA’s reports: Badghis, Farah, Ghor, Herat
af-south|Southern Afghanistan|South Afghanistan;جنوب افغانستان|31.9,65.4|AF|The southern region of UNAMA’s reports: Helmand, Kandahar, Nimruz, Uruzgan, Zabul
af-southeast|Southeast Afghanistan|Southeastern Afghanistan;South-east Afghanistan;South-eastern Afghanistan;جنوب شرق افغانستان|33.2,69.1|AF|The south-eastern region of UNAMA’s reports: Ghazni, Khost, Paktika, Paktia
af-east|Eastern Afghanistan|East Afghanistan;شرق افغانستان|34.7,70.7|AF|The eastern region of UNAMA’s reports: Kunar, Laghman, Nangarhar, Nuristan
af-central|Central Afghanistan|مرکز افغانستان|34.4,68.9|AF|The central region of UNAMA’s reports: Kabul, Kapisa, Logar, Parwan, Panjshir, Wardak
af-central-highlands|Central Highlands|Hazarajat;Hazaristan;هزارجات;هزاره‌جات|34.2,67|AF|The central highlands of UNAMA’s reports: Bamyan, Daykundi
afpak-border|Durand Line|the border area;Afghanistan-Pakistan border;Afghan-Pakistan border;Pakistan-Afghanistan border;خط دیورند|33.5,70||Encyclopædia Britannica, “Durand Line”: the line of 1893 between Afghanistan and what is now Pakistan; “the border area” is read so where a notice speaks of both
`;
