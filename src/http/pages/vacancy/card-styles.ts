/** The style of cards in frames: the colours of the pages, little else. */
export const CARD_STYLES = `
:root{--card:#fffdf8;--ink:#16211f;--soft:#4c5a57;--line:#e2dacb;--link:#0b5e57;--good:#d7efe4;--goodink:#0b4a35;--hard:#f6ddd3;--hardink:#7a2c12}
@media(prefers-color-scheme:dark){:root{--card:#182423;--ink:#eef3f0;--soft:#b3c0bc;--line:#2c3b39;--link:#7fd4c8;--good:#123f31;--goodink:#bdf0d8;--hard:#4c2417;--hardink:#ffd2c1}}
*{box-sizing:border-box}
body{margin:0;background:var(--card);color:var(--ink);font:1rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{min-height:100vh;padding:1rem;border:1px solid var(--line);border-radius:.8rem;overflow-wrap:anywhere}
h1,h2,p,ul{margin:0;padding:0}
h1{font-size:1.2rem;line-height:1.25}
h1,h1+p,h1+p+p{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
h2{margin-top:.7rem;font-size:1rem}
p{margin-top:.35rem}
ul{list-style:none}
a{color:var(--link);text-underline-offset:.2em}
.soft{color:var(--soft);font-size:.9375rem}
b.good{padding:0 .5rem;border-radius:999px;font-size:.8125rem}
.good{background:var(--good);color:var(--goodink)}
.bad{background:var(--hard);color:var(--hardink)}
.state{margin-top:.6rem;padding:.4rem .7rem;border-radius:.6rem}
.brand{color:var(--soft);font-size:.8125rem;font-weight:700}
`.replaceAll('\n', '');
