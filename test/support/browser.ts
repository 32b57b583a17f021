/**
 * What a visitor's hands do, the same in every engine.
 *
 * | | Chromium | Firefox | WebKitGTK |
 * |---|---|---|---|
 * | `press`, `type`, `resize`; `sendMouse` of @web/test-runner-commands | yes | yes | yes |
 * | `emulateMedia` | yes | no | no |
 *
 * A test that needs more than the engine can do lives in a file `*.chromium.test.ts`, which runs in Chromium
 * only. Tests are never skipped at run time: what runs where can be read from the file name.
 */
import { emulateMedia as emulate, executeServerCommand } from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine: Engine = navigator.userAgent.includes('Firefox')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome')
    ? 'chromium'
    : 'webkit';

/**
 * Presses keys one after the other: `press('Tab', 'Shift+Tab', 'Enter', 'Space', 'ArrowDown')`. Names are those
 * of KeyboardEvent.key, and `Space`.
 */
export async function press(...keys: string[]): Promise<void> {
  await executeServerCommand('onboarding-press', keys);
}

/** Types text into the focused element, one key after the other. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('onboarding-type', text);
}

/** Sets the size of the page in CSS pixels. A test file starts at 800 by 600. */
export async function resize(width: number, height = 600): Promise<void> {
  await executeServerCommand('onboarding-resize', { width, height });
}

export interface Media {
  media?: 'screen' | 'print';
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  contrast?: 'more' | 'no-preference';
}

/** Chromium only, until the end of the test file or the next call. Features left out keep their value. */
export async function emulateMedia(media: Media): Promise<void> {
  if (engine !== 'chromium') throw new Error('emulateMedia works in Chromium: name the file *.chromium.test.ts');
  await emulate(media as Parameters<typeof emulate>[0]);
}
