// Keeps the page up to date and adds what needs a script: local times, copying. Everything else works without it.
"use strict";
(() => {
  const content = document.getElementById("content");
  const live = document.getElementById("live");
  document.documentElement.classList.add("js");

  // Times: relative in the text, the viewer's zone and UTC in the tooltip.
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
  const local = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
  const steps = [[60, "second"], [60, "minute"], [24, "hour"], [30, "day"], [12, "month"], [Infinity, "year"]];
  const ago = (date) => {
    let amount = (date - Date.now()) / 1000;
    if (Math.abs(amount) < 10) return "just now";
    for (const [size, unit] of steps) {
      if (Math.abs(amount) < size) return relative.format(Math.trunc(amount), unit);
      amount /= size;
    }
    return "";
  };
  const tellTimes = () => {
    for (const time of document.querySelectorAll("time[datetime]")) {
      const date = new Date(time.dateTime);
      time.dataset.utc ??= time.title;
      time.title = `${local.format(date)} (${time.dataset.utc})`;
      time.textContent = ago(date);
    }
  };

  // Copy buttons; where the browser refuses, the text is selected, ready for the keyboard.
  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.firstChild.textContent = "Copied";
      announce("Copied");
      setTimeout(() => { button.firstChild.textContent = "Copy"; }, 2000);
    } catch {
      getSelection().selectAllChildren(source);
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  // A choice counts at once in forms that only ask.
  document.addEventListener("change", (event) => {
    if (event.target.matches("form[data-submit] select")) event.target.form.requestSubmit();
  });

  const announce = (text) => { document.getElementById("announcer").textContent = text; };
  const summary = () => document.querySelector("[data-summary]")?.dataset.summary ?? "";

  // A refresh replaces the content; what the reader unfolded stays unfolded, and news is read out.
  let unfolded = new Set();
  let said = summary();
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== content) return;
    unfolded = new Set([...content.querySelectorAll("details[open]")].map((details) => details.id));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== content) return;
    for (const details of content.querySelectorAll("details")) details.open = unfolded.has(details.id);
    tellTimes();
    if (summary() !== said) {
      said = summary();
      announce(said);
      document.title = `${said} · AdSkull`;
    }
  });

  // Whoever pressed a button hears that it did not work.
  for (const failure of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(failure, (event) => {
      const asked = event.detail.elt.querySelector(".asked");
      if (asked && event.detail.elt.matches("form")) asked.textContent = "That did not work. Try again in a minute.";
    });
  }

  // At most one refresh a second; none while the page is hidden. The server may give out what it began to make a
  // quarter of a second ago, so nobody asks sooner after a change, and a change heard shortly before is asked for again.
  // All who look hear of it at the same moment; they do not all ask at the same moment.
  const settled = 300;
  const spread = 250;
  let last = 0;
  let heard = 0;
  let planned = false;
  const refresh = () => {
    heard = Date.now();
    plan();
  };
  const plan = () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      if (document.hidden) { missed = true; return; }
      last = Date.now();
      document.body.dispatchEvent(new Event("adskull-changed"));
      if (last < heard + settled) plan();
    }, Math.max(settled + Math.random() * spread, last + 1000 - Date.now()));
  };
  let missed = false;
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && missed) { missed = false; refresh(); }
  });

  const show = (state, word) => {
    live.dataset.state = state;
    live.querySelector(".live-word").textContent = word;
  };
  // What is shown stays; the way to sign in leads back to this page.
  const signedOut = () => {
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = "Sign in again";
    show("out", "");
    live.querySelector(".live-word").append("Signed out. ", again);
    live.hidden = false;
    announce("You are signed out. Sign in again to go on.");
  };
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) signedOut();
  });
  let wasOpen = false;
  const listen = () => {
    const source = new EventSource("/live");
    source.addEventListener("open", () => {
      show("on", "Live");
      if (wasOpen) refresh();
      wasOpen = true;
    });
    source.addEventListener("look-again", refresh);
    source.addEventListener("change", (event) => {
      const change = JSON.parse(event.data);
      const watched = content.dataset.refresh;
      if (watched === "always" || !change.account || change.account === watched) refresh();
    });
    source.addEventListener("error", async () => {
      show("off", "Reconnecting");
      if (source.readyState === EventSource.CLOSED) {
        source.close();
        // Why it was refused is not told here; whoever may not ask who they are is signed out.
        const me = await fetch("/api/me").catch(() => null);
        if (me?.status === 401) signedOut();
        else setTimeout(listen, 15000);
      }
    });
  };
  if (content?.dataset.refresh) listen();
  else live.hidden = true;

  tellTimes();
  setInterval(tellTimes, 20000);
})();
