/**
 * The event codes of Australia (AUeventLIST 1.0): what each kind of event is called. A group stands before the colon, with the
 * code of the group as a whole, where there is one; then the events in it, each code with its name.
 */
const list = `
Administration admin
Air Quality airQuality
Animal Health animalHealth: animalDiseas Animal Disease, animalFeed Animal Feed, animalPest Animal Pest, aqAnimalDiseas Aquatic Animal Disease, aqAnimalPest Aquatic Animal Pest, animalWelfar Animal Welfare, marineDiseas Marine Disease, marinePest Marine Pest, aQuarantine Animal Quarantine, sheepWarning Sheep Grazier Warning
Animals -: animalAttack Animal Attack, animalDanger Dangerous Animal, plague Plague
Aviation aviation: aircraftCrsh Aircraft Crash, aircraft Aircraft Incident, airportClos Airport Closure, airspaceClos Airspace Closure, avLightning Airport Lightning Threat, avThunder Airport Thunder Threat, aviationSec Aviation Security, fallObject Falling Object, notam Notice To Airmen, spaceDebris Satellite / Space Re-entry debris
Civil civil: bldgCollapse Building Collapse, civilEmerg Civil Emergency, demonstratin Demonstration, civilEvent Public Event, volunteer Volunteer Request
Criminal Activity crime: cyberCrime Cyber Crime, dangerPerson Dangerous Person, terrorism Terrorism
Fire fire: bushFire Bushfire, fireBan Fire Ban, fireDangrLvl Fire Danger Level, forestFire Forest Fire, fireWeather Fire Weather, grassFire Grass Fire, industryFire Industrial Fire, smoke Smoke Alert, structurFire Structure Fire, TotalFireBan Total Fire Ban
Flood flood: damFailure Dam Failure, flashFlood Flash Flood, highWater High Water Level, kingTide King Tide, leveeFailure Levee Failure, stormSurge Storm Surge, riverineflod Riverine Flood
Geological geologicalHaz: avalanche Avalanche, earthquake Earthquake, karst Karst Hazard, lahar Lahar, landslide Landslide, lavaFlow Lava Flow, magnetcStorm Magnetic Storm, meteor Meteorite, pyroclasFlow Pyroclastic Flow, pyroclaSurge Pyroclastic Surge, tsunami Tsunami, volcanicAsh Volcanic Ash Cloud, volcano Volcano
Hazardous Materials hazmat: asbestos Asbestos, biological Biological Hazard, chemical Chemical Hazard, explosive Explosive Hazard, pollution Major Pollution, radiological Radiological Hazard, toxicPlume Toxic Plume
Health health: ambulance Ambulance, bloodSupply Blood Supply, communicable Communicable Disease, drinkingWate Drinking Water, drugSafety Drug Safety, drugSupply Drug Supply, foodSafety Food Safety, foodSupply Food Supply, hospital Hospital, hQuarantine Human Quarantine, zoonoticDis Zoonotic Disease
Marine marine: freezngSpray Freezing Spray, galeWind Gale Wind, HurricFrcWnd Hurricane Force Wind, iceberg Iceberg, largeSurf Large Coastal Surf, largeSwell Large Swell Waves, maritimeSec Maritime / Marine Security, nautical Nautical Incident, oilSpill Oil Spill, squall Squall, stormFrcWind Storm Force Wind, strongWind Strong Wind, waterspout Waterspout
Missing Person missingPer: missingVPer Missing Vulnerable Person
Other Non-Urgent Alerts other
Other Urgent Alerts otherUrgent
Plant Health plant: plantInfect Plant Infectious Disease, plantPest Plant Pest, pQuarantine Plant Quarantine
Preparedness Reminders -: reminder Emergency Preparedness Reminder
Product Safety product
Public Services publicServic: facilityClos Facility Closure, facilityLock Facility Lockdown, facility Service or Facility, transit Transit
Railway railway: railIncident Railway Incident, railCrash Train / Rail Crash
Rescue rescue: distressBcon Distress Beacon
Roadway road: bridgClose Bridge Closure, bridgCollaps Bridge Collapse, roadHazard Hazardous Road Conditions, roadCrash Motor Vehicle Accident, roadClose Roadway Closure, roadDelay Roadway Delay, roadIncident Roadway Incident, roadUsage Roadway Usage Condition, traffic Traffic Report
Search search: waterSearch Over Water Search, landSearch Over Land Search, airSearch Air Search
Storm storm: blizzard Blizzard, dustStorm Dust Storm, hail Hail, rainfall Rainfall, snowfall Snowfall, thunderstorm Thunderstorm, tornado Tornado, tropCyclone Tropical Cyclone, weather Weather
Temperature temperature: extremeHeat Extreme Heat, exposure Exposure, frost Frost, windChill Wind Chill
Test Message testMessage
Utility utility: cable Cable Service, comunication Communications Service, diesel Diesel Supply, electric Electricity Supply, heatingOil Heating Oil Supply, internet Internet Service, landlines Landline Service, Mobiles Mobile Service, naturalGas Natural Gas Supply, petrol Petrol Supply, pipeRupture Pipeline Rupture, satellite Satellite Service, sewer Sewer System, telephone Telephone Service, tripleZero Triple Zero, waste Waste Management, water Water Supply
Wind wind: windChange Wind Change
Water quality water: blueGrnAlgae Blue Green Algae
`;

/** The names that an event of this code may have, by code: its own and that of its group. */
export const eventNames: ReadonlyMap<string, readonly string[]> = namesByCode();

function namesByCode(): Map<string, readonly string[]> {
  const byCode = new Map<string, readonly string[]>();
  const add = (code: string, names: readonly string[]): void => {
    byCode.set(code, [...(byCode.get(code) ?? []), ...names]);
  };
  for (const line of list.trim().split('\n')) {
    const [head = '', events] = line.split(': ');
    const space = head.lastIndexOf(' ');
    const [group, code] = [head.slice(0, space), head.slice(space + 1)];
    if (code !== '-') add(code, [group]);
    for (const event of events?.split(', ') ?? []) {
      const [own = ''] = event.split(' ', 1);
      add(own, [event.slice(own.length + 1), group]);
    }
  }
  return byCode;
}
