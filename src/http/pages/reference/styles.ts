/** What the pages of the reference need beside the shared style. */
export const REFERENCE_STYLES = `
@media(max-width:60rem){.menu{order:1}}
@media(min-width:60rem){main{grid-template-columns:17rem minmax(0,1fr);align-items:start}.menu{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
.menu details{margin:0;border-bottom:1px solid var(--line)}
.menu details:last-child{border:0}
.menu summary{width:100%;padding:.55rem 0;font-weight:700}
.menu li{padding-bottom:.35rem;overflow-wrap:anywhere;font-size:.9375rem}
.menu [aria-current]{font-weight:800;color:var(--ink);text-decoration:none}
.reference h2{margin-top:1.6rem}
.reference h2:first-child{margin-top:0}
.reference h3{padding-top:.2rem;overflow-wrap:anywhere;font-size:1rem}
.reference p{max-width:70ch;overflow-wrap:anywhere}
.reference pre{margin:.7rem 0;padding:.8rem .9rem;overflow:auto;border:1px solid var(--line);border-radius:.7rem;background:var(--paper);color:inherit;font-size:.875rem;line-height:1.45}
.reference code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
.reference blockquote{margin:.7rem 0;padding:.5rem .9rem;border-left:4px solid var(--sun)}
.reference table{border-collapse:collapse}
.run{display:inline-block;padding:.65rem 1.1rem;border-radius:.7rem;background:var(--sun);color:#16211f;font-weight:800;text-decoration:none}
.operations{display:grid;gap:.8rem;margin-top:.8rem}
.operations dt{font-weight:700}
.operations dl,.operations dd{margin:0}
.operations dl>div{display:block;padding:.45rem 0;border-bottom:1px solid var(--line)}
`;
