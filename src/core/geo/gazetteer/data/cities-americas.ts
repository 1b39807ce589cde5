/** Towns of the Americas that news names, beside the capitals. From general knowledge; columns as in afghanistan.ts. */
export const citiesOfTheAmericas = `
US-NY|New York|New York City,NYC|40.71,-74.01|18800
US-NY|Manhattan||40.78,-73.97|1630
US-NY|Brooklyn||40.65,-73.95|2740
US-NY|Bronx||40.85,-73.87|1470
US-NY|Buffalo||42.89,-78.88|280
US-NY|Albany||42.65,-73.76|100
US-CA|Los Angeles|LA,L.A.|34.05,-118.24|12500
US-CA|San Francisco||37.77,-122.42|3300
US-CA|San Diego||32.72,-117.16|3300
US-CA|San Jose||37.34,-121.89|1000
US-CA|Oakland||37.8,-122.27|440
US-CA|Sacramento||38.58,-121.49|520
US-CA|Fresno||36.74,-119.79|540
US-CA|Long Beach||33.77,-118.19|460
US-CA|Hollywood||34.1,-118.33|150
US-CA|Santa Barbara||34.42,-119.7|90
US-CA|Berkeley||37.87,-122.27|120
US-CA|San Bernardino||34.11,-117.29|220
US-IL|Chicago||41.88,-87.63|8900
US-IL|Springfield||39.8,-89.64|115
US-TX|Houston||29.76,-95.37|6300
US-TX|Dallas||32.78,-96.8|5900
US-TX|San Antonio||29.42,-98.49|2000
US-TX|Austin||30.27,-97.74|1900
US-TX|Fort Worth||32.76,-97.33|940
US-TX|El Paso||31.76,-106.49|680
US-TX|Corpus Christi||27.8,-97.4|320
US-TX|Galveston||29.3,-94.8|50
US-TX|Uvalde||29.21,-99.79|15
US-PA|Philadelphia||39.95,-75.17|5700
US-PA|Pittsburgh||40.44,-80|1700
US-AZ|Phoenix||33.45,-112.07|4200
US-AZ|Tucson||32.22,-110.97|880
US-FL|Miami||25.76,-80.19|6100
US-FL|Orlando||28.54,-81.38|1900
US-FL|Tampa||27.95,-82.46|2900
US-FL|Jacksonville||30.33,-81.66|970
US-FL|Fort Lauderdale||26.12,-80.14|180
US-FL|Tallahassee||30.44,-84.28|200
US-FL|Palm Beach|West Palm Beach|26.71,-80.04|120
US-GA|Atlanta||33.75,-84.39|5100
US-GA|Savannah||32.08,-81.09|148
US-MA|Boston||42.36,-71.06|4500
US-MA|Cambridge||42.37,-71.11|118
US-MA|Worcester||42.26,-71.8|206
US-MI|Detroit||42.33,-83.05|3700
US-MI|Flint||43.01,-83.69|81
US-MI|Ann Arbor||42.28,-83.74|123
US-WA|Seattle||47.61,-122.33|3500
US-WA|Spokane||47.66,-117.43|230
US-WA|Tacoma||47.25,-122.44|220
US-MN|Minneapolis||44.98,-93.27|2900
US-MN|St Paul||44.95,-93.09|310
US-CO|Denver||39.74,-104.99|2700
US-CO|Boulder||40.01,-105.27|108
US-CO|Colorado Springs||38.83,-104.82|480
US-MO|St Louis|Saint Louis|38.63,-90.2|2150
US-MO|Kansas City||39.1,-94.58|1700
US-MD|Baltimore||39.29,-76.61|2300
US-MD|Annapolis||38.98,-76.49|40
US-NC|Charlotte||35.23,-80.84|1400
US-NC|Raleigh||35.78,-78.64|1100
US-NC|Durham||35.99,-78.9|283
US-NC|Asheville||35.6,-82.55|94
US-SC|Charleston||32.78,-79.93|150
US-SC|Columbia||34,-81.03|137
US-OR|Portland||45.52,-122.68|2100
US-ME|Portland||43.66,-70.26|68
US-OH|Cleveland||41.5,-81.69|1700
US-OH|Columbus||39.96,-83|1570
US-OH|Cincinnati||39.1,-84.51|1700
US-OH|Toledo||41.65,-83.54|270
US-OH|East Palestine||40.83,-80.54|5
US-IN|Indianapolis||39.77,-86.16|1800
US-TN|Nashville||36.16,-86.78|1300
US-TN|Memphis||35.15,-90.05|1100
US-TN|Knoxville||35.96,-83.92|190
US-KY|Louisville||38.25,-85.76|1100
US-KY|Lexington||38.04,-84.5|320
US-LA|New Orleans||29.95,-90.07|1000
US-LA|Baton Rouge||30.45,-91.19|227
US-NV|Las Vegas||36.17,-115.14|2300
US-NV|Reno||39.53,-119.81|265
US-UT|Salt Lake City||40.76,-111.89|1200
US-OK|Oklahoma City||35.47,-97.52|1000
US-OK|Tulsa||36.15,-95.99|410
US-WI|Milwaukee||43.04,-87.91|1400
US-WI|Madison||43.07,-89.4|270
US-VA|Richmond||37.54,-77.44|1000
US-VA|Norfolk||36.85,-76.29|238
US-VA|Arlington||38.88,-77.1|238
US-VA|Charlottesville||38.03,-78.48|46
US-NJ|Newark||40.74,-74.17|311
US-NJ|Jersey City||40.73,-74.08|290
US-NJ|Princeton||40.36,-74.66|31
US-CT|Hartford||41.77,-72.67|120
US-CT|New Haven||41.31,-72.92|135
US-RI|Providence||41.82,-71.41|190
US-NM|Albuquerque||35.08,-106.65|560
US-NM|Santa Fe||35.69,-105.94|88
US-NE|Omaha||41.26,-95.94|480
US-IA|Des Moines||41.59,-93.62|214
US-KS|Wichita||37.69,-97.34|397
US-AR|Little Rock||34.75,-92.29|202
US-AL|Birmingham||33.52,-86.8|200
US-AL|Montgomery||32.37,-86.3|200
US-MS|Jackson||32.3,-90.18|150
US-AK|Anchorage||61.22,-149.9|290
US-HI|Honolulu||21.31,-157.86|350
US-HI|Lahaina||20.88,-156.68|13
US-ID|Boise||43.62,-116.2|235
US-MT|Billings||45.78,-108.5|117
CA-ON|Toronto||43.65,-79.38|6300
CA-ON|Hamilton||43.26,-79.87|570
CA-ON|London||42.98,-81.25|400
CA-QC|Montreal|Montréal|45.5,-73.57|4200
CA-QC|Quebec City||46.81,-71.21|550
CA-BC|Vancouver||49.28,-123.12|2600
CA-BC|Victoria||48.43,-123.37|92
CA-AB|Calgary||51.05,-114.07|1300
CA-AB|Edmonton||53.55,-113.49|1010
CA-MB|Winnipeg||49.9,-97.14|750
CA-NS|Halifax||44.65,-63.58|440
CA-SK|Regina||50.45,-104.62|226
MX|Guadalajara||20.66,-103.35|5300
MX-NLE|Monterrey||25.69,-100.32|5300
MX|Tijuana||32.51,-117.04|2200
MX-CHH|Ciudad Juárez|Juárez|31.69,-106.42|1500
MX|Puebla||19.04,-98.21|3200
MX-SIN|Culiacán||24.81,-107.39|810
MX-GRO|Acapulco||16.86,-99.88|660
MX-ROO|Cancún||21.16,-86.85|890
MX-TAM|Matamoros||25.87,-97.5|510
MX-TAM|Reynosa||26.09,-98.28|690
MX-TAM|Nuevo Laredo||27.48,-99.51|420
GT|Antigua Guatemala||14.56,-90.73|46
SV|Santa Ana||13.99,-89.56|180
SV|San Miguel||13.48,-88.18|220
HN|San Pedro Sula||15.5,-88.03|800
NI|León||12.44,-86.88|200
NI|Masaya||11.97,-86.09|150
CU|Santiago de Cuba||20.02,-75.83|430
CU|Guantánamo|Guantanamo Bay|20.14,-75.21|210
HT|Cap-Haïtien||19.76,-72.2|190
HT|Les Cayes||18.2,-73.75|86
CO-ANT|Medellín||6.25,-75.57|4000
CO|Cali||3.45,-76.53|2800
CO|Barranquilla||10.98,-74.8|2300
CO|Cartagena||10.4,-75.51|1000
CO|Bucaramanga||7.12,-73.12|1300
CO|Cúcuta||7.89,-72.51|780
VE|Maracaibo||10.63,-71.64|2200
VE|Valencia, Venezuela||10.16,-68|1900
EC|Guayaquil||-2.19,-79.89|3100
PE|Arequipa||-16.41,-71.54|1100
PE|Cusco|Cuzco|-13.52,-71.97|430
PE|Ayacucho||-13.16,-74.22|180
PE|Trujillo||-8.11,-79.03|940
PE|Huancayo||-12.07,-75.21|470
BO|Santa Cruz|Santa Cruz de la Sierra|-17.78,-63.18|1800
BO|Cochabamba||-17.39,-66.16|1300
BO|Sucre||-19.04,-65.26|300
BR|São Paulo||-23.55,-46.63|22400
BR|Rio de Janeiro|Rio|-22.91,-43.17|13600
BR-MG|Belo Horizonte||-19.92,-43.94|6200
BR-BA|Salvador||-12.97,-38.5|3900
BR|Recife||-8.05,-34.88|4200
BR|Fortaleza||-3.73,-38.53|4100
BR-RS|Porto Alegre||-30.03,-51.22|4200
BR-PR|Curitiba||-25.43,-49.27|3700
BR-AM|Manaus||-3.12,-60.02|2300
BR-PA|Belém||-1.46,-48.5|2400
CL|Valparaíso||-33.05,-71.61|970
CL|Concepción||-36.83,-73.05|900
AR|Córdoba||-31.42,-64.18|1600
AR|Rosario||-32.95,-60.66|1500
AR|Mendoza||-32.89,-68.84|1200
`;
