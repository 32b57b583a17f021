/** A gentle question before a mail goes to nobody. */

/** Providers that newcomers and their families use, the most frequent first. */
const ASKED = (
  'gmail.com gmx.de web.de t-online.de hotmail.com yahoo.com outlook.com icloud.com gmx.net freenet.de outlook.de hotmail.de yahoo.de ' +
  'googlemail.com live.com live.de aol.com gmx.at gmx.ch mail.de posteo.de proton.me ukr.net'
).split(' ');

/** Others that exist and look like a slip. */
const KNOWN = [...ASKED, 'mail.com', 'email.com', 'ymail.com', 'cloud.com'];

/**
 * @param email has an @
 * @returns the address with the provider that is probably meant; undefined: no reason to ask
 */
export function likelyAddress(email: string): string | undefined {
  const at = email.lastIndexOf('@') + 1;
  const domain = email.slice(at).toLowerCase();
  if (KNOWN.includes(domain)) return undefined;
  const meant = ASKED.find((provider) => isSlip(domain, provider));
  return meant && email.slice(0, at) + meant;
}

/** One letter wrong, missing or too many, or two neighbours swapped; of short names, which have real neighbours, only what is nobody's. */
function isSlip(typed: string, provider: string): boolean {
  let at = 0;
  while (typed[at] === provider[at]) at++;
  const same = (skipped: number, meant: number): boolean => typed.slice(at + skipped) === provider.slice(at + meant);
  const swapped = typed[at] === provider[at + 1] && typed[at + 1] === provider[at] && same(2, 2);
  if (!swapped && !same(1, 1) && !same(0, 1) && !same(1, 0)) return false;
  const dot = provider.indexOf('.');
  const ending = typed.slice(dot + 1);
  // Two letters may be a country, where the provider is as well, or somebody else; Gmail is not. With d there are de, dj, dk, dm, do and dz.
  return swapped || (at > dot ? ending.length !== 2 || /^d[^ejkmoz]/.test(ending) || provider === 'gmail.com' : dot > 4 || !typed.includes('.'));
}
