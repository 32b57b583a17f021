/** The demo pages of the formats: each shows what its source has, and nothing on it is at fault. */
import { expect, waitUntil } from '@open-wc/testing';
import { closeDemo, openDemo, textOf, type DemoPage } from './demo-page.ts';

const pages: Record<string, string[]> = {
  csv: ['onboarding-directory', 'onboarding-calendar'],
  hsds: ['onboarding-directory'],
  'schema-org': ['onboarding-calendar'],
  gancio: ['onboarding-calendar'],
  'the-events-calendar': ['onboarding-calendar'],
};

const entries = ({ document }: DemoPage, tag: string) => [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>('.entry .disclosure') ?? [])];

afterEach(closeDemo);

for (const [name, tags] of Object.entries(pages)) {
  it(`demo/${name}.html shows entries of its source and opens them`, async () => {
    const page = await openDemo(name, { tag: tags[0]! });
    const problems: unknown[] = [];
    page.document.addEventListener('onboarding-problem', ({ detail }: CustomEventInit) => problems.push(detail));
    for (const tag of tags) {
      await waitUntil(() => entries(page, tag).length > 1, `entries of ${tag}`, { timeout: 10_000 });
      const [first] = entries(page, tag);
      first!.click();
      const details = page.document.querySelector(tag)!.shadowRoot!.getElementById(first!.getAttribute('aria-controls')!);
      await waitUntil(() => textOf(details).length > 20, 'the details', { timeout: 10_000 });
    }
    expect(page.errors).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
  });
}
