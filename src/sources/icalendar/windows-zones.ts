/** The zones of Windows, as Outlook and Exchange name them, as IANA zones: the default (territory 001) of CLDR's windowsZones. */

/** By the first part of the IANA name: what Windows says before "Standard Time", and the rest of the name. */
const AREAS: Readonly<Record<string, string>> = {
  Africa: `Sao Tome=Sao_Tome;Morocco=Casablanca;W. Central Africa=Lagos;Egypt=Cairo;South Africa=Johannesburg;South Sudan=Juba;Sudan=Khartoum;
Libya=Tripoli;Namibia=Windhoek;E. Africa=Nairobi`,
  America: `Aleutian=Adak;Alaskan=Anchorage;Pacific (Mexico)=Tijuana;Pacific=Los_Angeles;US Mountain=Phoenix;Mountain (Mexico)=Mazatlan;
Mountain=Denver;Yukon=Whitehorse;Central America=Guatemala;Central=Chicago;Central (Mexico)=Mexico_City;Canada Central=Regina;
SA Pacific=Bogota;Eastern (Mexico)=Cancun;Eastern=New_York;Haiti=Port-au-Prince;Cuba=Havana;US Eastern=Indianapolis;
Turks And Caicos=Grand_Turk;Paraguay=Asuncion;Atlantic=Halifax;Venezuela=Caracas;Central Brazilian=Cuiaba;SA Western=La_Paz;
Pacific SA=Santiago;Newfoundland=St_Johns;Tocantins=Araguaina;E. South America=Sao_Paulo;SA Eastern=Cayenne;Argentina=Buenos_Aires;
Greenland=Godthab;Montevideo=Montevideo;Magallanes=Punta_Arenas;Saint Pierre=Miquelon;Bahia=Bahia`,
  Asia: `Jordan=Amman;Middle East=Beirut;Syria=Damascus;West Bank=Hebron;Israel=Jerusalem;Arabic=Baghdad;Arab=Riyadh;Iran=Tehran;
Arabian=Dubai;Azerbaijan=Baku;Georgian=Tbilisi;Caucasus=Yerevan;Afghanistan=Kabul;West Asia=Tashkent;Ekaterinburg=Yekaterinburg;
Pakistan=Karachi;Qyzylorda=Qyzylorda;India=Calcutta;Sri Lanka=Colombo;Nepal=Katmandu;Central Asia=Bishkek;Bangladesh=Dhaka;
Omsk=Omsk;Myanmar=Rangoon;SE Asia=Bangkok;Altai=Barnaul;W. Mongolia=Hovd;North Asia=Krasnoyarsk;N. Central Asia=Novosibirsk;
Tomsk=Tomsk;China=Shanghai;North Asia East=Irkutsk;Singapore=Singapore;Taipei=Taipei;Ulaanbaatar=Ulaanbaatar;Transbaikal=Chita;
Tokyo=Tokyo;North Korea=Pyongyang;Korea=Seoul;Yakutsk=Yakutsk;Vladivostok=Vladivostok;Russia Time Zone 10=Srednekolymsk;
Magadan=Magadan;Sakhalin=Sakhalin;Russia Time Zone 11=Kamchatka;Kamchatka=Kamchatka`,
  Atlantic: `Azores=Azores;Cape Verde=Cape_Verde;Greenwich=Reykjavik`,
  Australia: `W. Australia=Perth;Aus Central W.=Eucla;Cen. Australia=Adelaide;AUS Central=Darwin;E. Australia=Brisbane;AUS Eastern=Sydney;
Tasmania=Hobart;Lord Howe=Lord_Howe`,
  Etc: `Dateline=GMT+12;UTC-11=GMT+11;UTC-09=GMT+9;UTC-08=GMT+8;UTC-02=GMT+2;UTC=UTC;UTC+12=GMT-12;UTC+13=GMT-13;Mid-Atlantic=GMT+2`,
  Europe: `GMT=London;W. Europe=Berlin;Central Europe=Budapest;Romance=Paris;Central European=Warsaw;GTB=Bucharest;E. Europe=Chisinau;
FLE=Kiev;Kaliningrad=Kaliningrad;Turkey=Istanbul;Belarus=Minsk;Russian=Moscow;Astrakhan=Astrakhan;Russia Time Zone 3=Samara;
Saratov=Saratov;Volgograd=Volgograd`,
  Indian: `Mauritius=Mauritius`,
  Pacific: `Hawaiian=Honolulu;Marquesas=Marquesas;Easter Island=Easter;West Pacific=Port_Moresby;Bougainville=Bougainville;Norfolk=Norfolk;
Central Pacific=Guadalcanal;New Zealand=Auckland;Fiji=Fiji;Chatham Islands=Chatham;Tonga=Tongatapu;Samoa=Apia;
Line Islands=Kiritimati`,
};

const zones = new Map(Object.entries(AREAS).flatMap(([area, list]) => list.split(/;\n?/).map((entry) => {
  const [name = '', place = ''] = entry.split('=');
  return [name.toLowerCase(), `${area}/${place}`] as const;
})));

/** @param name such as `W. Europe Standard Time`; Outlook numbers its copies (`W. Europe Standard Time 1`) */
export const windowsZone = (name: string): string | undefined =>
  zones.get(name.toLowerCase().replace(/ (?:standard|daylight|summer) time(.*?)(?: \d+)?$/, '$1'));
