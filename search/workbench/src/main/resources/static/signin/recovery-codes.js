// The page with new recovery codes: copies and prints them.
"use strict";

(function () {
  const place = document.getElementById("keep-codes");
  const codes = [...document.querySelectorAll("#recovery-codes code")].map((code) => code.textContent);

  function add(label, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => action(button));
    place.append(button);
  }

  // Browsers let pages copy by HTTPS and on this machine only.
  if (navigator.clipboard) {
    add("Copy all", async (button) => {
      try {
        await navigator.clipboard.writeText(codes.join("\n") + "\n");
        said.textContent = "Copied.";
      } catch (refused) {
        button.disabled = true;
        said.textContent = "The browser does not let this page copy. Mark the codes and copy them.";
      }
    });
  }
  add("Print", () => print());
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "quiet";
  place.append(said);
})();
