// Puts a chosen file's text where it can be seen before anything is done with it.
const box = document.querySelector("[data-sheet]");
const text = document.getElementById("text");
if (box && text) {
  box.hidden = false;
  box.querySelector("input").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (file) text.value = await file.text();
  });
}
