import { type Html, html } from '../html';
import type { Operation } from './home-view';
import type { Texts } from './texts';

/** Shows the operation behind a panel and links to it in the explorer. */
export function renderOperation(operation: Operation, texts: Texts): Html {
  const variables = JSON.stringify(operation.variables, null, 2);
  return html`<details class="operation"><summary>${texts.operation}</summary>
<pre tabindex="0"><code>${operation.query}</code></pre>
<p>${texts.variables}</p>
<pre tabindex="0"><code>${variables}</code></pre>
<p><a href="${explorerLink(operation)}">${texts.openInExplorer}</a></p></details>`;
}

export function explorerLink(operation: Operation): string {
  const parameters = new URLSearchParams({
    audience: operation.audience,
    query: operation.query,
    variables: JSON.stringify(operation.variables),
  });
  return `/explorer?${parameters}`;
}
