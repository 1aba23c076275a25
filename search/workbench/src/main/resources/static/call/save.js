// Decisions are saved without leaving the page: the sound goes on, and what is being read stays in sight.

/** Changes of words and sound: the page is loaded again, at the same second. */
const RELOADS = /\/(redactions|channels|speakers(\/\w+)?)$/;
const SHOWN_MS = 8000;

function close(message) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "message-close";
  button.setAttribute("aria-label", "Close this message");
  button.textContent = "\u00d7";
  button.addEventListener("click", () => message.remove());
  return button;
}

/** Says what came of it; what went wrong stays until it is closed. */
function tell(text, wrong) {
  for (const before of document.querySelectorAll("main > .message")) {
    before.remove();
  }
  const message = document.createElement("p");
  message.className = wrong ? "message message-live message-error" : "message message-live";
  message.setAttribute("role", wrong ? "alert" : "status");
  message.append(text, close(message));
  document.getElementById("main").prepend(message);
  if (!wrong) {
    setTimeout(() => message.remove(), SHOWN_MS);
  }
}

/** The page that refuses says why, and what to do. */
async function tellWhy(answer, form) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = page.querySelector("[data-question]");
  if (section) {
    const dialog = form.closest("dialog");
    document.dispatchEvent(new CustomEvent("earshot:question", { detail: { section, form: dialog ?? form } }));
    dialog?.close();
    return;
  }
  const said = [...page.querySelectorAll(".error-page h1, .error-page p:not(.quiet)")];
  tell(said.map((element) => element.textContent).join(". ") || "Nothing was saved.", true);
}

function loadAgain(second) {
  const address = new URL(location.href);
  address.searchParams.set("t", second.toFixed(1));
  history.replaceState(null, "", address);
  location.reload();
}

/** A comment is needed where somebody answers otherwise than the machine. */
function askForComments(call) {
  call.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-machine]");
    if (form && event.target.name === "answer") {
      form.elements.comment.required = event.target.value !== form.dataset.machine;
    }
  });
}

/**
 * @param call element with the forms; parts that may change have data-renew
 * @param now gives the second at which the player stands
 * @param renewed called when parts were replaced
 */
export function saveInPlace(call, now, renewed) {
  const parts = (root) => [...root.querySelectorAll("[data-renew]")];
  // What scripts and readers opened or marked since does not count as a change.
  const written = new Map(parts(call).map((part) => [part, part.outerHTML]));

  function renew(page, form) {
    const fresh = parts(page);
    const old = parts(call);
    if (fresh.length !== old.length) {
      return false;
    }
    const answer = form.closest(".answer");
    old.forEach((part, i) => {
      const text = fresh[i].outerHTML;
      if (text !== written.get(part) || part === answer) {
        part.replaceWith(fresh[i]);
        written.delete(part);
        written.set(fresh[i], text);
      }
    });
    if (answer) {
      const now = document.getElementById(answer.id);
      now.classList.add("chosen");
      now.querySelector(".answer-controls summary")?.focus({ preventScroll: true });
    } else {
      form.reset();
    }
    renewed();
    return true;
  }

  async function show(form) {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (answer.redirected) {
      tell("You are not signed in any more, and nothing was saved. Copy what you wrote, then load the page again.", true);
      return;
    }
    if (!answer.ok) {
      loadAgain(now());
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = [...page.querySelectorAll("main > .message")].map((message) => message.textContent);
    if (!renew(page, form)) {
      loadAgain(now());
    } else if (said.length) {
      tell(said.join(". "), false);
    }
  }

  async function save(form) {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    });
    if (answer.type !== "opaqueredirect") {
      await tellWhy(answer, form);
    } else if (RELOADS.test(new URL(form.action).pathname)) {
      loadAgain(now());
    } else {
      await show(form);
    }
  }

  call.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || form.dataset.then === "next") {
      return; // it leads to another page
    }
    event.preventDefault();
    if (form.dataset.saving) {
      return; // clicked twice
    }
    form.dataset.saving = "yes";
    try {
      await save(form);
    } catch (unreachable) {
      tell("The workbench does not answer. Look whether it was saved before you repeat it.", true);
    } finally {
      delete form.dataset.saving;
    }
  });
  askForComments(call);
}
