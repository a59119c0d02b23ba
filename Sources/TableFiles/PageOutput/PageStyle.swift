/// The page's own style sheet and script: nothing is fetched from anywhere.
enum PageStyle {
    /// Of so many grades each has a colour of its own.
    static let colours = 8

    /// Wide screens, narrow ones, and A4 paper, where each slip begins a sheet and a table of many columns lies across.
    static let css = """
        :root{--ink:#1f2933;--quiet:#5d6975;--line:#d8dde2;--soft:#f5f7f8;--accent:#1c5d8c;
        --g0:#d3e8cf;--g1:#d4e2f4;--g2:#e7eaed;--g3:#f8ddc0;--g4:#f3cccc;
        --g5:#e6dcf2;--g6:#d2eeec;--g7:#f5f0cb}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        body{margin:0 auto;max-width:76rem;padding:1.5rem 1.25rem 4rem;color:var(--ink);background:#fff;
        font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;
        line-break:strict;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        h1{font-size:1.75rem;line-height:1.3;margin:0 0 .4rem}
        h2{font-size:1.3rem;line-height:1.4;margin:2.4rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--ink)}
        h3{font-size:1.1rem;margin:0}
        p,ul,dl,figure{margin:0}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
        .lead{color:var(--quiet);font-size:.875rem}
        nav{margin:.9rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
        .tools{position:sticky;top:0;z-index:2;background:#fff;padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1.2rem;align-items:center}
        .tools input[type=search]{font:inherit;padding:.35rem .7rem;border:1px solid #9aa5b1;border-radius:.3rem;width:17rem;max-width:100%}
        .tools fieldset{border:0;margin:0;padding:0;color:var(--quiet);font-size:.875rem;display:flex;flex-wrap:wrap;gap:0 .9rem}
        .tools output{color:var(--quiet);font-size:.875rem}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:1.2rem 2rem;align-items:start}
        figcaption{font-weight:600;margin-bottom:.2rem}
        svg{display:block;width:100%;max-width:40rem;height:auto;font-size:14px}
        svg text{fill:var(--ink)}svg .q{fill:var(--quiet)}svg .b{fill:#7fa6c9}svg .x{stroke:#9aa5b1}
        .f0{fill:#a9d3a3}.f1{fill:#a9c6ea}.f2{fill:#ced4da}.f3{fill:#f0c493}.f4{fill:#e7a8a8}
        .f5{fill:#c9b3e0}.f6{fill:#9fd8d6}.f7{fill:#ece29a}
        .scroll{overflow-x:auto;margin-top:1.2rem}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;color:var(--quiet);font-size:.875rem;padding-bottom:.3rem}
        th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline;unicode-bidi:isolate}
        thead th{border-bottom:2px solid var(--ink);white-space:nowrap;vertical-align:bottom}
        tbody td{white-space:nowrap}tbody td.long{white-space:normal;min-width:12em}
        .num{text-align:right;white-space:nowrap}
        .group th{background:var(--soft);padding-top:.7rem;font-size:1.02rem}
        .group small{unicode-bidi:isolate;font-weight:400;color:var(--quiet);margin-left:.8em;font-size:.875rem}
        .strong{font-weight:700}
        .tag{display:inline-block;padding:0 .55em;border-radius:.25rem;white-space:nowrap}
        .t0{background:var(--g0)}.t1{background:var(--g1)}.t2{background:var(--g2)}.t3{background:var(--g3)}.t4{background:var(--g4)}
        .t5{background:var(--g5)}.t6{background:var(--g6)}.t7{background:var(--g7)}
        .slip{border:1px solid var(--line);border-radius:.4rem;padding:1rem 1.2rem;margin-top:1rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
        .slip:target{outline:3px solid var(--accent)}
        .slip header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;align-items:baseline}
        .slip header span,.slip header small,.who{color:var(--quiet);font-size:.875rem}
        .sum{list-style:none;padding:0;margin:.6rem 0;display:flex;flex-wrap:wrap;gap:.4rem 2rem}
        .sum span{display:block;color:var(--quiet);font-size:.8125rem;line-height:1.3}
        .sum b{font-size:1.3rem;line-height:1.4}.sum .tag{font-size:1.1rem;line-height:1.45}
        .part{border-top:1px solid var(--line);padding:.45rem 0}
        .d1{margin-left:1.2rem}.d2{margin-left:2.4rem}.d3{margin-left:3.6rem}
        .part h4{margin:0;font-size:1rem;display:flex;flex-wrap:wrap;gap:0 .8em;align-items:baseline}
        .part h4 small{font-weight:400;color:var(--quiet);font-size:.8125rem}
        .line{font-size:.9375rem;padding-left:1em;text-indent:-1em}
        .i1{margin-left:1.2em}.i2{margin-left:2.4em}.i3{margin-left:3.6em}
        .yes b,.no b{font-weight:600;font-size:.8125rem;border-radius:.2rem;padding:0 .35em;margin-right:.5em}
        .yes b{background:var(--g0)}.no b{background:var(--g2)}.no{color:var(--quiet)}
        .records{columns:26rem 2;column-gap:1.5rem}.records .line{break-inside:avoid;orphans:2;widows:2}
        .cite{color:var(--quiet);font-size:.8125rem;margin-left:.8em}
        .note{color:var(--quiet);font-size:.8125rem;padding-left:1em}
        .slip header small{flex-basis:100%;font-size:.75rem}
        dl{display:grid;grid-template-columns:minmax(8rem,18rem) 1fr}
        dt,dd{margin:0;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);font-size:.9375rem}
        dt{color:var(--quiet)}dd{white-space:pre-line}
        .section h3{margin:1.4rem 0 .3rem}
        [hidden]{display:none!important}
        @media(max-width:46rem){
        body{padding:1rem .8rem 3rem;font-size:15px}
        h1{font-size:1.4rem}
        .brief .minor{display:none}
        th,td{padding:.3rem .4rem}
        .slip{padding:.8rem}
        .d1{margin-left:.5rem}.d2{margin-left:1rem}.d3{margin-left:1.5rem}
        .i1{margin-left:.4em}.i2{margin-left:.8em}.i3{margin-left:1.2em}
        dl{display:block}dt{border:0;padding-bottom:0}
        .tools{position:static}
        }
        @page{size:A4;margin:9mm 11mm}
        @page wide{size:A4 landscape}
        @media print{
        html{font-size:9pt}
        body{max-width:none;padding:0;font-size:9pt;line-height:1.33}
        h1{font-size:16pt}h2{font-size:12pt;margin:5mm 0 2mm;break-after:avoid}h3{font-size:11pt}
        nav,.tools{display:none}
        a{color:inherit;text-decoration:none}
        .charts{grid-template-columns:1fr 1fr}figure{break-inside:avoid}svg{font-size:13px}
        .scroll{overflow:visible}
        thead{display:table-header-group}tr{break-inside:avoid}.group{break-after:avoid}
        th,td{padding:.6mm 1.2mm;font-size:8pt}
        thead th,thead .num,tbody td{white-space:normal}
        .wide{page:wide}
        .wide th,.wide td{padding:.6mm .8mm;font-size:7pt}.wide tbody td:not(.num){min-width:3.8em}
        .wider th,.wider td{padding:.5mm .5mm;font-size:6pt}
        .widest th,.widest td{padding:.4mm .3mm;font-size:5pt}.widest .num:not(.strong){white-space:normal}
        .group th{padding-top:1.6mm;font-size:9pt}
        .tag,.yes b,.no b,.group th,svg *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .slips h2{display:none}.slip header small{flex-basis:auto;order:1}.slip header span{order:2}
        .slip{break-after:page;border:0;border-radius:0;padding:0;margin:0;content-visibility:visible;outline:0!important}
        .part{padding:.4mm 0}.part h4{font-size:9pt;break-after:avoid}.line,dt,dd{font-size:8pt}
        .note,.cite,.who,.part h4 small,.yes b,.no b{font-size:7pt}
        .records{columns:2;column-gap:3mm}.records .line{font-size:7pt;margin-left:0;padding-left:.6em;text-indent:-.6em}
        .yes b,.no b{padding:0 .2em;margin-right:.3em}.sum{margin:.5mm 0}.sum span{display:inline;font-size:7.5pt;margin-right:.4em}.sum b{font-size:11pt}
        .d1{margin-left:3mm}.d2{margin-left:6mm}.d3{margin-left:9mm}
        .line{break-inside:avoid;orphans:2;widows:2}
        body:has(#print-ranking:not(:checked)) .ranking,body:has(#print-slips:not(:checked)) .slips,
        body:has(#print-about:not(:checked)) .about{display:none}
        body:has(#print-ranking:not(:checked)) .page-head{display:none}
        body:has(#print-ranking:checked) .slips:has(.slip:not([hidden])){break-before:page}
        .slips:has(.slip):not(:has(.slip:not([hidden]))){display:none}
        .about{break-before:page}
        }
        """

