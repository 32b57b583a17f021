/** Which records widgets of this page show, so that a link to one leads to it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const controllers = new Set<OnPageController>();

const showing = (kind: string, id: string): OnPageController | undefined => [...controllers].find((controller) => controller.kind === kind && controller.has(id));

export const isOnPage = (kind: string, id: string): boolean => showing(kind, id) !== undefined;

export const openOnPage = (kind: string, id: string): void => showing(kind, id)?.open(id);

/** Offers a widget's records to the others while it is on the page. */
export class OnPageController implements ReactiveController {
  constructor(host: ReactiveControllerHost, readonly kind: string, readonly has: (id: string) => boolean, readonly open: (id: string) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    controllers.add(this);
  }

  hostDisconnected(): void {
    controllers.delete(this);
  }
}
