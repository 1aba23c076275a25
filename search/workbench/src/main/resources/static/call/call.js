// Joins player, waveform, transcript and scorecards of the call page.
import { clock, Waveform } from "./waveform.js";
import { Player } from "./player.js";
import { Transcript } from "./transcript.js";
import { listenForKeys } from "./keys.js";
import { offerMarkedWords } from "./marked.js";
import { saveInPlace } from "./save.js";
import { SpeakerRows, speakerKeys } from "./speakers.js";

const call = document.querySelector(".call");
const section = document.getElementById("player");

function numbers(element) {
  const { kind, start, end, channel } = element.dataset;
  return {
    kind,
    start: Number(start),
    end: Number(end),
    channel: channel === undefined || channel === "" ? null : Number(channel),
  };
}

function helpDialog() {
  const help = document.getElementById("help");
  document.getElementById("keys")?.addEventListener("click", () => help.showModal());
  return () => help.showModal();
}

/** Fills a field of a form with the second at which the player stands: data-use-time="#field". */
function usableTimes(player) {
  call.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use-time]");
    const field = button && document.querySelector(button.dataset.useTime);
    if (field) {
      field.value = player.now.toFixed(2);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

/** @param player goes to seconds; without sound, the transcript does */
function clicks(player) {
  call.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // a link opened elsewhere
    }
    const quote = event.target.closest("[data-play]");
    const link = event.target.closest("[data-seek]");
    const word = event.target.closest(".w");
    if (quote) {
      event.preventDefault();
      player.seek(Number(quote.dataset.play));
      player.start();
    } else if (link) {
      event.preventDefault();
      player.seek(Number(link.dataset.seek));
    } else if (word && !String(getSelection())) {
      player.seek(Number(word.dataset.s));
    }
  });
}

