/** What a visitor has typed into the content of the tag, say a form of the page's own, before the widget came. */

export interface Fallback {
  /** What is filled in. */
  values: { email?: string; name?: string };
  /** Where the focus is; `other`: on something that the widget has no match for. */
  focused?: 'email' | 'name' | 'other';
}

const FIELDS = {
  email: 'input:is([type=email], [autocomplete~=email], [name=email i])',
  name: 'input:is([autocomplete~=name], [name=name i])',
};

export function readFallback(widget: Element): Fallback {
  const { activeElement } = widget.getRootNode() as Document | ShadowRoot;
  const fallback: Fallback = { values: {}, ...(activeElement !== widget && widget.contains(activeElement) && { focused: 'other' }) };
  for (const key of ['email', 'name'] as const) {
    const field = widget.querySelector<HTMLInputElement>(FIELDS[key]);
    const typed = field?.value.trim();
    if (typed) fallback.values[key] = typed;
    if (field && field === activeElement) fallback.focused = key;
  }
  return fallback;
}