    /// Hides what does not have the words that are sought. Without it all is there.
    static let script = """
        (function(){
        var box=document.getElementById('search'),count=document.getElementById('found');
        if(!box)return;
        document.getElementById('finder').hidden=false;
        var bodies=[];
        document.querySelectorAll('.ranking tbody').forEach(function(body){
        var head=body.querySelector('.group'),name=head?head.cells[0].firstChild.textContent:'',rows=[];
        body.querySelectorAll('tr:not(.group)').forEach(function(row){
        var link=row.querySelector('a');
        rows.push({row:row,slip:link&&document.getElementById(link.hash.slice(1)),text:(name+' '+row.textContent).toLowerCase()})});
        bodies.push({head:head,rows:rows})});
        function search(){
        var words=box.value.toLowerCase().split(/\\s+/).filter(Boolean),found=0;
        bodies.forEach(function(body){
        var any=false;
        body.rows.forEach(function(item){
        var hit=words.every(function(word){return item.text.indexOf(word)>=0});
        item.row.hidden=!hit;
        if(item.slip)item.slip.hidden=!hit;
        if(hit){any=true;found++}});
        if(body.head)body.head.hidden=!any});
        count.textContent=words.length?count.dataset.text.replace('#',found):'';
        }
        box.addEventListener('input',search);
        search();
        })();
        """
}
