/** The map makes its elements itself, because Leaflet moves them about. */

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...children: Node[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

export function button(className: string, press: (event: MouseEvent) => void, ...children: Node[]): HTMLButtonElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** Words whose direction does not reach their neighbours. */
export function isolated(words: string, lang = ''): HTMLElement {
  const made = element('bdi', '', document.createTextNode(words));
  if (lang) made.lang = lang;
  return made;
}
