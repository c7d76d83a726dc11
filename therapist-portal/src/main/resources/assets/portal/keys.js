// Keyboard shortcuts, and the sheet that lists them. Letters work only outside fields, and only when
// a link or a button of this page does the same.

const sheet = document.getElementById("keys");
const typing = (el) => el.closest?.("input, textarea, select, [contenteditable]");
let first = "";

function follow(selector) {
  const target = document.querySelector(selector);
  if (!target) return false;
  if (target.matches("a")) target.click();
  else target.focus();
  return true;
}

const places = { c: "caseload", r: "risk", p: "replies", h: "homework", v: "review", o: "cover", m: "team", i: "clinic", a: "audit" };
const tabs = { o: "overview", l: "log", v: "live", b: "brief", s: "steering", t: "limits", p: "safety", w: "homework", m: "measures", n: "notes", f: "fidelity", u: "ending" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const key = event.key.toLowerCase();
  if (event.key === "?") {
    event.preventDefault();
    sheet.open ? sheet.close() : sheet.showModal();
  } else if (sheet?.open) {
    return;
  } else if (first === "g" && places[key]) {
    first = "";
    if (follow(`.top-nav a[href="/${places[key]}"]`)) event.preventDefault();
  } else if (first === "t" && tabs[key]) {
    first = "";
    if (follow(`.tabs a[data-tab="${tabs[key]}"]`)) event.preventDefault();
  } else if (key === "g" || key === "t") {
    first = key;
    setTimeout(() => (first = ""), 1500);
  } else if (key === "/") {
    if (follow("#q")) event.preventDefault();
  } else if (key === "j" || key === "k") {
    const items = [...document.querySelectorAll("[data-item], .turn, .live-turn, .stop, .brief-part, article[id]")];
    if (items.length === 0) return;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const to = items[Math.min(items.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)))];
    if (!to.hasAttribute("tabindex")) to.tabIndex = -1;
    to.focus();
    to.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  }
});

const opener = document.getElementById("keys-open");
if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", () => sheet.showModal());
}
