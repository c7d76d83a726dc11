// A form stays where it is until there is somebody to send it to: without a connection the page
// says so and keeps every word. One press is one wish, and a slow answer is said to be slow.
// Without this script the same forms go by themselves, and a page that failed gives the words back.

const words = document.querySelector("meta[name=handrail-sending]")?.dataset ?? {};
const SLOW_MS = 1500;
const REACH_MS = 8000;
const slow = new WeakMap();

function say(form, text, alert) {
  let line = form.querySelector(":scope > .sending");
  if (!line) {
    if (!text) return;
    line = document.createElement("p");
    line.className = "sending small";
    form.append(line);
  }
  line.setAttribute("role", alert ? "alert" : "status");
  line.classList.toggle("wrong", alert);
  line.textContent = text;
  if (alert) line.scrollIntoView({ block: "nearest" });
}

// What keeps a form from being taken: offline, signedout, or nothing.
async function kept() {
  if (!navigator.onLine) return "offline";
  const ask = "session" in words ? "/session/standing" : "/health";
  try {
    const answer = await fetch(ask, { cache: "no-store", signal: AbortSignal.timeout(REACH_MS) });
    if (answer.status !== 401) return ""; // whatever it answers: a page that failed says more
    const renewal = await fetch("/session/renew", { method: "POST" });
    return renewal.status === 401 ? "signedout" : "";
  } catch {
    return "offline";
  }
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending === "gone") return event.preventDefault();
  if (form.dataset.sending === "sure") {
    form.dataset.sending = "gone";
    slow.set(form, setTimeout(() => say(form, words.slow, false), SLOW_MS));
    return;
  }
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "asking";
  const button = event.submitter;
  const late = setTimeout(() => say(form, words.slow, false), SLOW_MS);
  const why = await kept();
  clearTimeout(late);
  if (why) {
    delete form.dataset.sending;
    say(form, words[why], true);
    return;
  }
  say(form, "", false);
  form.dataset.sending = "sure";
  form.requestSubmit(button);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    clearTimeout(slow.get(form));
    delete form.dataset.sending;
    say(form, "", false);
  }
});
