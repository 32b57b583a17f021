/**
 * The page for an iframe: `embed.html?widget=journey&endpoint=data/endpoint.json`. Every further parameter is an attribute.
 * It posts `{type: "onboarding-height", height}` (CSS pixels) to its parent whenever its height changes.
 */
import './onboarding-widgets.ts';

/**
 * A link to this page must not bring foreign content under the site's name: endpoints of other origins are shown only
 * where the page itself lists them, `<meta name="onboarding-endpoints" content="https://... https://...">`.
 */
function isTrusted(endpoint: URL): boolean {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="onboarding-endpoints"]')?.content.split(/\s+/) ?? [];
  return endpoint.origin === location.origin || listed.includes(endpoint.href);
}

/** Only these: the address of a page must not be able to set an event handler. */
const SETTINGS = [
  'journey', 'category', 'phase', 'spoken', 'interpreter', 'open', 'wheelchair', 'mode', 'place', 'free', 'childcare', 'when', 'view', 'series', 'topics', 'lang', 'storage', 'heading-level',
];

function show(parameters: URLSearchParams): void {
  const endpoint = new URL(parameters.get('endpoint') ?? '', location.href);
  if (!isTrusted(endpoint)) throw new Error(`${endpoint.href} is on another origin and not listed in <meta name="onboarding-endpoints">`);
  const mount = document.createElement('div');
  mount.setAttribute('data-onboarding', parameters.get('widget') ?? 'journey');
  mount.setAttribute('data-endpoint', endpoint.href);
  for (const name of SETTINGS) if (parameters.has(name)) mount.setAttribute(`data-${name}`, parameters.get(name) ?? '');
  document.body.append(mount);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync('body { margin: 0; padding: 4px; font: 1rem/1.5 system-ui, sans-serif }');
document.adoptedStyleSheets = [sheet];

new ResizeObserver(() => {
  // To any origin: the height is no secret, and who may frame this page is decided by the host's frame-ancestors.
  parent.postMessage({ type: 'onboarding-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
}).observe(document.documentElement);

const parameters = new URLSearchParams(location.search);
document.documentElement.lang = parameters.get('lang') ?? document.documentElement.lang;
try {
  show(parameters);
} catch (error) {
  console.error(`onboarding-widgets: nothing to show here. ${String(error)}`);
  document.body.append('Hier fehlt etwas. Bitte wenden Sie sich an das Amt. / Something is missing here. Please contact the office.');
}
