import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import { resizeWindow } from './commands.mjs';

/** Without this the tool bar keeps the window from becoming as narrow as a phone: its buttons need 447 pixels. */
const narrowToolBar = '* { padding: 0; margin: 0; min-width: 0; min-height: 0; font-size: 1px; }';

/** Runs tests in WebKitGTK's MiniBrowser, on a screen of its own, through a WebDriver server that it starts and ends. */
export class WebKitLauncher extends WebdriverLauncher {
  /** One WebDriver session has one window with the keyboard, so one page at a time. */
  concurrency = 1;
  #programs;
  #processes = [];
  #home;
  #starting;

  /** `programs`: paths of `browser`, `driver`, `display` and `bus`, see test/browsers.mjs. */
  constructor(programs) {
    super({
      hostname: '127.0.0.1',
      capabilities: {
        browserName: 'MiniBrowser',
        // WebKitGTK offers no WebDriver BiDi, which the client would ask for first.
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
      },
    });
    this.#programs = programs;
  }

  async initialize(config) {
    // With a concurrency above 1 the base class would run the tests in frames of one page, where no mouse works.
    await super.initialize({ ...config, concurrency: 1 });
    this.name = 'WebKit';
  }

  async startSession(id, url) {
    this.#starting ??= this.#startDriver();
    await this.#starting;
    await this.ensureManagerInitialized();
    await resizeWindow(this.driver, { width: 800, height: 600 });
    return super.startSession(id, url);
  }

  async stop() {
    await super.stop();
    this.#end();
  }

  async #startDriver() {
    const { driver, display, bus } = this.#programs;
    process.once('exit', () => this.#end());
    this.#home = mkdtempSync(join(tmpdir(), 'onboarding-webkit-'));
    mkdirSync(join(this.#home, 'gtk-3.0'));
    writeFileSync(join(this.#home, 'gtk-3.0/gtk.css'), narrowToolBar);

    const screen = this.#start(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
    const [number] = await once(createInterface(screen.stdio[3]), 'line');

    this.options.port = await freePort();
    this.#start(bus, ['--', driver, `--port=${this.options.port}`], {
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      LC_ALL: 'C',
      TZ: 'Europe/Berlin',
      XDG_CONFIG_HOME: this.#home,
      XDG_CACHE_HOME: this.#home,
      XDG_DATA_HOME: this.#home,
      // The sandbox needs rights that a container does not give; only pages of this repository are loaded.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    });
    await this.#answers();
  }

  /** Starts a program as leader of a process group, so that its children end with it. */
  #start(program, args, env = {}) {
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
    const child = spawn(program, args, { detached: true, stdio, env: { ...process.env, ...env } });
    this.#processes.push(child);
    return child;
  }

  #end() {
    const running = this.#processes.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    for (const { pid } of running) process.kill(-pid);
    if (this.#home) rmSync(this.#home, { recursive: true, force: true });
  }

  async #answers() {
    for (let attempt = 0; attempt < 100; attempt++) {
      const response = await fetch(`http://127.0.0.1:${this.options.port}/status`).catch(() => undefined);
      if (response?.ok) return;
      await sleep(100);
    }
    throw new Error('WebKitWebDriver did not answer within 10 seconds');
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
