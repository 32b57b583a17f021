import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { downloadFile, shareOrCopy } from '../../../src/core/share.ts';

const PAGE = { title: 'Town hall', url: 'https://town.example/#onboarding/actor/town-hall' };
const undo: (() => void)[] = [];

const provide = (name: string, value: unknown): void => {
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, value });
  undo.push(() => void (own ? Object.defineProperty(globalThis, name, own) : Reflect.deleteProperty(globalThis, name)));
};

describe('Sharing', () => {
  afterEach(() => undo.splice(0).forEach((step) => step()));

  const fault = (name: string) => async (): Promise<never> => { throw new DOMException('no', name); };
  const clipboard = (copied: string[]) => ({ writeText: async (text: string) => void copied.push(text) });

  it('is the device’s own affair where it can', async () => {
    const shared: unknown[] = [];
    provide('navigator', { canShare: () => true, share: async (data: unknown) => void shared.push(data) });
    assert.equal(await shareOrCopy(PAGE), 'shared');
    assert.deepEqual(shared, [PAGE]);
  });

  it('that the visitor gave up is done', async () => {
    const copied: string[] = [];
    provide('navigator', { canShare: () => true, share: fault('AbortError'), clipboard: clipboard(copied) });
    assert.equal(await shareOrCopy(PAGE), 'shared');
    assert.deepEqual(copied, []);
  });

  it('copies the address where the device cannot, or may not', async () => {
    for (const device of [{}, { canShare: () => false, share: fault('TypeError') }, { share: fault('TypeError') }, { canShare: () => true, share: fault('NotAllowedError') }, { canShare: () => { throw new TypeError(); } }]) {
      const copied: string[] = [];
      provide('navigator', { ...device, clipboard: clipboard(copied) });
      assert.equal(await shareOrCopy(PAGE), 'copied');
      assert.deepEqual(copied, [PAGE.url]);
    }
  });

  it('fails without a fault', async () => {
    for (const device of [{}, { clipboard: { writeText: fault('NotAllowedError') } }, { canShare: () => true, share: fault('NotAllowedError') }]) {
      provide('navigator', device);
      assert.equal(await shareOrCopy(PAGE), 'failed');
    }
  });
});

describe('A file made here', () => {
  afterEach(() => { undo.splice(0).forEach((step) => step()); mock.timers.reset(); mock.restoreAll(); });

  it('is saved under its name, and let go later', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const saved: string[] = [];
    let content: Blob | undefined;
    mock.method(URL, 'createObjectURL', (blob: Blob) => { content = blob; return 'blob:town/1'; });
    const revoked = mock.method(URL, 'revokeObjectURL', () => undefined);
    provide('document', { createElement: () => ({ click() { saved.push(`${this.download} ${this.href}`); }, download: '', href: '' }) });
    downloadFile('town-hall.vcf', 'text/vcard', 'BEGIN:VCARD\r\n');
    assert.deepEqual(saved, ['town-hall.vcf blob:town/1']);
    assert.equal(content!.type, 'text/vcard');
    assert.equal(await content!.text(), 'BEGIN:VCARD\r\n');
    mock.timers.tick(1_000);
    assert.equal(revoked.mock.callCount(), 0);
    mock.timers.tick(60_000);
    assert.deepEqual(revoked.mock.calls.map(({ arguments: [url] }) => url), ['blob:town/1']);
  });
});
