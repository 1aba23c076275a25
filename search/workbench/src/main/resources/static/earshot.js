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

  function slashSearches(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const box = document.querySelector("input[name=q]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }

  themeSwitch();
  closableMessages();
  showablePasswords();
  document.addEventListener("keydown", slashSearches);
})();
