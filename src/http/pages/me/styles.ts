/** What the seeker's pages need beside the shared style and the ranked cards. */
export const ME_STYLES = `
main>*{max-width:52rem}
.panel>.counts:first-child,.panel>h2+.counts{margin-top:.3rem;padding-top:0;border:0}
.own .top{grid-template-columns:1fr auto}
.conditions li{display:flex;gap:.6rem;padding:.3rem 0}
.conditions b{flex:none;width:1.2em;text-align:center}
.fields+.hint,.buttons+.hint,form>p+.hint,.hint+.development{margin-top:.7rem}
.menu ul{display:flex;flex-wrap:wrap;gap:.4rem}
.menu a{display:inline-block;padding:.4rem .8rem;border:1px solid var(--line);border-radius:999px;background:var(--card);text-decoration:none;font-weight:600;font-size:.9375rem}
.menu a[aria-current]{background:var(--teal);color:#fff;border-color:var(--teal)}
.done{padding:.7rem .9rem;border-radius:.7rem;background:var(--good);color:var(--goodink);font-weight:600}
.problems{margin:0 0 .8rem;padding:.7rem .9rem;border-radius:.7rem;background:var(--hard);color:var(--hardink)}
.problems a{color:inherit}
.fields{display:grid;gap:.9rem;margin-top:.7rem}
.fields label,.fields legend{font-size:1rem;font-weight:700;letter-spacing:0}
.fields legend{padding:0}
fieldset{min-width:0;margin:0;padding:0;border:0}
.ticks{display:grid;gap:.15rem;margin-top:.3rem}
.ticks label,label.tick{display:flex;gap:.6rem;align-items:flex-start;padding:.35rem 0;font-weight:400;font-size:1rem;letter-spacing:0}
.ticks input,.tick input{flex:none;width:1.35rem;height:1.35rem;margin:.1rem 0 0;padding:0;accent-color:var(--f1)}
.code input{max-width:12ch;font-size:1.6rem;letter-spacing:.2em;font-variant-numeric:tabular-nums}
.buttons{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin-top:.9rem}
.fields .buttons{margin-top:0}
.danger{padding:.7rem 1.1rem;border:2px solid var(--hardink);border-radius:.7rem;background:none;color:var(--hardink);font:inherit;font-weight:700;cursor:pointer}
.plain{padding:.2rem 0;border:0;background:none;color:var(--link);font:inherit;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.rows>li{padding:.8rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.rows>li:last-child{border:0}
.rows form{display:inline-block;margin-right:.6rem}
.facts-list>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.2rem 1rem;padding:.35rem 0;border-bottom:1px solid var(--line);font-size:1rem}
.facts-list dt{color:var(--soft)}
.facts-list dd{overflow-wrap:anywhere}
.text{white-space:pre-line;overflow-wrap:anywhere}
.panel>p+p,.panel>form,.panel>p+ul,.panel>.buttons{margin-top:.7rem}
.panel>h2+p{margin-top:.5rem}
blockquote{margin:.5rem 0;padding:.5rem .8rem;border-left:4px solid var(--sun);background:var(--paper)}
.development{padding:.6rem .9rem;border:2px dashed var(--soft);border-radius:.7rem}
code{overflow-wrap:anywhere}
`.replaceAll('\n', '');
