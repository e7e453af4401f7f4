export type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | null>>;

/**
 * An element with its attributes (true = without a value; false and null = absent) and children. A text is always
 * text, never markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const attribute of Object.keys(attributes)) {
    const value = attributes[attribute];
    if (value === true) made.setAttribute(attribute, '');
    else if (typeof value === 'string') made.setAttribute(attribute, value);
  }
  addTo(made, children);
  return made;
}

export function addTo(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/** Puts these in the place of all that is in `parent`. */
export function fill(parent: Node, ...children: readonly Child[]): void {
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild);
  addTo(parent, children);
}

/** Whether the focus is in `part` of a widget. */
export const isFocusWithin = (part: HTMLElement): boolean =>
  part.contains((part.getRootNode() as ShadowRoot).activeElement);

/** A button that submits nothing. */
export function button(
  attributes: Attributes,
  onClick: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
}

/** A link to a page of the office, opened beside the portal's page. */
export function outwardLink(
  attributes: Attributes,
  href: string,
  note: string,
  ...children: readonly Child[]
): HTMLAnchorElement {
  const hint = element('span', { class: 'quiet' }, ` (${note})`);
  const own = { href, target: '_blank', rel: 'noopener noreferrer' };
  return element('a', { ...own, ...attributes }, ...children, hint);
}
