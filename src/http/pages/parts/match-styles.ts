/** Ranked cards: what was understood, scores, bars and their sums; of every page that shows matches. */
export const MATCH_STYLES = `
.chips .unsure{background:none;box-shadow:inset 0 0 0 1.5px var(--soft);color:var(--soft)}
.chips .t-REGION.used{background:var(--fair);color:var(--fairink)}
.legend{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin-top:.5rem;font-size:.8125rem;color:var(--soft)}
i{display:inline-block;width:.7em;height:.7em;margin-right:.4em;border-radius:.2em}
.f-COMPETENCY{background:var(--f1);fill:var(--f1)}.f-OCCUPATION{background:var(--f2);fill:var(--f2)}.f-EXPERIENCE{background:var(--f3);fill:var(--f3)}
.f-DISTANCE{background:var(--f4);fill:var(--f4)}.f-EDUCATION{background:var(--f5);fill:var(--f5)}.f-AVAILABILITY{background:var(--f6);fill:var(--f6)}
.f-SPECIFICITY{background:var(--f1);opacity:.3}.f-WITHHELD{background:var(--soft);fill:var(--soft)}
.match{padding:1rem 0;border-bottom:1px solid var(--line)}
.match:last-child{border:0;padding-bottom:.4rem}
.top{display:grid;grid-template-columns:auto 1fr auto;gap:.1rem .7rem;align-items:start}
.top .facts{grid-column:2/-1}
.rank{min-width:1.9rem;padding:.1rem 0;border-radius:.5rem;background:var(--teal);color:#fff;text-align:center;font-weight:700;font-variant-numeric:tabular-nums}
.top :is(h3,h4){min-width:0;padding-top:.15rem;overflow-wrap:anywhere}
.top :is(h3,h4) a{color:inherit;text-decoration-color:var(--line)}
.top :is(h3,h4) a:hover{text-decoration-color:currentColor}
.score{font-weight:800;font-size:1.7rem;line-height:1;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.score small{font-size:.55em;letter-spacing:0}
.bar{display:block;width:100%;height:.9rem;margin:.65rem 0 .55rem;border-radius:.45rem;background:var(--line)}
.bar rect{stroke:var(--card);stroke-width:1.5;vector-effect:non-scaling-stroke}
.bar .cut{fill:var(--f1);fill-opacity:.28}
.gaps{font-size:.9375rem}
.top h3{margin:0}
`.replaceAll('\n', '');
