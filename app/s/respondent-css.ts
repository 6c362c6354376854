/** All of it: a respondent's page loads nothing else. Plain colours, both modes, large targets. */
export const RESPONDENT_CSS = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--line:#e6e3db;--ink:#1d1c1a;--ink2:#57534b;--edge:#8a847a;--accent:#0d5c4f;--on:#fff;--tint:#e3efec}
@media (prefers-color-scheme:dark){:root{--paper:#141412;--card:#1b1b19;--line:#2e2d2a;--ink:#f0eee8;--ink2:#b9b4a9;--edge:#77726a;--accent:#6fc3ae;--on:#10201c;--tint:#1d3530}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:40.5rem;margin:0 auto;padding:24px;background:var(--card);min-height:100vh}
@media (min-width:700px){main{margin:32px auto;min-height:0;padding:32px 36px;border:1px solid var(--line);border-radius:12px}}
h1{font-size:1.3rem;line-height:1.3;margin:4px 0 20px}
h2{font-size:1.05rem;line-height:1.4;margin:24px 0 8px}
p{margin:0 0 10px}
a{color:var(--accent)}
.small{font-size:.875rem;font-weight:400;color:var(--ink2)}
.note{border:1px solid var(--edge);border-radius:8px;padding:10px 14px;margin:0 0 16px;font-size:.9375rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0}
label{display:block;position:relative;cursor:pointer}
label input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
label span{display:flex;align-items:center;min-height:46px;border:1px solid var(--edge);border-radius:8px;background:var(--card)}
input:checked+span{border:2px solid var(--accent);background:var(--tint);font-weight:700}
input:focus-visible+span,button:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,46px);gap:5px}
.numbers span{justify-content:center}
.words{display:grid;gap:6px}
.words span{padding:9px 14px}
.pills{display:flex;flex-wrap:wrap;gap:6px}
.pills span{padding:7px 12px;font-size:.9375rem}
h3{font-size:1rem;line-height:1.4;margin:16px 0 8px;font-weight:600}
.tick{margin-top:24px}
.aside span{border-style:dashed}
input[type=checkbox]:checked+span::before{content:"✓\\00a0"}
.ends{display:flex;justify-content:space-between;gap:16px;margin:8px 0 0}
.ends span+span{text-align:right}
button{font:inherit;font-weight:700;min-height:52px;border-radius:8px;border:1px solid var(--accent);cursor:pointer;padding:10px 20px;background:var(--accent);color:var(--on)}
button.wide{width:100%;margin:20px 0 14px}
button.plain{background:transparent;color:var(--accent)}
button.low{min-height:44px;padding:8px 16px}
textarea{width:100%;min-height:92px;font:inherit;padding:10px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--card);color:var(--ink)}
footer{margin-top:20px;padding-top:14px;border-top:1px solid var(--line);font-size:.875rem;line-height:2}
footer a{color:var(--ink2)}
.choice{border-top:1px solid var(--line);padding:16px 0}
.choice h2{margin:0 0 4px}
.hp{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
`.trim();
