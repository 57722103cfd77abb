/**
 * The look of the answer in itself, with the values of app/styles.css: the page must come in one piece of a few
 * kilobytes, without a second request for a style sheet.
 */
export const answerStyle = `
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;color-scheme:light}
html.large{font-size:150%}
body{margin:0;color:#17211f;background:#fff;font:400 1rem/1.75 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif,Hanazono;overflow-wrap:break-word;line-break:strict}
:lang(en){font-family:system-ui,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif,Hanazono;line-height:1.6}
h1,h2,p,dl,dd,ol{margin:0}
h1{font-size:2.441rem;line-height:1.25}
h2{font-size:1.25rem;line-height:1.45}
a{color:#0b5a52;text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:3px}
:focus-visible{outline:3px solid #17211f;outline-offset:0;box-shadow:0 0 0 6px #ffd33d}
header{border-bottom:4px solid #0b5a52}
header>div{max-width:62rem;margin:auto;padding:.35rem 1rem;display:flex;flex-wrap:wrap;align-items:center;gap:0 1rem}
header nav{margin-left:auto;display:flex;gap:1rem;font-size:.889rem}
header a,.line a{display:inline-flex;align-items:center;min-height:44px}
.home{font-size:1.25rem;font-weight:700;color:#17211f;text-decoration:none}
.place,.soft{color:#4a5855}.place,.small{font-size:.889rem}
main{max-width:40rem;margin:auto;padding:1rem 1rem 4rem}
main>*+*{margin-top:1.25rem}
.answer{display:flex;gap:1.25rem;align-items:center;padding:1.5rem;border-radius:6px;color:#fff}
.answer svg{flex:none;width:4.5rem;height:4.5rem;fill:none;stroke:currentColor;stroke-width:6;stroke-linecap:round;stroke-linejoin:round}
.answer div{min-width:0}.answer p{line-break:strict;text-wrap:balance}
.ok{background:#16653a}.warn{background:#8a4b00}.stop{background:#a61b1b}.unknown{background:#4a5855}
dl{border-top:1px solid #cfd8d5}
dl>div{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid #cfd8d5}
dt{color:#4a5855}dd{font-weight:700;font-variant-numeric:tabular-nums;min-width:0}
ol{padding-left:1.5rem}
.note{border:1px solid #cfd8d5;border-radius:6px;background:#f4f7f6;padding:1rem 1.25rem}
.note>*+*{margin-top:.6rem}
label{display:block;font-weight:700}
input,select{font:inherit;width:100%;max-width:22rem;min-height:44px;padding:.4rem .7rem;border:2px solid #17211f;border-radius:3px;background:#fff;color:inherit}
button{font:inherit;font-weight:700;min-height:44px;padding:.4rem 1.5rem;border:2px solid #4a5855;border-radius:3px;background:#fff;color:#17211f;cursor:pointer}
.said{border-left:6px solid;padding-left:.8rem;font-weight:700}
.said.yes{color:#16653a}.said.no{color:#a61b1b}.said.wait{color:#8a4b00}
time,.whole{white-space:nowrap}
.answer time{white-space:normal;word-break:keep-all}
html.large header a,html.large button,html.large input,html.large select{min-height:60px}
@media(max-width:40rem){h1{font-size:1.953rem}h1:lang(en){font-size:1.6rem}.answer{padding:1.25rem;gap:1rem}.answer svg{width:3.5rem;height:3.5rem}dl>div{grid-template-columns:1fr}dt{font-size:.889rem}.place{display:none}button{width:100%}}
@media print{header,form{display:none}.answer{border:2px solid #17211f;color:#17211f;background:#fff}}
`
