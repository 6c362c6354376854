// All the script there is. It only enhances: the answer is a plain form's post. Every page marks its
// form once a person's hand was seen, which a program pressing the button by itself does not have.
const MARK = `
var d=document,f=d.forms[0],t=f&&f.elements.touched;
function hand(then){["pointerdown","touchstart","keydown","click"].forEach(function(n){
d.addEventListener(n,function(e){if(e.isTrusted)then()},true)})}
if(t)hand(function(){t.value="1"});`;

// Who leaves without pressing Send, after a hand or some seconds in view and in focus, leaves the
// choice as unsent. Whoever takes an exit leaves nothing.
const UNSENT = `
var done=false,seen=0,last="";
f.addEventListener("submit",function(){done=true});
addEventListener("pageshow",function(){done=false});
d.addEventListener("click",function(e){if(e.target.closest("footer a"))done=true});
setInterval(function(){if(d.visibilityState==="visible"&&d.hasFocus())seen++},1000);
function leave(){var c=f.querySelector("input[name=score]:checked"),s=t.value?"input":seen>=AFTER?"focus":"";
if(done||!c||!s||c.value===last)return;last=c.value;
navigator.sendBeacon(f.action.replace(/answer$/,"unsent"),new URLSearchParams({score:last,signal:s}))}
d.addEventListener("visibilitychange",function(){if(d.visibilityState==="hidden")leave()});
addEventListener("pagehide",leave);`;

const SIGNAL = `
var told=false;
hand(function(){if(!told){told=true;navigator.sendBeacon(location.pathname.replace(/thanks$/,"signal"),new URLSearchParams({touched:"1"}))}});`;

function closed(...parts: string[]): string {
  return `(function(){${parts.join("")}\n})()`;
}

/** @param keepsUnsentAfter seconds in view that tell of a person; null where nothing is kept. */
export function questionScript(keepsUnsentAfter: number | null): string {
  if (keepsUnsentAfter === null) return closed(MARK);
  return closed(MARK, UNSENT.replace("AFTER", String(keepsUnsentAfter)));
}

export function thanksScript(awaitsSignal: boolean): string {
  return closed(MARK, awaitsSignal ? SIGNAL : "");
}
