/** Where something is. */
import { filled } from '../values.ts';
import type { WirePlace } from './wire.ts';

interface Address { street?: string | undefined; postalCode?: string | undefined; city?: string | undefined; country?: string | undefined }

/** Without an id all other fields are fillers. */
const isPlace = (place: WirePlace): place is NonNullable<WirePlace> => place !== undefined && place.id !== null;

export const placeName = (place: WirePlace): string | undefined => (isPlace(place) ? filled(place.name) : undefined);

export function addressOf(place: WirePlace): Address | undefined {
  if (!isPlace(place)) return undefined;
  const address = { street: filled(place.address), postalCode: filled(place.postcode), city: filled(place.town), country: filled(place.country) };
  return Object.values(address).some(Boolean) ? address : undefined;
}

/** @param report called with the field and a sentence where there is no such place */
export function geoOf(place: WirePlace, report: (field: string, reason: string) => void): { latitude: number; longitude: number } | undefined {
  const { latitude, longitude } = isPlace(place) ? place : {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (onEarth && (latitude || longitude)) return { latitude, longitude };
  report('location', `No such place: latitude ${latitude}, longitude ${longitude}`);
  return undefined;
}
