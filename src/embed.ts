/**
 * The page for an iframe: `embed.html?widget=journey&endpoint=data/endpoint.json`. Every further parameter is an attribute.
 * It posts `{type: "onboarding-height", height}` (CSS pixels) to its parent whenever its height changes.
 */
import './onboarding-widgets.ts';

/**
 * A link to this page must not bring foreign content under the site's name: endpoints of other origins are shown only
 * where the page itself lists them, `<meta name="onboarding-endpoints" content="https://... https://...">`.
 */
function isTrusted(endpoint: string): boolean {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="onboarding-endpoints"]')?.content.split(/\s+/) ?? [];
  const { href, origin } = new URL(endpoint, location.href);
  return origin === location.origin || listed.includes(href);
}

function show({ widget = 'journey', endpoint = '', ...attributes }: Record<string, string>): void {
  if (!isTrusted(endpoint)) {
    console.error(`onboarding-widgets: ${endpoint} is on another origin and not listed in <meta name="onboarding-endpoints">.`);
    return;
  }
  const mount = document.createElement('div');
  const settings = { onboarding: widget, endpoint: new URL(endpoint, location.href).href, ...attributes };
  for (const [name, value] of Object.entries(settings)) if (/^[a-z-]+$/.test(name)) mount.setAttribute(`data-${name}`, value);
  document.body.append(mount);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync('body { margin: 0; padding: 4px; font: 1rem/1.5 system-ui, sans-serif }');
document.adoptedStyleSheets = [sheet];

const parameters = Object.fromEntries(new URLSearchParams(location.search));
if (parameters['lang']) document.documentElement.lang = parameters['lang'];
show(parameters);

new ResizeObserver(() => {
  // To any origin: the height is no secret, and who may frame this page is decided by the host's frame-ancestors.
  parent.postMessage({ type: 'onboarding-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
}).observe(document.documentElement);
