// The live view: draws what the client's journal brings while the page stays open. Without this
// script every form works page by page.

const live = document.getElementById("live");

if (live) {
  const turns = document.getElementById("live-turns");
  const said = document.getElementById("live-said");
  let after = Number(live.dataset.after);
  let source;

  const drawn = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  };

  const atEnd = () => turns.scrollHeight - turns.scrollTop - turns.clientHeight < 120;
  const toEnd = () => {
    turns.scrollTop = turns.scrollHeight;
  };

  const say = (text) => {
    if (said.textContent !== text) said.textContent = text;
  };

  const turn = ({ seq, html }) => {
    const stay = atEnd();
    document.getElementById("live-empty")?.remove();
    const before = document.getElementById(`live-${seq}`);
    const now = drawn(html);
    if (before) before.replaceWith(now);
    else turns.append(now);
    if (!now.querySelector(".answering")) after = Math.max(after, seq);
    if (stay) toEnd();
  };

  const standing = ({ mode, html }) => {
    live.dataset.mode = mode;
    document.getElementById("standing").replaceWith(drawn(html));
  };

  const renewed = async () => {
    const answer = await fetch("/session/renew", { method: "POST" }).catch(() => null);
    return answer?.ok;
  };

  const listen = () => {
    source?.close();
    source = new EventSource(`${live.dataset.events}?after=${after}`);
    source.addEventListener("open", () => say("Live. New lines appear by themselves."));
    source.addEventListener("turn", (event) => turn(JSON.parse(event.data)));
    source.addEventListener("standing", (event) => standing(JSON.parse(event.data)));
    source.addEventListener("error", async () => {
      say("No connection: what you see may be old. Trying again.");
      if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await renewed();
      listen();
    });
  };

  const fresh = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

  // These forms leave the page where it is; the stream shows what they did.
  live.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!("stay" in form.dataset)) return;
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const send = () =>
        fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      let answer = await send();
      if (answer.status === 401 && (await renewed())) answer = await send();
      if (answer.type === "opaqueredirect" || answer.ok) {
        form.reset();
        form.querySelector("textarea").value = "";
        const id = form.querySelector("[name=sent]");
        if (id) id.value = fresh();
        say(form.action.endsWith("/whisper") ? "Kept for the next message." : "Sent.");
      } else {
        say("That was not stored. Your words are still in the box.");
      }
    } catch {
      say("No connection. Your words are still in the box; press the button again.");
    } finally {
      button.disabled = false;
      form.querySelector("textarea").focus();
    }
  });

  live.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });

  addEventListener("pagehide", () => source?.close());
  live.classList.add("scripted");
  toEnd();
  listen();
}
