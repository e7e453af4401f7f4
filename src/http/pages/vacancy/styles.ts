/** What a vacancy's page needs beside the shared style and that of lists. */
export const VACANCY_STYLES = `
.stack{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem;align-content:start}
h1,.lead,.panel{overflow-wrap:anywhere}
.text p{margin-top:.8rem;max-width:68ch}
.rows{margin-top:.5rem}
.rows>div{border-bottom:1px solid var(--line)}
.rows dt{flex:none;color:var(--soft)}
.rows dd{min-width:0;text-align:right}
.list{margin-top:.3rem;padding-left:1.2rem;list-style:disc}
.actions{display:flex;flex-wrap:wrap;gap:.7rem;margin:.8rem 0}
.code{margin:.5rem 0;font:700 1.25rem ui-monospace,SFMono-Regular,Menlo,monospace}
pre{white-space:pre-wrap}
@media(min-width:62rem){.columns{grid-template-columns:minmax(0,6fr) minmax(0,4fr)}.side{order:1}}
`.replaceAll('\n', '');
