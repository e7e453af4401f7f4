import css from './widget.css?inline';

let sheet: CSSStyleSheet | null = null;

/**
 * Gives a shadow root its style: one constructed sheet for all widgets of the page, which no policy of the page
 * refuses. Browsers before 2023 that cannot do so get a style element.
 */
export function addStyle(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  (root as ShadowRoot).appendChild(style);
}
