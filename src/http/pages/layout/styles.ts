/** The style that all pages share: colours by day and night, text, band, panels, forms, tags. */
export const BASE_STYLES = `
:root{--paper:#faf6ee;--card:#fffdf8;--ink:#16211f;--soft:#4c5a57;--line:#e2dacb;--teal:#0d3b38;--link:#0b5e57;--sun:#f2c14e;
--f1:#0f766e;--f2:#5fb3a8;--f3:#3d5a98;--f4:#d9822b;--f5:#8c4a7f;--f6:#8a8f2a;--good:#d7efe4;--goodink:#0b4a35;--fair:#fbe9bd;--fairink:#5c4200;--hard:#f6ddd3;--hardink:#7a2c12}
@media(prefers-color-scheme:dark){:root{--paper:#111a19;--card:#182423;--ink:#eef3f0;--soft:#b3c0bc;--line:#2c3b39;--teal:#0a2927;--link:#7fd4c8;
--f1:#2fa89c;--f2:#8fd6cb;--f3:#8aa5e6;--f4:#f0a355;--f5:#cf8fc2;--f6:#c3c75b;--good:#123f31;--goodink:#bdf0d8;--fair:#463606;--fairink:#ffe3a1;--hard:#4c2417;--hardink:#ffd2c1}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1,h2,h3,h4,p,ul,ol,dl,dd,pre{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px;border-radius:4px}
.quiet,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;left:1rem;top:.5rem;z-index:1;padding:.5rem 1rem;background:var(--sun);color:#16211f}
.head{background:var(--teal);color:#fff}
.head>div,main,.foot{max-width:76rem;margin:0 auto;padding-left:1rem;padding-right:1rem}
.head nav{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .9rem;padding:.9rem 0}
.head a{color:#fff;text-decoration:none}
.head nav a:hover{text-decoration:underline}
.brand{display:flex;align-items:center;gap:.55rem;margin-right:auto;font-weight:800;font-size:1.25rem;letter-spacing:-.01em}
.brand svg{width:1.6rem;height:1.6rem}
.lang{display:inline-flex;border:1px solid #ffffff66;border-radius:999px;overflow:hidden;font-size:.875rem}
.lang a,.lang b{padding:.2rem .7rem}
.lang b{background:#fff;color:#0d3b38}
h1{max-width:18ch;padding-top:1.1rem;font-size:clamp(1.9rem,6.2vw,3.3rem);line-height:1.07;letter-spacing:-.025em;font-weight:800;text-wrap:balance}
.lead{max-width:56ch;padding:.8rem 0 1.6rem;font-size:clamp(1rem,2.6vw,1.15rem);color:#d5e5e1;text-wrap:pretty}
.weave{display:block;width:100%;height:14px;background:var(--sun) url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='28' height='14'%3E%3Cpath d='M0 7 7 0l7 7-7 7zM14 7l7-7 7 7-7 7z' fill='%230d3b38'/%3E%3Cpath d='m4 7 3-3 3 3-3 3zm14 0 3-3 3 3-3 3z' fill='%23d9822b'/%3E%3C/svg%3E")}
.notice{padding:.55rem 1rem;background:var(--fair);color:var(--fairink);text-align:center;font-size:.9375rem}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem;padding-top:1.25rem;padding-bottom:2rem}
.panel{min-width:0;padding:1.1rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:1rem}
h2{font-size:.8125rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);font-weight:700}
h3{margin-top:1.1rem;font-size:1.0625rem;line-height:1.3}
h4{font-size:1rem;line-height:1.3}
label{display:block;font-weight:800;font-size:1.35rem;letter-spacing:-.01em}
textarea,input,select{width:100%;margin-top:.2rem;padding:.65rem .8rem;border:2px solid #7d8b88;border-radius:.7rem;background:var(--paper);color:inherit;font:inherit;font-size:1.0625rem;resize:vertical}
textarea{display:block;min-height:4.6rem;field-sizing:content}
.hint,.facts,small{color:var(--soft);font-size:.875rem}
.hint strong{color:var(--ink)}
.nothing{margin-top:1rem}
.failure{margin-top:1rem;padding:.7rem .9rem;border-radius:.7rem;background:var(--hard);color:var(--hardink)}
.chips{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:.45rem}
.chips li{padding:.3rem .7rem;border-radius:.8rem;background:var(--good);color:var(--goodink);line-height:1.3}
.chips small{color:inherit}
.buckets{margin:.4rem 0 1rem}
.buckets li{display:flex;justify-content:space-between;gap:1rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
.counts{margin-top:1rem;padding-top:.8rem;border-top:1px solid var(--line)}
.counts b{font-variant-numeric:tabular-nums}
.verdict{display:inline-block;margin-right:.35rem;padding:.05rem .6rem;border-radius:999px;font-size:.875rem;font-weight:700;background:var(--hard);color:var(--hardink)}
.v-STRONG{background:var(--good);color:var(--goodink)}.v-POSSIBLE{background:var(--fair);color:var(--fairink)}
details{margin-top:.45rem}
summary{width:fit-content;padding:.15rem 0;color:var(--link);font-size:.9375rem;cursor:pointer}
dl>div{display:flex;justify-content:space-between;gap:1rem;padding:.2rem 0;font-size:.9375rem}
dl .total{margin-top:.2rem;border-top:2px solid var(--ink);font-weight:800}
dd{font-variant-numeric:tabular-nums}
.operation{margin-top:1.1rem;padding-top:.8rem;border-top:1px solid var(--line)}
.operation p{margin-top:.5rem;font-size:.9375rem}
pre{margin-top:.4rem;padding:.8rem;overflow-x:auto;border-radius:.7rem;background:#0f2423;color:#d9f2ec;font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.tag{display:inline-block;padding:0 .55rem;border-radius:999px;background:var(--fair);color:var(--fairink);font-size:.8125rem;font-weight:600;letter-spacing:0;vertical-align:middle}
.tag.new{background:var(--good);color:var(--goodink)}
.figure{margin-top:.6rem}
.figure b{display:block;font-size:2.2rem;line-height:1.1;letter-spacing:-.02em}
.primary{padding:.85rem 1.2rem;border:0;border-radius:.7rem;background:var(--sun);color:#16211f;font:inherit;font-weight:800;font-size:1.0625rem;text-decoration:none;cursor:pointer}
.primary:hover{background:#ffd36b}
a.primary{display:inline-block}
.secondary{display:inline-block;padding:.7rem 1.1rem;border:2px solid var(--link);border-radius:.7rem;background:none;color:var(--link);font:inherit;font-weight:700;text-decoration:none;cursor:pointer}
.search{display:grid;gap:.7rem;margin-top:.5rem}
.search+.hint{margin-top:.7rem}
.foot{padding-bottom:2.5rem;color:var(--soft);font-size:.9375rem}
.foot ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin-top:.4rem}
@media(max-width:30rem){.head nav::before{content:"";order:2;width:100%}.head nav>.lang{order:1}.head nav>a:not(.brand){order:3;font-size:.9375rem}.head nav{column-gap:.5rem}}
@media(min-width:62rem){
.head{position:relative;overflow:hidden}
.head>div{position:relative}
.head::before{content:"";position:absolute;inset:0 0 14px 50%;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='120' height='120' fill='none' stroke='%235fb3a8' stroke-opacity='.28' stroke-width='3'%3E%3Cpath d='M60 4l56 56-56 56L4 60zM60 26l34 34-34 34-34-34zM60 48l12 12-12 12-12-12zM0 26l26-26M94 0l26 26M0 94l26 26M94 120l26-26'/%3E%3C/svg%3E") center/120px;mask-image:linear-gradient(90deg,transparent,#000 90%)}
.head>div,main,.foot{padding-left:2rem;padding-right:2rem}
.panel{padding:1.6rem 1.75rem}
.search .primary{justify-self:start;padding-inline:1.8rem}
}
`.replaceAll('\n', '');
