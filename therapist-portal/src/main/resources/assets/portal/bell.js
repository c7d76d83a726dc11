// Keeps the number beside "Risk" true while a page stays open, and says when it rises.
const EVERY_MS = 15_000;
const badge = document.getElementById("bell");
const count = document.getElementById("bell-count");
const said = document.getElementById("bell-said");
const title = document.title;

async function waiting() {
  const ask = () =>
    fetch("/risk/count", { headers: { Accept: "application/json" }, cache: "no-store" });
  let answer = await ask();
  if (answer.status === 401 && answer.headers.get("Handrail-Session") === "renew") {
    await fetch("/session/renew", { method: "POST" });
    answer = await ask();
  }
  if (answer.status === 401) return "signed out";
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).waiting;
}

function say(text, href, link) {
  const a = document.createElement("a");
  a.href = href;
  a.textContent = link;
  said.replaceChildren(document.createTextNode(text + " "), a);
}

function show(now) {
  const before = Number(badge.dataset.waiting);
  badge.dataset.waiting = String(now);
  badge.classList.toggle("none", now === 0);
  count.textContent = String(now);
  document.title = now > 0 ? `(${now}) ${title}` : title;
  if (now > before) {
    badge.classList.remove("rings");
    void badge.offsetWidth; // starts the motion again
    badge.classList.add("rings");
    const here = location.pathname === "/risk";
    say(
      now === 1 ? "A client needs an answer." : `${now} clients need an answer.`,
      here ? "/risk?fresh" : "/risk",
      here ? "Show what is new" : "Open the risk queue",
    );
  }
}

async function look() {
  try {
    const now = await waiting();
    if (now === "signed out") return say("You are signed out.", location.href, "Sign in");
    if (said.dataset.lost) {
      delete said.dataset.lost;
      said.replaceChildren();
    }
    show(now);
  } catch {
    said.dataset.lost = "yes";
    say("No connection: what you see may be old.", location.href, "Try again");
  }
  setTimeout(look, EVERY_MS);
}

if (badge) {
  document.title =
    Number(badge.dataset.waiting) > 0 ? `(${badge.dataset.waiting}) ${title}` : title;
  setTimeout(look, EVERY_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") waiting().then((n) => n >= 0 && show(n), () => {});
  });
}

// What a form answered is read first.
document.getElementById("notice")?.focus();