function pointer(canvas, wave, player) {
  let dragging = false;
  canvas.addEventListener("pointerdown", (event) => {
    dragging = true;
    canvas.setPointerCapture(event.pointerId);
    player.seek(wave.secondAt(event.clientX));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (dragging) {
      player.seek(wave.secondAt(event.clientX));
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => (dragging = false));
  }
}

/** The place of the transcript pane's evidence: quotes in time order, each second once. */
function evidenceOf() {
  return [...document.querySelectorAll(".evidence:not(.evidence-near) .play-quote")]
    .map((element) => ({ ...numbers(element), role: element.dataset.role, element }))
    .sort((a, b) => a.start - b.start);
}

/** Longer evidence is a measure of the whole call, not words. */
const LONGEST_MARKED = 30;

function marked({ start, end }) {
  return end - start <= LONGEST_MARKED;
}

function markSpans(evidence, transcript) {
  for (const { element } of transcript.words) {
    element.classList.remove("in-yes", "in-no");
  }
  for (const { kind, start, end, role } of evidence) {
    if ((kind !== "yes" && kind !== "no") || !marked({ start, end })) {
      continue;
    }
    for (const word of transcript.words) {
      const said = word.element.closest(".turn").classList.contains(`turn-${role}`);
      if (said && word.start < end && word.end > start) {
        word.element.classList.add(`in-${kind}`);
      }
    }
  }
}

/** The words that the search found, which brought people here. */
function markFinds(transcript) {
  for (const find of document.querySelectorAll("[data-find]")) {
    const starts = find.dataset.find.split(" ").map(Number);
    for (const word of transcript.words) {
      const said = word.element.closest(".turn").classList.contains(`turn-${find.dataset.role}`);
      if (said && starts.some((start) => Math.abs(start - word.start) < 0.011)) {
        word.element.classList.add("found");
      }
    }
  }
}

/** From the last find back to the first. */
function toFind(player) {
  const finds = [...document.querySelectorAll("[data-find]")];
  const next = finds.find((find) => Number(find.dataset.seek) > player.now + 0.01) ?? finds[0];
  if (next) {
    player.seek(Number(next.dataset.seek));
  }
}

/** Opens the controls of the answer whose evidence was looked at last, or that the address names. */
function decide() {
  const controls =
    document.querySelector(".answer.chosen .answer-controls") ?? namedAnswer()?.querySelector(".answer-controls");
  if (controls) {
    controls.open = true;
    controls.scrollIntoView({ block: "nearest" });
    controls.querySelector("select, input:not([type=hidden])").focus();
  }
}

/** The address becomes the one of this second, to be sent to somebody. */
async function share(player) {
  const link = new URL(location.pathname, location.href);
  link.searchParams.set("t", player.now.toFixed(1));
  try {
    await navigator.clipboard.writeText(link.href);
    player.say(`Link to ${clock(player.now)} copied`);
  } catch (refused) {
    history.replaceState(null, "", link);
    player.say(`The address is that of ${clock(player.now)} now`);
  }
}

/** Keys that go to other pages. */
const TRAIL_KEYS = {
  J: () => document.getElementById("trail-next")?.click(),
  K: () => document.getElementById("trail-before")?.click(),
  u: () => document.getElementById("trail-back")?.click(),
};

function toEvidence(evidence, player, step) {
  const from = player.evidenceAt ?? player.now;
  const next =
    step > 0
      ? evidence.find((e) => e.start > from + 0.01)
      : evidence.findLast((e) => e.start < from - 0.01);
  if (!next) {
    player.say(step > 0 ? "No evidence after this" : "No evidence before this");
    return;
  }
  player.evidenceAt = next.start;
  player.seek(Number(next.element.dataset.play));
  const answer = next.element.closest(".answer");
  document.querySelector(".answer.chosen")?.classList.remove("chosen");
  answer.classList.add("chosen");
  answer.scrollIntoView({ block: "nearest" });
  player.say(`${clock(next.start)} ${answer.querySelector("h4").textContent}`);
}

/** The two panes end where the window does. */
function fitPanes() {
  const columns = document.querySelector(".call-columns");
  const fit = () => {
    const above = columns.getBoundingClientRect().top + window.scrollY;
    columns.style.setProperty("--above", `${Math.round(above)}px`);
  };
  new ResizeObserver(fit).observe(section);
  fit();
}

function onlyOpen() {
  const box = document.getElementById("only-open");
  if (!box) {
    return () => {}; // a page without answers
  }
  const show = () => document.getElementById("cards").classList.toggle("only-open", box.checked);
  box.addEventListener("change", show);
  box.closest("[hidden]").hidden = false;
  show();
  return () => {
    box.checked = !box.checked;
    show();
  };
}

function markedWords(transcript, speakers) {
  const tools = document.getElementById("marked");
  if (tools) {
    const rows = speakers ? { "name-speakers": (span) => speakers.add(span) } : {};
    offerMarkedWords(transcript.pane, transcript.words, tools, rows);
  }
}

/** Nothing can be heard: times lead through the transcript. */
function read(transcript, toggleOpen, help, speakers) {
  const reader = {
    now: 0,
    seek(second) {
      if (Math.abs(second - this.evidenceAt) > 10) {
        this.evidenceAt = undefined; // somebody went elsewhere
      }
      this.now = second;
      transcript.moveTo(second);
    },
    start() {},
    say(text) {
      document.getElementById("player-says").textContent = text;
    },
  };
  const evidence = evidenceOf();
  for (const hidden of section.querySelectorAll("[hidden]")) {
    hidden.hidden = false;
  }
  section.querySelector("#share").addEventListener("click", () => share(reader));
  clicks(reader);
  listenForKeys({
    ...TRAIL_KEYS,
    j: () => reader.seek(transcript.turnStart(reader.now, 1) ?? reader.now),
    k: () => reader.seek(transcript.turnStart(reader.now, -1) ?? 0),
    n: () => toEvidence(evidence, reader, 1),
    p: () => toEvidence(evidence, reader, -1),
    l: () => share(reader),
    m: () => toFind(reader),
    d: decide,
    o: toggleOpen,
    "?": help,
    ...(speakers ? speakerKeys(speakers, () => transcript.turnAt(reader.now)) : {}),
  });
  if (section.dataset.start) {
    reader.seek(Number(section.dataset.start));
  }
  saveInPlace(call, () => reader.now, () => {
    evidence.splice(0, evidence.length, ...evidenceOf());
  });
}

/** The rows of the form that says who speaks; null where nobody may. */
function speakerRows() {
  const form = document.getElementById("name-speakers");
  return form && new SpeakerRows(form);
}

function open(transcript, toggleOpen, help, speakers) {
  const seconds = Number(call.dataset.seconds);
  const marks = [...document.querySelectorAll("#marks li")].map(numbers);
  const evidence = evidenceOf();
  const player = new Player(section, seconds, marks);
  const canvas = document.getElementById("wave");
  for (const hidden of section.querySelectorAll("[hidden]")) {
    hidden.hidden = false;
  }
  player.audio.controls = false;
  const wave = new Waveform(canvas, seconds, section.dataset.roles.split(",").filter(Boolean), marks, evidence.filter(marked));
  fetch(section.dataset.peaks, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((peaks) => wave.show(peaks))
    .catch(() => player.say("The waveform could not be loaded."));
  player.addEventListener("moved", () => {
    const now = player.now;
    wave.moveTo(now);
    transcript.moveTo(now);
    player.clock.textContent = `${clock(now)} / ${clock(seconds)}`;
    canvas.setAttribute("aria-valuenow", now.toFixed(1));
    canvas.setAttribute("aria-valuetext", `${clock(now)} of ${clock(seconds)}`);
  });
  player.addEventListener("moved", () => {
    if (player.evidenceAt !== undefined && player.now > player.evidenceAt + 1) {
      player.evidenceAt = undefined;
    }
  });
  const follow = section.querySelector("#follow");
  const followed = () => (transcript.follows = follow.checked);
  follow.addEventListener("change", followed);
  clicks(player);
  pointer(canvas, wave, player);
  usableTimes(player);
  call.classList.add("playable");
  markSpans(evidence, transcript);
  saveInPlace(call, () => player.now, () => {
    evidence.splice(0, evidence.length, ...evidenceOf());
    markSpans(evidence, transcript);
    wave.evidence = evidence.filter(marked);
    wave.redraw();
  });
  section.querySelector("#share").addEventListener("click", () => share(player));
  listenForKeys({
    ...TRAIL_KEYS,
    " ": () => player.toggle(),
    ArrowLeft: () => player.move(-5),
    ArrowRight: () => player.move(5),
    j: () => player.seek(transcript.turnStart(player.now, 1) ?? player.now),
    k: () => player.seek(transcript.turnStart(player.now, -1) ?? 0),
    n: () => toEvidence(evidence, player, 1),
    p: () => toEvidence(evidence, player, -1),
    m: () => toFind(player),
    d: decide,
    l: () => share(player),
    "+": () => player.changeSpeed(1),
    "=": () => player.changeSpeed(1),
    "-": () => player.changeSpeed(-1),
    s: () => player.toggleSkip(),
    f: () => {
      follow.checked = !follow.checked;
      followed();
      player.say(follow.checked ? "The text follows" : "The text stays");
    },
    o: toggleOpen,
    "?": help,
    ...(speakers ? speakerKeys(speakers, () => transcript.turnAt(player.now)) : {}),
  });
  const start = section.dataset.start || namedAnswer()?.querySelector(".play-quote")?.dataset.play;
  player.seek(start ? Number(start) : 0);
}

/** The answer that the address names; nothing for other addresses. */
function namedAnswer() {
  return document.getElementById(location.hash.slice(1))?.closest(".answer");
}

/** An answer that the address names scrolls into sight in its pane; where panes fit, the player stays in sight as well. */
function keepPlayerInSight() {
  if (namedAnswer() && matchMedia("(min-width: 64rem)").matches) {
    addEventListener("load", () => requestAnimationFrame(() => scrollTo({ top: 0, behavior: "instant" })));
  }
}

call.classList.add("scripted");
fitPanes();
keepPlayerInSight();
const toggleOpen = onlyOpen();
const help = helpDialog();
const transcript = new Transcript(document.getElementById("transcript"));
const speakers = speakerRows();
markedWords(transcript, speakers);
markFinds(transcript);
if (section.querySelector("#audio")) {
  open(transcript, toggleOpen, help, speakers);
} else {
  read(transcript, toggleOpen, help, speakers);
}
