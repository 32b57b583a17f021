/** Moments as events of the model tell them. */
import { writeEventTime, type WallTime } from '../model/wall-time.ts';
import { instantOf } from '../model/zone-offsets.ts';

/**
 * On the wall of the zone; in UTC where the wall would show another moment: in the second pass of an autumn hour.
 * @param instant epoch ms
 * @param wall what clocks in the zone show then
 */
export const tellMoment = (instant: number, wall: WallTime, zone: string): string =>
  (instantOf(wall, zone) === instant ? writeEventTime(wall, false) : `${writeEventTime(instant, false)}Z`);
