// One clip plays at a time; "Play all" plays one after the other.

const sounds = [...document.querySelectorAll(".clip audio")];
const all = document.getElementById("play-all");
let following = false;

function clipOf(sound) {
  return sound.closest(".clip");
}

function showState() {
  const playing = sounds.some((s) => !s.paused);
  all.textContent = following && playing ? "Pause" : "Play all";
  for (const sound of sounds) {
    clipOf(sound).classList.toggle("playing", !sound.paused);
  }
}

function play(sound) {
  sound.play().catch(showState);
  clipOf(sound).scrollIntoView({ block: "nearest" });
}

for (const [at, sound] of sounds.entries()) {
  sound.addEventListener("play", () => {
    sounds.filter((other) => other !== sound).forEach((other) => other.pause());
    showState();
  });
  sound.addEventListener("pause", showState);
  sound.addEventListener("ended", () => {
    if (following && sounds[at + 1]) {
      sounds[at + 1].currentTime = 0;
      play(sounds[at + 1]);
    } else {
      following = false;
    }
    showState();
  });
}

all.addEventListener("click", () => {
  const current = sounds.find((s) => !s.paused);
  if (current) {
    following = false;
    current.pause();
  } else {
    following = true;
    play(sounds.find((s) => s.currentTime > 0 && !s.ended) ?? sounds[0]);
  }
});
all.hidden = sounds.length === 0;
