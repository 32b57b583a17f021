/**
 * Zones by name. What a VTIMEZONE says of its rules is not read: it is missing, wrong or out of date too often, and the
 * device knows the rules of every zone that has a name.
 */
import type { Calendar, Component } from './components.ts';
import type { Report } from '../report.ts';
import { windowsZone } from './windows-zones.ts';

/** Times in UTC have this zone. */
export const UTC = 'UTC';

const MANY_LETTERS = 200;

const known = new Map<string, boolean>();

/** Offsets such as `+01:00` are left out, because some browsers take them for zones and others do not. */
function isZone(name: string): boolean {
  let is = known.get(name);
  if (is === undefined) {
    try {
      is = /^[a-z]/i.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      is = false;
    }
    known.set(name, is);
  }
  return is;
}

/** The longest end that is a zone: of `/freeassociation.sourceforge.net/Europe/Berlin` the last two parts. */
function suffix(name: string): string | undefined {
  const parts = name.split('/');
  return parts.map((_part, index) => parts.slice(index).join('/')).find(isZone);
}

/** Outlook's names for people: `(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien`. All of them have the same time. */
function cities(name: string, site: string): string | undefined {
  const [, list = ''] = /^\((?:UTC|GMT)[^)]*\)(.*)$/.exec(name) ?? [];
  const zones = list.split(/[,/]/).map((city) => `Europe/${city.trim()}`).filter(isZone);
  return zones.includes(site) ? site : zones[0];
}

/**
 * @param raw a TZID, or the value of X-WR-TIMEZONE or X-LIC-LOCATION
 * @param site zone of the site
 * @returns an IANA zone this device knows (`UTC` for all names of it), or undefined
 */
export function zoneNamed(raw: string, site: string): string | undefined {
  const name = raw.replace(/["\\]/g, '').trim();
  if (name.length > MANY_LETTERS) return undefined;
  const zone = suffix(name) ?? windowsZone(name) ?? cities(name, site);
  return zone && /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/i.test(zone) ? UTC : zone;
}

/** The zones of one calendar. What has no zone the device knows is told in that of the site, and named once. */
export class CalendarZones {
  /** Of times without a zone. */
  readonly floating: string;
  readonly #byId = new Map<string, string>();
  readonly #site: string;
  readonly #report: Report;

  constructor({ properties, zones }: Calendar, site: string, report: Report) {
    this.#site = site;
    this.#report = report;
    const value = (component: Component, name: string): string => component.properties.get(name)?.[0]?.values[0]?.trim() ?? '';
    for (const zone of zones) {
      const [id, location] = [value(zone, 'tzid'), value(zone, 'x-lic-location')];
      const found = zoneNamed(id, site) ?? zoneNamed(location, site);
      if (found) this.#byId.set(id, found);
    }
    const own = value(properties, 'x-wr-timezone');
    this.floating = own ? this.of(own) : site;
  }

  /** @param id of a TZID parameter; missing or empty for a floating time */
  of(id: string | undefined): string {
    if (!id) return this.floating;
    const found = this.#byId.get(id) ?? zoneNamed(id, this.#site);
    if (!found) this.#report('TZID', `The time zone ${JSON.stringify(id.slice(0, 80))} is not known; its times are read as ${this.#site}`);
    const zone = found ?? this.#site;
    this.#byId.set(id, zone);
    return zone;
  }
}
