// Runs before the page is painted, so that a chosen theme does not flash.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("earshot.theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (unavailable) {
    // Storage may be off: then the system's choice stands.
  }
})();
