/** What lists of vacancies need beside the shared style. */
export const SEARCH_STYLES = `
.search label{font-size:1rem}
.search .small label{font-weight:600;font-size:.875rem}
.search select{padding:.65rem .3rem .65rem .5rem;font-size:1rem}
.search.wide{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:end}
.search.wide>:not(.small){grid-column:1/-1}
.item:last-child{border:0}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
.note{margin-top:.6rem;padding:.6rem .8rem;border-radius:.7rem;background:var(--fair);color:var(--fairink)}
.item{padding:1rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.item h3{margin:0}
.wage{color:var(--ink)}
.chips a{padding:0 .3rem;color:inherit;text-decoration:none;font-weight:800}
.paging{display:flex;flex-wrap:wrap;gap:.7rem;margin:1.1rem 0}
.ways{display:grid;gap:.4rem;margin-top:.4rem}
@media(min-width:62rem){
.search.wide{grid-template-columns:minmax(0,2fr) minmax(0,2fr) minmax(0,1fr) minmax(0,1fr)}
.search.wide>.field{grid-column:auto}
.search.wide :is(input,select){min-height:3.15rem}
.columns{grid-template-columns:minmax(0,7fr) minmax(0,3fr);align-items:start;gap:1.5rem}
}
`.replaceAll('\n', '');
