/** What these pages need beside the shared style. */
export const VERIFY_STYLES = `
.outcome{display:inline-block;margin-top:1.1rem;padding:.15rem .8rem;border-radius:999px;font-weight:800;background:#fbe9bd;color:#5c4200}
.outcome.o-VERIFIED{background:#d7efe4;color:#0b4a35}
.outcome.o-SUSPENDED,.outcome.o-CLOSED{background:#f6ddd3;color:#7a2c12}
.outcome+h1{padding-top:.5rem;max-width:24ch}
.panel{overflow-wrap:anywhere}
.panel p+p,.panel ul+p,.panel dl+p{margin-top:.6rem}
.panel h2+*{margin-top:.6rem}
.compare dt{flex:none;max-width:45%;color:var(--soft);overflow-wrap:normal}
.compare dd{text-align:right;font-weight:700;overflow-wrap:anywhere}
.compare>div{border-bottom:1px solid var(--line)}
.beware{display:grid;gap:.5rem;padding-left:1.2rem;list-style:disc}
.form{display:grid;grid-template-columns:minmax(0,1fr);gap:.8rem;margin-top:.7rem}
.form label{font-size:1rem}
.form button{justify-self:start}
.code{font-family:ui-monospace,monospace;letter-spacing:.06em;overflow-wrap:anywhere}
.number{font-size:1.9rem;font-weight:800;letter-spacing:.03em}
.two{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
@media(min-width:62rem){.two{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}}
`.replaceAll('\n', '');
