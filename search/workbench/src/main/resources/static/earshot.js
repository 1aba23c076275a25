// On every page: the switch between light and dark, messages that can be closed, and "/" to search.
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
  document.addEventListener("keydown", slashSearches);
})();
