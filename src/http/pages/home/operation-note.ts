import type { PageOperation } from '../asking/ask-endpoint';
import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { HOME_TEXTS } from './texts';

/** Shows the operation behind a panel and links to it in the explorer. */
export function renderOperation(operation: PageOperation, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  const variables = JSON.stringify(operation.variables, null, 2);
  return html`<details class="operation"><summary>${texts.operation}</summary>
<pre tabindex="0"><code>${operation.query}</code></pre>
<p>${texts.variables}</p>
<pre tabindex="0"><code>${variables}</code></pre>
<p><a href="${explorerLink(operation)}">${texts.openInExplorer}</a></p></details>`;
}

function explorerLink(operation: PageOperation): string {
  const parameters = new URLSearchParams({
    audience: operation.audience,
    query: operation.query,
    variables: JSON.stringify(operation.variables),
  });
  return `/explorer?${parameters}`;
}
