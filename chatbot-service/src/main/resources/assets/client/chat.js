// The chat in a browser: sends with an id of its own, again and again until it is taken, and shows
// what others append meanwhile. Without this script the same forms work page by page.

import * as box from "./box.js";
import { freshId, waiting } from "./kept.js";
import * as log from "./log.js";
import { events } from "./stream.js";

const words = document.getElementById("words").dataset;
const sheet = document.getElementById("sheet");
const grid = document.getElementById("grid");
let sending = false;

// ---- how the page stands after a turn ----

function apply({ head, sheet: lines, box: html }) {
  document.getElementById("head").innerHTML = head;
  grid.classList.toggle("alone", !lines);
  sheet.hidden = !lines;
  if (lines) {
    const before = new Map(
      [...sheet.querySelectorAll("li[id]")].map((line) => [line.id, line.textContent]),
    );
    sheet.innerHTML = lines;
    for (const line of sheet.querySelectorAll("li[id]")) {
      if (before.has(line.id) && before.get(line.id) !== line.textContent) {
        line.querySelector(".sheet-line").classList.add("just");
      }
    }
  } else if (sheet.matches(":popover-open")) {
    sheet.hidePopover();
  }
  box.redraw(html);
}

// ---- sending ----

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-send]")) return;
  event.preventDefault();
  const said = box.said(form, event.submitter);
  if (!said) return;
  if (form === sheet.querySelector("form") && sheet.matches(":popover-open")) sheet.hidePopover();
  const { own, ...rest } = said;
  const message = { id: freshId(), ...rest };
  waiting.add(message);
  if (own) box.clear();
  log.pending(message, words.sending);
  flush();
});

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what waits, in order, one at a time. */
async function flush() {
  if (sending) return;
  sending = true;
  let tries = 0;
  try {
    for (let message; (message = waiting.all()[0]); ) {
      log.pending(message, words.sending);
      const how = await send(message);
      if (how === "taken" || how === "refused") {
        waiting.remove(message.id);
        tries = 0;
      } else if (how === "signed-out") {
        log.pending(message, words.unsent);
        box.say(words.signedout);
        return;
      } else {
        log.pending(message, how === "busy" ? words.sending : words.unsent);
        box.say(navigator.onLine ? (how === "busy" ? words.busy : words.fault) : words.offline);
        await pause(how === "busy" ? 600 : Math.min(15000, 800 * 2 ** tries++));
        if (!navigator.onLine) return; // the online event goes on
      }
    }
    box.say("");
  } finally {
    sending = false;
  }
}

/** One try: taken, busy, refused, signed-out or fault. */
async function send(message) {
  try {
    const answer = await fetch("/chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(message),
    });
    if (answer.status === 401) return (await renewed(answer)) ? send(message) : "signed-out";
    if (answer.status === 409) return "busy";
    if (!answer.ok) return await refused(message, answer);
    let whole = false;
    for await (const { name, data } of events(answer.body)) {
      box.say("");
      log.put(name, data, apply);
      whole ||= name === "closed";
    }
    return whole ? "taken" : "fault"; // cut short: the same id again brings the rest
  } catch {
    return "fault";
  }
}

async function refused(message, answer) {
  if (answer.status >= 500) return "fault";
  const told = await answer.json().catch(() => ({}));
  if (told.fault === "consent") {
    waiting.remove(message.id);
    location.assign("/welcome");
    return "refused";
  }
  log.drop(message.id);
  if (message.text) {
    const area = document.getElementById("text");
    area.value = area.value ? `${message.text}\n${area.value}` : message.text;
    area.dispatchEvent(new Event("input"));
  }
  box.say(told.message ?? words.fault);
  return "refused";
}

async function renewed(answer) {
  if (answer.headers.get("Handrail-Session") !== "renew") return false;
  const renewal = await fetch("/session/renew", { method: "POST" });
  return renewal.ok;
}

// ---- what others append ----

let source;

function listen() {
  source?.close();
  source = new EventSource(`/chat/events?after=${log.lastSeen()}`);
  for (const name of ["opened", "line", "closed"]) {
    source.addEventListener(name, (event) => {
      const data = JSON.parse(event.data);
      log.put(name, data, apply);
    });
  }
  source.addEventListener("told", (event) => box.told(JSON.parse(event.data).html));
  source.addEventListener("error", async () => {
    if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
    await pause(3000);
    const renewal = await fetch("/session/renew", { method: "POST" }).catch(() => null);
    if (renewal?.status === 401) box.say(words.signedout);
    else listen();
  });
}

addEventListener("offline", () => box.say(words.offline));
addEventListener("online", () => {
  box.say("");
  listen();
  flush();
});
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // what was kept may be old
});

// ---- begin ----

box.ready({ focus: box.typed() && !location.hash });
if (!navigator.onLine) box.say(words.offline);
for (const message of waiting.all()) log.pending(message, words.unsent);
log.toEnd("instant");
listen();
flush();
