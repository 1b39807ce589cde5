/**
 * Dari and Arabic names of capitals and towns whose other names are too many, or too unlike, for letters to tell which is whose. From
 * general knowledge. Country|name as GeoNames has it|Dari|Arabic.
 */
const rows = `
AE|Abu Dhabi|ابوظبی|أبوظبي
AF|Baghlān|بغلان|بغلان
AF|Bāmyān|بامیان|باميان
AF|Gardez|گردیز|غرديز
AF|Ghazni|غزنی|غزني
AF|Kandahār|قندهار|قندهار
AF|Khulm|خلم|خلم
AF|Khōst|خوست|خوست
AF|Shibirghān|شبرغان|شبرغان
AR|Buenos Aires|بوئنوس آیرس|بوينس آيرس
CA|Ottawa|اتاوا|أوتاوا
CN|Beijing|پکن|بكين
CO|Bogotá|بوگوتا|بوغوتا
CU|Havana|هاوانا|هافانا
CY|Nicosia|نیکوزیا|نيقوسيا
DZ|Algiers|الجزیره|الجزائر
GB|London|لندن|لندن
GH|Accra|آکرا|أكرا
HK|Hong Kong|هنگ کنگ|هونغ كونغ
IN|New Delhi|دهلی نو|نيودلهي
IR|Tehran|تهران|طهران
JO|Amman|عمان|عمان
JP|Tokyo|توکیو|طوكيو
LV|Riga|ریگا|ريغا
LY|Tripoli|طرابلس|طرابلس
MA|Rabat|رباط|الرباط
NG|Abuja|ابوجا|أبوجا
NL|Amsterdam|آمستردام|أمستردام
NO|Oslo|اسلو|أوسلو
PK|Islamabad|اسلام‌آباد|إسلام آباد
PL|Warsaw|ورشو|وارسو
PT|Lisbon|لیسبون|لشبونة
SA|Mecca|مکه|مكة
SA|Riyadh|ریاض|الرياض
SD|Khartoum|خارطوم|الخرطوم
TD|N'Djamena|انجامنا|نجامينا
TM|Ashgabat|عشق‌آباد|عشق آباد
TW|Taipei|تایپه|تايبيه
US|Washington|واشنگتن|واشنطن
VN|Hanoi|هانوی|هانوي
`;

/** By `AF Ghazni`. */
export const knownNames: ReadonlyMap<string, { readonly fa: string; readonly ar: string }> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [country = '', name = '', fa = '', ar = ''] = row.split('|');
      return [`${country} ${name}`, { fa, ar }];
    }),
);
