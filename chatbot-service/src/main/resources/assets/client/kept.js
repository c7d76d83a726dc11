// What this device keeps for this client: the draft, and what was sent but not yet taken.

const device = document.querySelector("meta[name=handrail-device]")?.content ?? "";
const DRAFT = `handrail.draft.${device}`;
const WAITING = `handrail.waiting.${device}`;

function get(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is off: nothing is kept, everything else works
  }
}

function set(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // storage is off or full
  }
}

export const draft = {
  get: () => get(DRAFT) ?? "",
  set: (text) => set(DRAFT, text),
};

/** Messages in the order they were sent: {id, text} or {id, move, label}. */
export const waiting = {
  all: () => JSON.parse(get(WAITING) ?? "[]"),
  add: (message) => set(WAITING, JSON.stringify([...waiting.all(), message])),
  remove: (id) => {
    const left = waiting.all().filter((message) => message.id !== id);
    set(WAITING, left.length ? JSON.stringify(left) : "");
  },
};

export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
