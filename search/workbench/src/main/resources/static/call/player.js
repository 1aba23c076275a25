// Plays the redacted recording. Every way to another second ends in seek().

const STEP = 0.25;
const SLOWEST = 0.75;
const FASTEST = 2;
/** Left of a silence when it is skipped, so that the ear notices a pause. */
const LEFT_OF_SILENCE = 0.3;
const SHORTEST_SKIPPED = 1;

function stored(name, otherwise) {
  try {
    return localStorage.getItem(`earshot.${name}`) ?? otherwise;
  } catch (unavailable) {
    return otherwise;
  }
}

function store(name, value) {
  try {
    localStorage.setItem(`earshot.${name}`, value);
  } catch (unavailable) {
    // It then lasts for this page.
  }
}

export class Player extends EventTarget {
  /**
   * @param section the player's element
   * @param seconds length of the call
   * @param marks {kind, start, end}
   */
  constructor(section, seconds, marks) {
    super();
    this.seconds = seconds;
    this.audio = section.querySelector("#audio");
    this.play = section.querySelector("#play");
    this.clock = section.querySelector("#clock");
    this.speed = section.querySelector("#speed");
    this.skip = section.querySelector("#skip");
    this.says = section.querySelector("#player-says");
    this.silences = marks.filter(
      (m) => (m.kind === "silence" || m.kind === "hold") && m.end - m.start >= SHORTEST_SKIPPED
    );
    this.speed.value = stored("speed", "1");
    if (!this.speed.value) {
      this.speed.value = "1";
    }
    this.skip.checked = stored("skip", "no") === "yes";
    this.listen(section);
    this.changeSpeed(0);
  }

  listen(section) {
    const audio = this.audio;
    this.play.addEventListener("click", () => this.toggle());
    section.querySelector("#back").addEventListener("click", () => this.move(-5));
    section.querySelector("#forward").addEventListener("click", () => this.move(5));
    this.speed.addEventListener("change", () => this.changeSpeed(0));
    this.skip.addEventListener("change", () => store("skip", this.skip.checked ? "yes" : "no"));
    for (const event of ["play", "pause", "ended"]) {
      audio.addEventListener(event, () => this.showState());
    }
    for (const event of ["seeked", "timeupdate", "loadedmetadata"]) {
      audio.addEventListener(event, () => this.tell());
    }
    audio.addEventListener("error", () => this.say("The recording could not be loaded. Load the page again."));
    audio.addEventListener("play", () => this.tick());
  }

  get now() {
    return this.wanted ?? this.audio.currentTime;
  }

  /** While it plays, once a frame: timeupdate alone comes four times a second. */
  tick() {
    if (this.audio.paused) {
      return;
    }
    this.skipSilence();
    this.tell();
    requestAnimationFrame(() => this.tick());
  }

  tell() {
    if (this.audio.readyState >= 1 && !this.audio.seeking) {
      this.wanted = undefined;
    }
    this.dispatchEvent(new Event("moved"));
  }

  skipSilence() {
    if (!this.skip.checked) {
      return;
    }
    const now = this.audio.currentTime;
    const silence = this.silences.find((s) => now >= s.start + LEFT_OF_SILENCE && now < s.end - LEFT_OF_SILENCE - 0.2);
    if (silence) {
      this.audio.currentTime = silence.end - LEFT_OF_SILENCE;
    }
  }

  /** Goes to a second; before anything is loaded, as soon as it is. */
  seek(second) {
    const to = Math.min(Math.max(0, second), this.seconds);
    this.wanted = to;
    if (this.audio.readyState >= 1) {
      this.audio.currentTime = to;
    } else {
      this.audio.preload = "auto";
      this.audio.addEventListener("loadedmetadata", () => (this.audio.currentTime = this.wanted ?? to), { once: true });
    }
    this.dispatchEvent(new Event("moved"));
  }

  move(seconds) {
    this.seek(this.now + seconds);
  }

  start() {
    this.audio.play().catch(() => this.showState());
  }

  toggle() {
    if (this.audio.paused) {
      this.start();
    } else {
      this.audio.pause();
    }
  }

  showState() {
    const playing = !this.audio.paused;
    this.play.textContent = playing ? "Pause" : "Play";
    this.play.setAttribute("aria-pressed", String(playing));
    this.tell();
  }

  changeSpeed(steps) {
    const wanted = Number(this.speed.value) + steps * STEP;
    const speed = Math.min(FASTEST, Math.max(SLOWEST, wanted));
    this.speed.value = String(speed);
    this.audio.defaultPlaybackRate = speed;
    this.audio.playbackRate = speed;
    this.audio.preservesPitch = true;
    store("speed", this.speed.value);
    if (steps) {
      this.say(`Speed ${speed}\u00d7`);
    }
  }

  toggleSkip() {
    this.skip.checked = !this.skip.checked;
    this.skip.dispatchEvent(new Event("change"));
    this.say(this.skip.checked ? "Skips silence and holds" : "Plays silence and holds");
  }

  say(text) {
    this.says.textContent = text;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => (this.says.textContent = ""), 3000);
  }
}
