/** What a receipt needs beside the shared style. */
export const RECEIPT_STYLES = `
.receipt{display:grid;grid-template-columns:minmax(0,1fr);gap:.8rem;margin-top:.7rem}
.receipt label{font-size:1rem;font-weight:700}
.receipt textarea{min-height:9rem;font:.8125rem/1.4 ui-monospace,monospace}
.receipt button{justify-self:start;padding-inline:1.8rem}
.answer{margin-top:.7rem;padding:.7rem .9rem;border-radius:.7rem;font-weight:800}
.answer.good{background:var(--good);color:var(--goodink)}
.answer.fair{background:var(--fair);color:var(--fairink)}
.answer.bad{background:var(--hard);color:var(--hardink)}
.sums{width:100%;margin-top:.5rem;border-collapse:collapse;font-size:.875rem;overflow-wrap:anywhere}
.sums caption{padding:.6rem 0 .2rem;text-align:left;font-weight:800}
.sums th,.sums td{padding:.3rem .3rem .3rem 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
.sums thead th,.sums tfoot *{font-weight:800}
.sums .n{text-align:right;font-variant-numeric:tabular-nums}
.proofs li{overflow-wrap:anywhere;padding:.3rem 0;border-bottom:1px solid var(--line)}
.proofs .bad{color:var(--hardink);background:var(--hard)}
code.root{display:block;overflow-wrap:anywhere;word-break:break-all;font-size:.8125rem}
`.replaceAll('\n', '');
