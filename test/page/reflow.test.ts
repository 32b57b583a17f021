/** Whole demo pages at 320 by 256 pixels, which is 1280 by 1024 at 400 percent: nothing to scroll sideways, nothing cut off. */
import { expect, waitUntil } from '@open-wc/testing';
import { closeDemo, openAll, openDemo, textOf, type DemoPage } from './demo-page.ts';

afterEach(closeDemo);

/** What reaches out of the page, apart from text hidden for screen readers. */
function sticksOut({ document, root }: DemoPage): string[] {
  const all = [...document.body.querySelectorAll('*'), ...root.querySelectorAll('*')];
  return all.filter((element) => !element.closest('.visually-hidden, .skip')).flatMap((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width && (left < -1 || right > 321) ? [`<${element.localName} class="${element.className}"> ${left} to ${right}`] : [];
  });
}

async function expectReflow(page: DemoPage): Promise<void> {
  expect(sticksOut(page)).to.deep.equal([]);
  expect(page.document.documentElement.scrollWidth).to.be.at.most(320);
}

for (const lang of ['de', 'ar']) {
  describe(`demo/index.html, 320 by 256, in ${lang}`, () => {
    const open = async (journey?: string): Promise<DemoPage> => {
      const page = await openDemo('index', { width: 320, height: 256, journey });
      Object.assign(page.document.documentElement, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
      page.widget.lang = lang;
      await waitUntil(() => page.root.querySelector(`.widget[lang="${lang}"]`), lang, { timeout: 5_000 });
      return page;
    };

    it('shows the choice of journeys', async () => {
      const page = await open();
      await expectReflow(page);
    });

    it('shows a whole journey with everything opened', async () => {
      const page = await open('skilled-worker');
      expect(textOf(page.root.querySelector('#journey-title'))).to.equal(lang === 'ar' ? 'الوصول إلى ألمانيا للعمالة الماهرة' : 'Als Fachkraft ankommen');
      await expectReflow(page);
      expect(await openAll(page)).to.be.greaterThan(15);
      await expectReflow(page);
    });
  });
}
