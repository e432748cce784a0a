namespace SmpInsights.Reporting.Html;

/// <summary>The style sheet of a report page. Paper takes the light colours whatever the screen has.</summary>
internal static class PageStyle
{
    private const string Light = "--ink:#1b2430;--soft:#55606e;--line:#dde2e8;--paper:#fff;--ground:#f3f5f8;--accent:#0a5c8f;--band:#123b57;--bandink:#fff;--bandsoft:#cfe0ec;--wash:#f4f6f8;--good:#00694c;--bad:#a33d00;--warn:#fff6e5;--warnline:#c77700;--shade:rgba(27,36,48,.28)";
    private const string Dark = "--ink:#e8ecf2;--soft:#aab4c2;--line:#323b48;--paper:#171d26;--ground:#0e131a;--accent:#7cc4f5;--band:#102a3d;--bandink:#f2f7fb;--bandsoft:#b5cbdb;--wash:#202834;--good:#4fd3a8;--bad:#ffa66e;--warn:#2c2410;--warnline:#e8b04a;--shade:rgba(0,0,0,.7)";

    public const string Css = $$$"""
:root{color-scheme:light dark; {{{Light}}} }
@media screen and (prefers-color-scheme:dark){:root{ {{{Dark}}} } }
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 "Segoe UI",Helvetica,Arial,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wrap,.body{max-width:1180px;margin:0 auto;padding:0 24px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:12px;top:12px;background:var(--paper);padding:8px 12px;z-index:9}
.top{background:var(--band);color:var(--bandink);padding:28px 0 24px}
.clinic{font-weight:600;color:var(--bandsoft)}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.01em;margin:2px 0 4px}
.subtitle{color:var(--bandsoft);max-width:70ch}
.facts{display:flex;flex-wrap:wrap;gap:6px 28px;margin-top:16px}
.facts div{display:flex;gap:8px;align-items:baseline}
.facts dt{color:var(--bandsoft);font-size:.875rem}
.facts dd{font-weight:600}
.body{display:grid;grid-template-columns:210px minmax(0,1fr);gap:36px;align-items:start;padding-top:28px}
.contents{position:sticky;top:20px;font-size:.925rem;max-height:calc(100vh - 40px);overflow:auto}
.contents p{font-size:.8rem;font-weight:600;color:var(--soft);margin-bottom:6px}
.contents ol{list-style:none;border-left:2px solid var(--line)}
.contents li{break-inside:avoid}
.contents a{display:block;padding:5px 12px;color:var(--ink);text-decoration:none;margin-left:-2px;border-left:2px solid transparent}
.contents a:hover{border-color:var(--accent);color:var(--accent);text-decoration:underline}
main{min-width:0}
section{margin-bottom:44px;scroll-margin-top:16px}
h2{font-size:1.375rem;line-height:1.3;margin-bottom:14px}
.headlines{background:var(--paper);border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:8px;padding:18px 22px}
.headlines h2{font-size:1rem;margin-bottom:6px}
.headlines ul{padding-left:20px}
.headlines li{margin:5px 0;font-size:1.0625rem}
.text,.note,.warning{max-width:76ch;margin-bottom:16px}
.text p+p,.note p+p,.warning p+p{margin-top:8px}
.text ul,.note ul,.warning ul{padding-left:22px}
.note{color:var(--soft);border-left:3px solid var(--line);padding-left:14px;font-size:.9375rem}
.warning{background:var(--warn);border-left:4px solid var(--warnline);border-radius:0 6px 6px 0;padding:12px 16px}
.mark{font-weight:700;font-size:.875rem}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,205px),1fr));gap:14px;margin-bottom:20px}
.tile{background:var(--paper);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:8px;padding:14px 16px;display:flex;flex-direction:column;gap:4px;min-width:0}
.tile.good{border-top-color:var(--good)}
.tile.bad{border-top-color:var(--bad)}
.tile h3{font-size:.875rem;font-weight:600;color:var(--soft);line-height:1.35}
.value{font-size:1.75rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.value.long{font-size:1.3rem;line-height:1.6}
.value.words{font-size:1.05rem;line-height:1.4;font-weight:600}
[dir=ltr] [dir=auto]{text-align:left}
[dir=rtl] [dir=auto]{text-align:right}
.value .interval{display:block;font-size:.85rem;font-weight:400;color:var(--soft)}
.tone{font-size:.8125rem;font-weight:600}
.good .tone{color:var(--good)}
.bad .tone{color:var(--bad)}
.spark{width:100%;flex:1 1 30px;min-height:30px;max-height:120px;margin:6px 0}
.spark path{fill:none;stroke:var(--accent);stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
.spark .alone{stroke-width:3.6}
.spark .end{stroke-width:6.5}
.tile dl{font-size:.8438rem;color:var(--soft);margin-top:auto;padding-top:4px}
.tile dl div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 10px;border-top:1px solid var(--line);padding:3px 0}
.tile dt{white-space:nowrap}
.tile dd{font-variant-numeric:tabular-nums;color:var(--ink);text-align:right;overflow-wrap:normal;margin-left:auto}
.remark{font-size:.8438rem;color:var(--soft);margin-top:6px;max-width:90ch}
figure{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:14px 16px 8px;margin-bottom:18px}
figure svg{display:block;width:100%;height:auto;max-width:820px;margin:0 auto}
.panels h3{font-size:1rem;margin-bottom:8px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,270px),1fr));gap:12px;margin-bottom:18px}
.grid figure{margin:0;padding:8px 8px 4px}
.grid figure svg{max-width:280px}
.narrow{display:none}
.table{background:var(--paper);border:1px solid var(--line);border-radius:8px;margin-bottom:18px;overflow:hidden}
.table>.remark{padding:0 16px 12px;margin-top:8px}
.scroll{overflow-x:auto;background:linear-gradient(90deg,var(--paper) 40%,transparent) left/40px 100% local,linear-gradient(270deg,var(--paper) 40%,transparent) right/40px 100% local,linear-gradient(90deg,var(--shade),transparent) left/14px 100% scroll,linear-gradient(270deg,var(--shade),transparent) right/14px 100% scroll;background-repeat:no-repeat}
.dense table{font-size:.85rem}
.dense thead th,.dense tbody th,.dense tbody td,.dense tfoot th,.dense tfoot td{padding-left:7px;padding-right:7px}
.dense thead th:first-child,.dense tbody th:first-child,.dense tfoot th:first-child{padding-left:16px}
.dense tr>:last-child{padding-right:14px}
.dense th[scope=row]:not(.whole){min-width:6.5rem}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9063rem;overflow-wrap:normal}
caption{text-align:start;font-weight:650;font-size:1rem;padding:14px 16px 8px}
caption span{position:sticky;left:16px;display:inline-block;max-width:calc(100vw - 72px)}
thead th{position:sticky;top:0;background:var(--wash);z-index:1;font-weight:600;color:var(--soft);text-align:start;vertical-align:bottom;border-block:1px solid var(--line);padding:8px 12px;line-height:1.35}
.unit{font-weight:400;white-space:nowrap}
.word{white-space:nowrap}
tbody th,tbody td,tfoot th,tfoot td{padding:7px 12px;text-align:start;vertical-align:top;border-bottom:1px solid var(--line);font-weight:400;min-width:5ch;max-width:44ch}
tbody th{font-weight:550}
th[scope=row]:not(.whole){min-width:9rem}
thead th:first-child,tbody th:first-child,tfoot th:first-child,.none{padding-left:16px}
tbody tr:last-child>*{border-bottom:0}
tbody tr:hover>*{background:var(--wash)}
tfoot>tr>*{font-weight:700;border-top:2px solid var(--soft);border-bottom:0}
.n{text-align:right!important;font-variant-numeric:tabular-nums}
.n+:not(.n){padding-left:22px!important}
.whole{white-space:nowrap}
.hint{display:none}
.quiet{color:var(--soft)}
table .interval{color:var(--soft)}
.definitions>div{padding:10px 0;border-top:1px solid var(--line)}
.definitions dt{font-weight:650}
.definitions dd{max-width:80ch;color:var(--soft)}
.bottom{border-top:1px solid var(--line);padding:18px 0 32px;font-size:.875rem;color:var(--soft)}
@media (max-width:900px){.body{display:flex;flex-direction:column;align-items:stretch;gap:0}main{display:contents}.headlines{order:-1;margin-bottom:20px}.contents{margin-bottom:28px}.contents{position:static;max-height:none}.contents ol{columns:2;border:0}.contents a{padding-left:0;margin-left:0;border:0;text-decoration:underline}}
@media screen and (max-width:560px){.wrap,.body{padding-left:16px;padding-right:16px}h1{font-size:1.5rem}.contents{font-size:.875rem}figure{padding:8px 6px 4px}.wide{display:none}.narrow{display:block}.tiles{grid-template-columns:repeat(auto-fill,minmax(min(100%,158px),1fr));gap:10px}.tile{padding:11px 12px}.value{font-size:1.45rem}.headlines{padding:14px 16px}}
@media screen and (max-width:560px){
.table table,.dense table{font-size:.8rem}
.table thead th,.table tbody th,.table tbody td,.table tfoot th,.table tfoot td{padding:6px 5px;min-width:0;max-width:none}
.table thead th:first-child,.table tbody th:first-child,.table tfoot th:first-child{padding-left:12px;max-width:40vw;min-width:0}
.table th[scope=row]:not(.whole){min-width:5.2rem}
.table tr>:last-child{padding-right:12px}
.n+:not(.n){padding-left:12px!important}
caption{padding:12px 12px 6px}
caption span{left:12px}
.table>.remark{padding:0 12px 10px}
.unit{white-space:normal}
table .interval{display:block}
.hint{display:block;background:var(--wash);border-bottom:1px solid var(--line);padding:7px 12px;font-size:.8rem;font-weight:600}
.swipe thead th:first-child,.swipe tbody th,.swipe tfoot th{position:sticky;left:0;z-index:1;background:var(--paper);border-right:1px solid var(--line)}
.swipe thead th:first-child{z-index:2;background:var(--wash)}
.cards table,.cards caption,.cards tbody,.cards tfoot{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.table.cards tr{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:5px 12px;padding:9px 12px;border-top:1px solid var(--line)}
.table.cards tfoot tr{border-top:2px solid var(--soft)}
.table.cards tr>*{display:block;border:0;padding:0!important;text-align:start!important;white-space:normal}
.table.cards td:last-child:nth-child(even){grid-column:1/-1}
.table.cards th{grid-column:1/-1;max-width:none!important;font-weight:650;font-size:.875rem}
.cards td::before{content:attr(data-label);content:attr(data-label) / "";display:block;font-size:.75rem;font-weight:400;color:var(--soft);line-height:1.3}
.cards td:empty{display:none}
.cards .interval{display:inline}
}
@page{margin:15mm 14mm 17mm}
@media print{
html{font-size:10.5pt}
body{background:#fff;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.contents,.skip,.screen{display:none}
.wrap,.body{max-width:none;padding:0 1px 0 0}
.body{display:block;padding-top:14px}
.top{background:none;color:var(--ink);border-bottom:2px solid var(--band);padding:0 0 10px}
.clinic,.subtitle,.facts dt{color:var(--soft)}
h1{font-size:17pt}
.facts{margin-top:6px}
h2{font-size:13pt;break-after:avoid}
section{margin-bottom:18px}
.tiles{grid-template-columns:repeat(4,1fr);gap:7px;margin-bottom:12px}
.tile{padding:7px 9px 6px;gap:2px}
.tile dl,.tile .remark{font-size:7.5pt;line-height:1.4;margin-top:1px}
.tile dl{margin-top:auto}
.tile dl div{padding:1px 0}
.spark{max-height:60px;min-height:20px;margin:3px 0}
.headlines{padding:9px 14px;margin-bottom:12px}
.headlines ul{padding-left:16px}
.headlines li{font-size:10pt;margin:2px 0;line-height:1.4}
.grid{grid-template-columns:repeat(3,minmax(0,1fr));gap:6px}
.grid.two{grid-template-columns:repeat(2,minmax(0,1fr))}
.grid figure{padding:6px 4px 4px}
.grid figure svg{max-width:55mm}
.grid figure{break-inside:avoid}
.panels h3{break-after:avoid}
.value{font-size:14pt}
figure,.tile,tr,.short,.warning,.note,.headlines,.text li,.text p,.definitions>div{break-inside:avoid}
figure,.table{border-radius:0}
figure{padding:8px 10px 4px;margin-bottom:12px}
figure svg{max-width:176mm;max-height:215mm}
.table{overflow:visible;border:0}
.scroll{overflow:visible;background:none}
.table>.remark{break-before:avoid;padding:0 0 8px;margin-top:4px}
table{font-size:8.5pt}
thead{display:table-header-group}
thead th{position:static}
tfoot{display:table-row-group}
caption{padding:6px 0;break-after:avoid}
tbody tr:nth-child(-n+3),tbody tr:last-child{break-before:avoid}
.whole{white-space:normal}
.n.whole{white-space:nowrap}
thead th,tbody th,tbody td,tfoot th,tfoot td{padding:3px 6px}
.dense table{font-size:8pt}
.dense thead th,.dense tbody th,.dense tbody td,.dense tfoot th,.dense tfoot td{padding:3px 4px}
.definitions>div{padding:6px 0}
.bottom{padding:8px 0 0;break-before:avoid}
a{color:inherit;text-decoration:none}
}
""";
}
