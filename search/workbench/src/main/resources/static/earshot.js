// On every page: the switch between light and dark, messages that can be closed, passwords that can be
// shown, and "/" to search.
"use strict";

(function () {
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  function dark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches;
  }

  function remember(theme) {
    try {
      localStorage.setItem("earshot.theme", theme);
    } catch (unavailable) {
      // It then lasts for this page.
    }
  }

  function themeSwitch() {
    const header = document.querySelector(".site-header");
    if (!header) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "theme-switch";
    const say = () => {
      button.textContent = dark() ? "\u2600" : "\u263e";
      button.setAttribute("aria-label", dark() ? "Use light colours" : "Use dark colours");
      button.title = button.getAttribute("aria-label");
    };
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      remember(root.dataset.theme);
      say();
      document.dispatchEvent(new CustomEvent("earshot:theme"));
    });
    systemDark.addEventListener("change", () => {
      say();
      document.dispatchEvent(new CustomEvent("earshot:theme"));
    });
    say();
    header.append(button);
  }

  function closableMessages() {
    for (const message of document.querySelectorAll("main > .message")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "message-close";
      button.setAttribute("aria-label", "Close this message");
      button.textContent = "\u00d7";
      button.addEventListener("click", () => message.remove());
      message.append(button);
    }
  }

  // A password that is typed once can be looked at before it is sent.
  function showablePasswords() {
    for (const input of document.querySelectorAll("input[data-show]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Show";
      button.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-controls", input.id);
      button.setAttribute("aria-label", "Show the password");
      const show = (shown) => {
        input.type = shown ? "text" : "password";
        button.setAttribute("aria-pressed", String(shown));
      };
      button.addEventListener("click", () => show(input.type === "password"));
      // Browsers offer to keep what was a password when the form is sent, and remember other texts.
      input.form.addEventListener("submit", () => show(false));
      input.after(button);
    }
  }

  /** A question or a refusal of the server, over the page that it is about. */
  function over(section, form) {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog question";
    const title = section.querySelector("h1");
    const heading = document.createElement("h2");
    heading.id = "question-title";
    heading.textContent = title.textContent;
    title.replaceWith(heading);
    section.classList.remove("panel");
    dialog.setAttribute("aria-labelledby", heading.id);
    dialog.append(section);
    if (!section.querySelector("[data-keep]")) {
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      close.dataset.keep = "";
      section.append(close);
    }
    dialog.addEventListener("click", (event) => {
      if (event.target.closest("[data-keep]")) {
        event.preventDefault();
        dialog.close();
      }
    });
    dialog.addEventListener("close", () => dialog.remove());
    // Beside the form: a page that saves in place hears of the answer as it hears of the form.
    form.after(dialog);
    dialog.showModal();
    section.querySelector("[data-keep]").focus();
  }

  // What cannot be taken back is asked for on a page of its own; with scripts that page is a dialog.
  async function ask(event) {
    const form = event.target;
    if (!form.matches("form[data-asks]")) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (form.dataset.asking) {
      return; // clicked twice
    }
    form.dataset.asking = "yes";
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const section = page.querySelector("[data-question], .error-page");
      if (section) {
        over(document.importNode(section, true), form);
      } else {
        form.submit();
      }
    } catch (unreachable) {
      form.submit();
    } finally {
      delete form.dataset.asking;
    }
  }

  function slashSearches(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const box = document.querySelector("input[name=q]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }

  /** On a telephone the pages are a row that is wider than the window. */
  function showWhereWeAre() {
    const here = document.querySelector(".site-nav [aria-current=page]");
    const nav = here?.closest(".site-nav");
    if (nav && nav.scrollWidth > nav.clientWidth) {
      nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
    }
  }

  /** A chart of weeks that is wider than its frame begins at its end. */
  function showTheNewest() {
    for (const frame of document.querySelectorAll("[data-newest]")) {
      frame.scrollLeft = frame.scrollWidth;
    }
  }

  themeSwitch();
  showWhereWeAre();
  showTheNewest();
  closableMessages();
  showablePasswords();
  document.addEventListener("submit", ask, true);
  document.addEventListener("earshot:question", (event) => {
    over(document.importNode(event.detail.section, true), event.detail.form);
  });
  document.addEventListener("keydown", slashSearches);
})();
