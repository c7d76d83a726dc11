// Copies a text of the page; without script it stands there to be selected.
for (const button of document.querySelectorAll("[data-copy]")) {
  const from = document.getElementById(button.dataset.copy);
  const said = document.getElementById("copied");
  if (!from || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(from.textContent);
      said.textContent = "Copied.";
    } catch {
      from.closest("details").open = true;
      getSelection().selectAllChildren(from);
      said.textContent = "The browser did not copy it. It is selected below: press Ctrl C.";
    }
  });
}
