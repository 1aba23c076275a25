// Where a clip begins and ends: by clicks on turns, checked by ear.

const start = document.getElementById("start");
const end = document.getElementById("end");
const audio = document.getElementById("audio");
const preview = document.getElementById("preview");
const turns = [...document.querySelectorAll(".span-turns .clip-line")];
const list = document.getElementById("playlist");
const newTitle = document.getElementById("new-title");

function seconds(field) {
  const parts = field.value.trim().replace(",", ".").split(":").map(Number);
  return parts.length === 2 ? 60 * parts[0] + parts[1] : parts[0];
}

function clock(value) {
  const tenths = Math.round(value * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, "0")}`;
}

function mark() {
  const from = seconds(start);
  const to = seconds(end);
  for (const turn of turns) {
    turn.classList.toggle("inside", turn.dataset.start < to && turn.dataset.end > from);
  }
}

/** A turn before the span or in its first half moves the start, any other the end. */
function take(turn) {
  const from = Number(turn.dataset.start);
  const to = Number(turn.dataset.end);
  if (from < (seconds(start) + seconds(end)) / 2) {
    start.value = clock(from);
  } else {
    end.value = clock(to);
  }
  mark();
}

function playClip() {
  const to = seconds(end);
  audio.currentTime = seconds(start);
  audio.play();
  const stop = () => {
    if (audio.currentTime >= to) {
      audio.pause();
      audio.removeEventListener("timeupdate", stop);
    }
  };
  audio.addEventListener("timeupdate", stop);
}

function showTitle() {
  newTitle.hidden = list.value !== "new";
  document.getElementById("title").required = !newTitle.hidden;
}

document.documentElement.classList.add("scripted");
turns.forEach((turn) => turn.addEventListener("click", () => take(turn)));
[start, end].forEach((field) => field.addEventListener("input", mark));
list.addEventListener("change", showTitle);
if (audio) {
  preview.hidden = false;
  preview.addEventListener("click", playClip);
}
showTitle();
mark();
const first = document.querySelector(".inside");
if (first) {
  first.parentElement.scrollTop = first.offsetTop - first.parentElement.offsetTop - 40;
}
