// On the page of a call in a calibration set: the time of a turn plays it.
"use strict";

(function () {
  const audio = document.getElementById("audio");

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-seek]");
    if (!button) {
      return;
    }
    const play = () => {
      audio.currentTime = Number(button.dataset.seek);
      audio.play().catch(() => {}); // the player says why it does not
    };
    if (audio.readyState >= 1) {
      play();
    } else {
      audio.addEventListener("loadedmetadata", play, { once: true });
      audio.load();
    }
  });
})();
