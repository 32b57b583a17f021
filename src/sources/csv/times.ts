/** Times of day as people write them. */

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})? ?(?:uhr|h|([ap])\.?m\.?)?$/i;

/** @returns `HH:MM`, up to `24:00`, for `17`, `17:00`, `17.30 Uhr`, `17:00:00`, `5 pm`; undefined for what is no time */
export function clockOf(raw: string): string | undefined {
  const [whole, hours, minutes = '00', half] = CLOCK.exec(raw.trim()) ?? [];
  if (whole === undefined) return undefined;
  const hour = half ? Number(hours) % 12 + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const clock = `${String(hour).padStart(2, '0')}:${minutes}`;
  return clock <= '24:00' && minutes < '60' ? clock : undefined;
}
