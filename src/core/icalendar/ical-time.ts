import { writeEventTime, type WallTime } from '../../model/wall-time.ts';

/** RFC 5545 3.3.4 and 3.3.5: `20261204` or `20261204T170000`. */
export const basicTime = (wall: WallTime, allDay = false): string => writeEventTime(wall, allDay).replace(/T\d\d:\d\d$/, '$&:00').replace(/[-:]/g, '');

/** `20261204T160000Z`. @param instant epoch ms */
export const instantTime = (instant: number): string => `${basicTime(instant)}Z`;
