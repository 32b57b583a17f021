import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { likelyAddress } from '../../../../src/widgets/onboarding-newsletter/mail-typo.ts';

/** Domains under which people really have a mailbox, or could be mistaken for one. */
const REAL = (
  'gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.eu gmx.org gmx.info gmx.fr gmx.es gmx.us gmx.li web.de mail.de mail.com email.com ' +
  'email.de ymail.com rocketmail.com t-online.de online.de freenet.de arcor.de vodafone.de kabelmail.de unity-mail.de posteo.de posteo.net mailbox.org tutanota.com ' +
  'tuta.com tuta.io proton.me protonmail.com pm.me icloud.com me.com mac.com cloud.com outlook.com outlook.de outlook.at outlook.fr outlook.es hotmail.com ' +
  'hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.nl hotmail.ca hotmail.co.uk live.com live.de live.at live.nl live.fr live.it live.dk live.co.uk msn.com ' +
  'yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.at yahoo.dk yahoo.se yahoo.in yahoo.ca yahoo.co.uk yahoo.co.in yahoo.com.tr yahoo.com.br aol.com aol.de ' +
  'aim.com ukr.net i.ua meta.ua bigmir.net mail.ru mail.bg abv.bg wp.pl o2.pl onet.pl interia.pl seznam.cz yandex.com mynet.com zoho.com fastmail.com hey.com ' +
  'bluewin.ch libero.it orange.fr free.fr laposte.net a1.net chello.at stadt.example web.com web.dk weg.de wbd.de mein.de'
).split(' ');

const ask = (domain: string): string | undefined => likelyAddress(`Amal.X@${domain}`);
const asks = (slips: Record<string, string>): void => {
  for (const [meant, typed] of Object.entries(slips)) for (const domain of typed.split(' ')) assert.equal(ask(domain), `Amal.X@${meant}`, domain);
};

describe('A likely slip in an address', () => {
  it('is a letter wrong, missing or too many, or two swapped', () => {
    asks({
      'gmail.com': 'gmial.com gmal.com gmai.com gmil.com gmaill.com gnail.com ggmail.com gamil.com',
      'hotmail.com': 'hotmial.com hotmal.com hotmaill.com hormail.com', 'outlook.com': 'outlok.com outloook.com otulook.com', 'yahoo.com': 'yaho.com yahooo.com yhaoo.com',
      't-online.de': 'tonline.de t-onlin.de t-onlien.de', 'icloud.com': 'iclod.com iclould.com', 'freenet.de': 'frenet.de freenett.de', 'googlemail.com': 'goglemail.com',
    });
  });

  it('is an ending that nobody has', () => {
    asks({
      'gmail.com': 'gmail.con gmail.cmo gmail.co gmail.cm gmail.om gmail.comm gmail.c.om', 'yahoo.com': 'yahoo.con yahoo.vom', 'outlook.de': 'outlook.ed outlook.d outlook.dr',
      'gmx.de': 'gmx.ed gmx.d gmx.dee gmx.dr', 'web.de': 'web.ed web.d web.dw', 'gmx.net': 'gmx.nte gmx.ner gmx.bet', 'live.com': 'live.con', 'ukr.net': 'ukr.nett',
    });
  });

  it('is a dot left out or in the wrong place', () => {
    asks({ 'gmail.com': 'gmailcom gmai.lcom gmailc.om', 'gmx.de': 'gmxde gmxd.e', 'web.de': 'webde' });
  });

  it('of a short name is only what hardly anybody has: two letters swapped', () => {
    asks({ 'gmx.de': 'gxm.de', 'web.de': 'wbe.de', 'mail.de': 'mial.de', 'aol.com': 'alo.com' });
    for (const domain of ['gm.de', 'gmb.de', 'we.de', 'wab.de', 'wweb.de', 'mails.de', 'mall.de', 'aon.com', 'lime.de']) assert.equal(ask(domain), undefined, domain);
  });

  it('is not found in any address that exists, nor in its spelling with capitals', () => {
    for (const domain of REAL) assert.deepEqual([ask(domain), ask(domain.toUpperCase())], [undefined, undefined], domain);
  });

  it('is not found where two letters are a country and the provider may be there', () => {
    for (const domain of ['yahoo.co', 'yahoo.cm', 'hotmail.co', 'outlook.dk', 'outlook.de', 'gmx.dk', 'web.be', 'live.dk', 'gmx.cz']) assert.equal(ask(domain), undefined, domain);
  });

  it('is asked about once, for the domain only', () => {
    const letter = fc.constantFrom(...'abdegilmnoqtuwxy-.');
    const slip = fc.tuple(fc.constantFrom(...REAL), fc.nat(12), fc.nat(2), letter)
      .map(([domain, at, cut, added]) => domain.slice(0, at) + added + domain.slice(at + cut));
    fc.assert(fc.property(fc.emailAddress().map((address) => address.split('@')[0]!), slip, (local, domain) => {
      const suggested = likelyAddress(`${local}@${domain}`);
      if (suggested === undefined) return;
      const [sameLocal, provider] = suggested.split('@');
      assert.equal(sameLocal, local);
      assert.ok(REAL.includes(provider!) && Math.abs(provider!.length - domain.length) <= 1, `${domain} -> ${provider}`);
      assert.equal(likelyAddress(suggested), undefined);
    }), { numRuns: 2_000 });
  });

  it('keeps everything before the last @', () => {
    assert.equal(likelyAddress("O'Neill+News@gmial.com"), "O'Neill+News@gmail.com");
    assert.equal(likelyAddress('"a@gmial.com"@gmial.com'), '"a@gmial.com"@gmail.com');
    assert.equal(likelyAddress('AMAL@GMIAL.COM'), 'AMAL@gmail.com');
  });

  it('is not sought in what is no address', () => {
    for (const text of ['', '@', 'amal@', 'amal', '@@', `a@${'g'.repeat(1_000_000)}`]) assert.equal(likelyAddress(text), undefined);
  });
});
