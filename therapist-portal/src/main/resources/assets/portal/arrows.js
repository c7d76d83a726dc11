// In a list of clients the arrow keys go from name to name, once one has the focus.
const names = [...document.querySelectorAll("[data-arrows] .case-name")];

document.addEventListener("keydown", (event) => {
  const at = names.indexOf(document.activeElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
  if (to === undefined || !names[to]) return;
  event.preventDefault();
  names[to].focus();
});
