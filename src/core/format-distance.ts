import { cached, supportedLanguage } from './format.ts';

/** "850 m", "3.4 km". */
export function formatDistance(metres: number, chain: readonly string[]): string {
  const language = supportedLanguage(chain);
  const [value, unit, digits] = metres < 995 ? [Math.round(metres / 10) * 10, 'meter', 0] as const : [metres / 1_000, 'kilometer', metres < 10_000 ? 1 : 0] as const;
  const format = cached(`${unit} ${language} ${digits}`, () => new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }));
  return format.format(value);
}
