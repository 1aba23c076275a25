// Search page: j and k go through the calls, Enter opens one where it was found; the order applies at once.
"use strict";

(function () {
  const calls = Array.from(document.querySelectorAll(".hit-link"));
  const narrow = document.getElementById("narrow");
  const sort = document.getElementById("sort");
  const box = document.getElementById("q");

  function step(by) {
    const at = calls.findIndex((call) => call.closest(".hit").contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : calls.length - 1) : at + by;
    if (calls[next]) {
      calls[next].focus({ preventScroll: true });
      calls[next].closest(".hit").scrollIntoView({ block: "nearest" });
    }
  }

  function key(event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape" && event.target === box) {
      box.blur();
    } else if (!typing && (event.key === "j" || event.key === "k")) {
      event.preventDefault();
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "Enter" && event.target.dataset.moment) {
      event.preventDefault();
      location.assign(event.target.dataset.moment);
    }
  }

  /** An alert whose call is opened is read; the page need not wait for the answer. */
  function opened(event) {
    const alert = event.target.closest("a[data-alert]");
    if (alert) {
      fetch("/alerts/" + alert.dataset.alert + "/read", {
        method: "POST",
        keepalive: true,
        redirect: "manual",
        headers: { "X-CSRF-Token": document.querySelector("meta[name=csrf-token]").content },
      });
    }
  }

  if (narrow && matchMedia("(max-width: 63.99rem)").matches) {
    narrow.open = false;
  }
  if (sort) {
    sort.addEventListener("change", () => sort.form.requestSubmit());
  }
  document.addEventListener("keydown", key);
  document.addEventListener("click", opened);
  document.addEventListener("auxclick", opened);
})();
