/** The script's own tag. `document.currentScript` is empty in modules, and host markup can put an image in its place. */
/** The tag whose file name is the package's, or that says so by `data-onboarding-script` where a CMS renamed the file. */
export function ownScript(): HTMLScriptElement | undefined {
  const scripts = Document.prototype.querySelectorAll.call(document, 'script[src]');
  return [...scripts].find((script): script is HTMLScriptElement =>
    script instanceof HTMLScriptElement && (/onboarding-widgets[\w.-]*\.js/.test(script.src) || script.hasAttribute('data-onboarding-script')));
}
