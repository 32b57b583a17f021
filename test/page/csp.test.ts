/** Pages with a strict Content-Security-Policy: the widget works with all its parts, and the policy has nothing to report. */
import { expect, waitUntil } from '@open-wc/testing';
import { closePages, openHost, scripts, walk } from './host-page.ts';
import { endpointUrl, smallEndpoint, tag } from './small-endpoint.ts';

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const trustedTypes = `${strict}; require-trusted-types-for 'script'`;

const policies = {
  'the documented policy': strict,
  'Trusted Types': trustedTypes,
  'Trusted Types and our policy names': `${trustedTypes}; trusted-types onboarding-widgets#lit onboarding-widgets#rich-text`,
  'our policy names alone': `${strict}; trusted-types onboarding-widgets#lit onboarding-widgets#rich-text`,
  'a nonce and strict-dynamic': "default-src 'none'; script-src 'nonce-kreis' 'strict-dynamic'; style-src 'nonce-kreis'; connect-src 'self'",
};

const mount = (query = {}) => tag(endpointUrl(query), '', '<p id="fallback">Call us: 030 23125</p>');

afterEach(closePages);

for (const [kind, script] of Object.entries(scripts)) {
  describe(`the ${kind} script under`, () => {
    for (const [name, csp] of Object.entries(policies)) {
      it(name, async () => {
        const page = await openHost(mount() + script, { csp });
        await walk(page);
        expect(await page.noticed()).to.deep.equal({ errors: [], violations: [], console: [], problems: [], writes: [] });
        expect(await page.visible('#fallback')).to.equal(false);
      });
    }

    it('the documented policy, with the attributes that Integreat pages are full of', async () => {
      const html = '<p style="text-align:center" onclick="alert(1)">Bring your <strong style="color:red">passport</strong>.</p>';
      const page = await openHost(tag(endpointUrl({}, { document: smallEndpoint({ html }) })) + script, { csp: strict });
      await walk(page);
      expect((await page.noticed()).violations).to.deep.equal([]);
    });

    it('a sandbox that allows scripts only', async () => {
      // The page has no origin of its own then, so it reads the endpoint, like the script, from another.
      const page = await openHost(mount({ cors: '*' }) + script.replace('type="module"', 'type="module" crossorigin'), {
        csp: `sandbox allow-scripts; default-src 'none'; script-src ${location.origin}; style-src ${location.origin}; connect-src ${location.origin}`,
      });
      await walk(page);
      const { errors, violations, console } = await page.noticed();
      expect({ errors, violations, console }).to.deep.equal({ errors: [], violations: [], console: [] });
    });

    it('a list of other policies', async () => {
      const page = await openHost(mount() + script, { csp: `${strict}; trusted-types foo` });
      await walk(page);
      const { errors, violations, console } = await page.noticed();
      expect(errors).to.deep.equal([]);
      expect(console).to.deep.equal([]);
      // The refusal of our two names is reported by the browser; engines without Trusted Types know no refusal.
      const refused = violations.map((violation) => violation.replace(/^trusted-types trusted-types-policy /, ''));
      expect(refused.filter((policy) => !policy.startsWith('onboarding-widgets#'))).to.deep.equal([]);
    });

    it('a policy that forbids to make any', async () => {
      const page = await openHost(mount() + script, { csp: `${trustedTypes}; trusted-types 'none'` });
      await waitUntil(async () => {
        const { console, errors } = await page.noticed();
        return console.length + errors.length > 0;
      }, 'a message in the console');
      const { console, errors } = await page.noticed();
      expect(await page.visible('#fallback'), 'the fallback is visible').to.equal(true);
      expect(errors).to.deep.equal([]);
      expect(console.filter((line) => line.startsWith('onboarding-widgets'))).to.have.lengthOf(1);
    });
  });
}
