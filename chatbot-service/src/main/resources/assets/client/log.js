// Puts events in their place. Applying one twice changes nothing: every part has an id.

const log = document.getElementById("log");
const words = document.getElementById("words").dataset;

function drawn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

// After a message of one's own the page follows the reply, until one scrolls away by hand.
let following = false;
for (const kind of ["wheel", "touchmove"]) {
  addEventListener(kind, () => (following = false), { passive: true });
}

const atEnd = () =>
  following || innerHeight + scrollY > document.documentElement.scrollHeight - 240;

/** To the newest line; where many options or help follow it, to the beginning of what was said. */
export function toEnd(how = "smooth") {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const question = [...log.querySelectorAll(".line.ask")].at(-1);
  const tall = question && document.querySelector(".box.tall");
  const head = document.getElementById("head").offsetHeight;
  const help = document.querySelector('.box[data-mode="held"], .box[data-mode="asked"]');
  const from = help ? log.querySelector(".exchange:last-of-type") : tall ? question : null;
  const top = from
    ? from.getBoundingClientRect().top + scrollY - head - 32
    : document.documentElement.scrollHeight;
  scrollTo({ top, behavior: calm ? "auto" : how });
}

/** The bubble of a message that is on its way, or not sent yet. */
export function pending(message, note) {
  document.getElementById("nothing-yet")?.remove();
  let own = document.getElementById(`p-${message.id}`);
  if (!own) {
    own = document.createElement("article");
    own.className = "exchange fresh";
    own.id = `p-${message.id}`;
    const mine = document.createElement("div");
    mine.className = message.move ? "mine tap" : "mine";
    const text = document.createElement("p");
    text.className = "own";
    const you = document.createElement("span");
    you.className = "unseen";
    you.textContent = `${words.you} `;
    text.append(you, message.text ?? message.label);
    const sending = document.createElement("p");
    sending.className = "sending";
    mine.append(text, sending);
    own.append(mine);
    log.append(own);
    document.getElementById("ending")?.remove();
    following = true;
    toEnd();
  }
  own.querySelector(".sending").textContent = note;
  return own;
}

export function drop(id) {
  document.getElementById(`p-${id}`)?.remove();
}

function opened({ seq, message, html }) {
  if (document.getElementById(`t-${seq}`)) return;
  const stay = atEnd();
  const turn = drawn(html);
  const own = message && document.getElementById(`p-${message}`);
  document.getElementById("nothing-yet")?.remove();
  if (own) {
    turn.classList.remove("fresh"); // it is on the page already; it only changes its name
    own.replaceWith(turn);
  } else {
    place(turn, seq);
  }
  document.getElementById("ending")?.remove();
  reading(turn, true);
  if (stay || own) toEnd();
}

function place(turn, seq) {
  const later = [...log.querySelectorAll(".exchange[data-seq]")].find(
    (other) => Number(other.dataset.seq) > seq,
  );
  if (later) later.before(turn);
  else {
    const firstPending = log.querySelector('[id^="p-"]');
    if (firstPending) firstPending.before(turn);
    else log.append(turn);
  }
}

function line({ seq, index, html }) {
  if (document.getElementById(`l-${seq}-${index}`)) return;
  const turn = document.getElementById(`t-${seq}`);
  if (!turn) return;
  const stay = atEnd();
  reading(turn, false);
  turn.append(drawn(html));
  if (stay) toEnd();
}

function reading(turn, on) {
  turn.querySelector(".reading")?.remove();
  if (!on) return;
  const sign = document.createElement("p");
  sign.className = "reading";
  sign.textContent = words.reading;
  sign.setAttribute("aria-hidden", "true");
  turn.append(sign);
}

let standing = Number(log.dataset.after);

/** How the page stands after a turn; an older one says nothing new. */
function closed(event, apply) {
  const turn = document.getElementById(`t-${event.seq}`);
  if (turn) reading(turn, false);
  if (event.seq <= standing) return;
  standing = event.seq;
  const stay = atEnd();
  apply(event);
  document.getElementById("ending")?.remove();
  if (event.ending) log.append(drawn(event.ending));
  if (stay) toEnd();
}

export const lastSeen = () => standing;

export function put(name, event, apply) {
  if (name === "opened") opened(event);
  else if (name === "line") line(event);
  else if (name === "closed") closed(event, apply);
}
