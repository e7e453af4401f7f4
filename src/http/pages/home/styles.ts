import { MATCH_STYLES } from '../parts/match-styles';

/** What the home page needs beside the shared style: its two columns, the ranked cards and their bars. */
export const HOME_STYLES = `${MATCH_STYLES}${`
.words{display:grid;gap:.7rem;margin-top:.7rem}
h2+.hint,.chips+.hint{margin-top:.5rem}
.change{padding:.05rem .5rem;border-radius:999px;background:var(--good);color:var(--goodink)}
.vacancy{font-size:1.35rem;letter-spacing:-.01em}
.onward{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:1rem}
.handle{font:700 .95em ui-monospace,SFMono-Regular,Menlo,monospace}
#requirements{margin-top:1.1rem}
.requirements{display:grid;gap:.35rem;margin-top:.5rem}
.requirements li{display:flex;align-items:center;justify-content:space-between;gap:.15rem .75rem;padding:.4rem .75rem;border:1px solid var(--line);border-radius:.7rem}
.requirements .off{background:var(--fair);color:var(--fairink)}
.requirements .off small,.requirements .off button{color:inherit}
.requirements button{flex:none;padding:.3rem 0;border:0;background:none;color:var(--link);font:inherit;font-size:.8125rem;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.what{min-width:0;line-height:1.35}
@media(min-width:62rem){
main{grid-template-columns:minmax(0,7fr) minmax(0,5fr);align-items:start;gap:1.5rem;padding-top:1.75rem}
.words{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:end}
.words button,.words .hint{grid-column:1/-1}
.words button{justify-self:start;padding-inline:1.8rem}
.words .field{align-self:stretch}
.place input{min-height:4.6rem}
}
`.replaceAll('\n', '')}`;
