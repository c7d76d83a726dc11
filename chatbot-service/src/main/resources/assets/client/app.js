// What every page does beyond what the document does by itself.

// Help now must open without a connection.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker
    .register("/sw.js")
    .then((registration) => {
      const signedIn = document.querySelector("meta[name=handrail-device]") !== null;
      registration.active?.postMessage(signedIn ? "refresh" : "check");
    })
    .catch(() => {}); // private windows refuse it; the page itself still works
}

// A copy of a page that is read without a connection says so.
for (const note of document.querySelectorAll("[data-offline]")) {
  const tell = () => (note.hidden = navigator.onLine);
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();
}

// What was typed and not sent stays on this device only, and only while signed in.
for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
  form.addEventListener("submit", () => {
    if ("caches" in window) caches.delete("handrail-own-1");
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("handrail.")) localStorage.removeItem(key);
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

document.querySelector(".note.fault[tabindex]")?.focus();
