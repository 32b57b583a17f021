/**
 * Months and days of the week in languages that Chromium has no date data for. Facts from CLDR, of the Gregorian calendar, which
 * German offices go by. Fetched by `date-names.ts` where it is needed; engines with data of their own write the day themselves.
 */
import { cached, supportedLanguage } from './format.ts';
import { htmlLang } from './i18n/languages.ts';
import { weekday as weekdayOf } from '../model/day-arithmetic.ts';

interface Names {
  /** January to December, as they stand after a day. */
  readonly months: string;
  /** Monday to Sunday. */
  readonly weekdays: string;
  readonly short: string;
  /** Between the day of the week and the date; `, ` where missing. */
  readonly comma?: string;
  /** What ties the day to its month and the month to its year; nothing where missing. */
  readonly tie?: string;
}

export const NAMES: ReadonlyMap<string, Names> = new Map(Object.entries({
  ti: {
    months: 'ጥሪ ለካቲት መጋቢት ሚያዝያ ጉንበት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ',
    weekdays: 'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት', short: 'ሰኑ ሰሉ ረቡ ሓሙ ዓር ቀዳ ሰን', comma: '፣ ',
  },
  so: {
    months: 'Janaayo Febraayo Maarso Abriil Maayo Juun Luulyo Agosto Sebtembar Oktoobar Noofeembar Diseembar',
    weekdays: 'Isniin Talaado Arbaco Khamiis Jimco Sabti Axad', short: 'Isn Tldo Arbc Khms Jmc Sbti Axd',
  },
  sq: {
    months: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
    weekdays: 'e_hënë e_martë e_mërkurë e_enjte e_premte e_shtunë e_diel', short: 'hën mar mër enj pre sht die',
  },
  ku: {
    months: 'rêbendan sibat adar nîsan gulan hezîran tîrmeh tebax îlon cotmeh mijdar berfanbar',
    weekdays: 'duşem sêşem çarşem pêncşem înî şemî yekşem', short: 'dşm sşm çşm pşm înî şem yşm',
  },
  ckb: {
    months: 'کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەمووز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم کانونی_یەکەم',
    weekdays: 'دووشەممە سێشەممە چوارشەممە پێنجشەممە ھەینی شەممە یەکشەممە', short: 'دووشەممە سێشەممە چوارشەممە پێنجشەممە ھەینی شەممە یەکشەممە',
    comma: '، ', tie: 'ی',
  },
  ps: {
    months: 'جنوري فبروري مارچ اپریل مۍ جون جولای اګست سېپتمبر اکتوبر نومبر دسمبر',
    weekdays: 'دونۍ درېنۍ څلرنۍ پينځنۍ جمعه اونۍ يونۍ', short: 'دونۍ درېنۍ څلرنۍ پينځنۍ جمعه اونۍ يونۍ', comma: '، ',
  },
}));

const nth = (names: string, index: number): string => names.split(' ')[index]!.replaceAll('_', ' ');

/** The names of the first language of the chain, if they are here; the engine's own languages come first. */
function namesFor(chain: readonly string[]): Names | undefined {
  const supported = supportedLanguage(chain);
  for (const tag of chain.map(htmlLang)) {
    if (tag === supported) return undefined;
    try {
      const names = NAMES.get(new Intl.Locale(tag).language);
      if (names) return names;
    } catch {
      // No language tag; the next one may be.
    }
  }
  return undefined;
}

/**
 * Weekday, day, month and year, as far as the options ask for them. Digits are those of all other numbers on the page.
 * @param date YYYY-MM-DD
 * @returns undefined where the engine knows the language, or nobody does
 */
export function writeDate(options: Intl.DateTimeFormatOptions, date: string, chain: readonly string[]): string | undefined {
  const names = cached(`names ${chain.join()}`, () => namesFor(chain));
  if (!names) return undefined;
  const { comma = ', ', tie = '' } = names;
  const whole = options.dateStyle !== undefined;
  const digits = cached(`digits of ${supportedLanguage(chain)}`, () => new Intl.NumberFormat(supportedLanguage(chain), { useGrouping: false }));
  const day = (whole || options.day) && `${digits.format(Number(date.slice(8)))}${tie}`;
  const month = (whole || options.month) && nth(names.months, Number(date.slice(5, 7)) - 1);
  const year = (whole || options.year) && digits.format(Number(date.slice(0, 4)));
  const weekday = options.weekday && nth(options.weekday === 'long' ? names.weekdays : names.short, weekdayOf(date));
  const rest = [day, month && year ? `${month}${tie}` : month, year].filter(Boolean).join(' ');
  return [weekday, rest].filter(Boolean).join(comma);
}
