// The box: it keeps the draft, grows with the words, and ties the slider to its number.

import { draft } from "./kept.js";

const place = document.getElementById("box-place");

export const box = () => document.getElementById("box");
const text = () => document.getElementById("text");

/** True where a keyboard and a mouse are at hand. */
export const typed = () => matchMedia("(pointer: fine)").matches;

/** Makes a box that was just drawn work. */
export function ready({ focus = false } = {}) {
  const area = text();
  if (area.value === "") area.value = draft.get();
  grow(area);
  area.addEventListener("input", () => {
    draft.set(area.value);
    grow(area);
  });
  area.addEventListener("keydown", (event) => {
    // A keyboard's Enter sends; on a touch screen it makes a line, and the button sends.
    const newLine = event.isComposing || event.shiftKey || !typed();
    if (event.key === "Enter" && !newLine) {
      event.preventDefault();
      if (area.value.trim()) box().requestSubmit(place.querySelector(".write .send"));
    }
  });
  scale();
  if (!focus) return;
  // On a touch screen the keyboard would jump up: there the box itself takes the focus.
  const field = document.getElementById("number") ?? area;
  (typed() ? field : box()).focus({ preventScroll: true });
}

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.setProperty("height", "auto");
  area.style.setProperty("height", `${area.scrollHeight}px`);
}

function scale() {
  const slide = document.getElementById("slide");
  const number = document.getElementById("number");
  if (!slide) return;
  slide.hidden = false;
  slide.addEventListener("input", () => {
    number.value = slide.value;
  });
  number.addEventListener("input", () => {
    if (number.value !== "") slide.value = number.value;
  });
}

/** Who has been told by now. The same news is not put in again, for it would be read out again. */
export function told(html) {
  const before = document.getElementById("told");
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const after = holder.content.firstElementChild;
  if (before && after && before.textContent !== after.textContent) before.replaceChildren(...after.children);
}

/** Draws the box anew, and keeps what is being typed and where. */
export function redraw(html) {
  const before = text();
  const typing = document.activeElement === before;
  const within = place.contains(document.activeElement);
  const value = before.value;
  const at = before.selectionStart;
  const line = document.getElementById("state-line").textContent;
  const holder = document.createElement("template");
  holder.innerHTML = html;
  place.replaceChildren(holder.content);
  const area = text();
  area.value = value;
  say(line);
  ready({ focus: within && !typing });
  if (typing) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(at, at);
  }
}

export function clear() {
  text().value = "";
  draft.set("");
  grow(text());
}

/** Says in the page how sending stands; empty says nothing. */
export function say(line) {
  const place = document.getElementById("state-line");
  if (place.textContent !== line) place.textContent = line;
}

/** What the form holds when this button is pressed: {text} or {move, label}; null when nothing. */
export function said(form, button) {
  const move = button?.name === "move" ? button.value : "";
  if (move === "pick") {
    const ticked = [...form.querySelectorAll("input[name=option]:checked")];
    if (ticked.length === 0) return null;
    const label = ticked.map((tick) => tick.dataset.label).join(", ");
    return { move: `pick:${ticked.map((tick) => tick.value).join(",")}`, label };
  }
  if (move) return { move, label: button.dataset.label ?? button.textContent.trim() };
  const number = form.querySelector("#number")?.value ?? "";
  if (button?.closest(".number")) return number === "" ? null : { text: number };
  const words = form.querySelector("#text")?.value.trim() ?? "";
  if (words) return { text: words, own: true };
  return number === "" ? null : { text: number };
}
