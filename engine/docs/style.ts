/** The style sheet of every page: on a screen light or dark as the reader has it, from 360 px up; on paper A4, always light. No fonts are fetched. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2024;--soft:#5a636c;--paper:#fff;--wash:#f4f6f8;--wash2:#eaeef2;--rule:#d5dbe1;--link:#0b57a4;--good:#146c43;--warn:#a3341f;--box:#fff;--tag:#e3eefb}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#a2abb4;--paper:#15181b;--wash:#1d2125;--wash2:#252a2f;--rule:#3a4148;--link:#85b8f0;--good:#6fd0a0;--warn:#f29580;--box:#23282d;--tag:#22364d}}
*{box-sizing:border-box}
html{scroll-padding-top:12px;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1240px;padding:20px 24px 60px;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:break-word}
:lang(zh){line-break:strict}
a{color:var(--link);text-decoration:none}
a:hover,a:focus-visible{text-decoration:underline}
h1{font-size:1.75rem;line-height:1.3;margin:.4rem 0 .2rem}
h2{font-size:1.3rem;margin:2.4rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--rule)}
h3{font-size:1.08rem;margin:1.8rem 0 .4rem}
h4{font-size:1rem;margin:1.2rem 0 .4rem}
h3 small,b+small{font-weight:400;color:var(--soft)}
p{margin:.4rem 0}
small{font-size:.84em}
code{font-size:.9em}
ul{margin:.2rem 0;padding-left:1.2em}
.ids,.soft,.note,.remark,.legend,footer,.no-rule{color:var(--soft)}
.note,.remark,.legend,footer{font-size:.9rem}
span.note{display:block}
.remark{margin:.4rem 0}
.status{border-left:4px solid var(--warn);padding:.3rem .8rem;background:var(--wash)}
nav.top{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.95rem}
nav.contents{margin:1.2rem 0;padding:.6rem 1rem;background:var(--wash);border-radius:8px}
nav.contents ul{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;list-style:none;padding:0;margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(270px,1fr));gap:.3rem 1.2rem;margin:.8rem 0}
.facts>div{display:flex;gap:.8em}
.facts dt{color:var(--soft);flex:none;min-width:4.5em}
.facts dd{margin:0}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1rem;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid var(--rule)}
thead th{background:var(--wash);color:var(--soft);font-weight:600;white-space:nowrap}
td table{margin:.2rem 0;font-size:1em}
td>p:first-child{margin-top:0}
tr:target,li:target{background:var(--tag)}
tr.part td:first-child{padding-left:2rem}
tr.depth2 td:first-child{padding-left:3.2rem}
tr.depth3 td:first-child{padding-left:4.4rem}
tr.open td:first-child{box-shadow:inset 4px 0 var(--warn)}
.kind{white-space:nowrap;font-weight:600}
.bar .kind,.suspend .kind,.ceases{color:var(--warn)}
.weigh .kind{color:var(--soft)}
.cite,.day{white-space:nowrap}
.tag{background:var(--tag);border-radius:4px;padding:0 .4em}
.arms ul,td>ul{padding-left:1.1em}
p.guard,span.guard{display:inline-block;border:1px dashed var(--soft);border-radius:4px;padding:0 .4em;font-size:.9em;margin:.1rem 0}
.cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:1rem}
.cards li{border:1px solid var(--rule);border-radius:8px;padding:.8rem 1rem;background:var(--wash)}
.cards a{font-weight:600;font-size:1.05rem}
details{margin:.6rem 0}
summary{cursor:pointer;font-weight:600}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.6rem;overflow-wrap:anywhere}
.chart{overflow-x:auto;width:fit-content;max-width:100%;margin:.8rem 0;border:1px solid var(--rule);border-radius:8px;background:var(--wash)}
.chart .source{position:absolute}
.slice{display:block;width:100%;height:auto;max-width:var(--chart);min-width:calc(var(--chart)*.8)}
.lane rect{fill:var(--wash)}
.lane.odd rect{fill:var(--wash2)}
.band rect{fill:none;stroke:var(--rule);stroke-width:1.5}
.node rect{fill:var(--box);stroke:var(--soft);stroke-width:1.3}
.guard rect{fill:var(--wash);stroke-dasharray:5 3}
text{fill:var(--ink);font-family:inherit}
text.name,text.lane,text.band{font-weight:700}
text.meta,text.guard,text.lane{fill:var(--soft)}
text.back{fill:var(--warn)}
.forward path,.way path{fill:none;stroke:var(--ink);stroke-width:1.4}
.back path{fill:none;stroke:var(--warn);stroke-width:1.3;stroke-dasharray:5 3}
.forward .head,.way .head{fill:var(--ink);stroke:none}
.back .head{fill:var(--warn);stroke:none}
.join{stroke:var(--ink);stroke-width:4;stroke-linecap:round}
@media (max-width:700px){
.slice{min-width:var(--chart)}
body{padding:12px 14px 40px}
h1{font-size:1.4rem}
thead{display:none}
table,tbody,tr,td{display:block;width:100%}
tr{border:1px solid var(--rule);border-radius:8px;margin:.6rem 0;padding:.2rem .7rem;background:var(--paper)}
td{border:0;padding:.25rem 0}
td.empty{display:none}
td[data-head]:not([data-head=""]):not(:first-child)::before{content:attr(data-head);display:block;color:var(--soft);font-size:.82rem}
tr.part{margin-left:1rem;width:auto}
tr.depth2{margin-left:2rem}
tr.depth3{margin-left:3rem}
tr.part td:first-child{padding-left:0}
.cite{white-space:normal}
}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--wash:#f6f6f6;--wash2:#ececec;--rule:#bbb;--link:#000;--good:#000;--warn:#8a1c0b;--box:#fff;--tag:#eee}
@page{size:A4;margin:15mm 14mm}
@page wide{size:A4 landscape;margin:12mm}
body{max-width:none;padding:0;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav{display:none}
h1{font-size:18pt}h2{font-size:14pt}h3{font-size:12pt}
h2,h3,h4{break-after:avoid}
table{font-size:9.5pt}
thead{display:table-header-group}
tr,.slice,.status{break-inside:avoid}
.chart{overflow:visible;border:0}
.chart.wide{page:wide}
.slice{max-width:min(100%,var(--chart));min-width:0}
}
`
