// The transcript follows the sound and leads it: the word being said is marked, a click goes there.

/** Index of the last item that starts at or before a second; -1 before the first. */
export function lastStarted(items, second) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].start <= second) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** How long the reader's own scrolling is respected before the text follows again. */
const HANDS_OFF_MS = 4000;

export class Transcript {
  constructor(pane) {
    this.pane = pane;
    this.follows = true;
    this.scrolledAt = -HANDS_OFF_MS;
    this.turns = [...pane.querySelectorAll(".turn")].map((element) => ({
      element,
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    }));
    this.words = [...pane.querySelectorAll(".w")]
      .map((element) => ({
        element,
        start: Number(element.dataset.s),
        end: Number(element.dataset.e),
      }))
      .sort((a, b) => a.start - b.start);
    for (const moved of ["wheel", "touchmove"]) {
      pane.addEventListener(moved, () => (this.scrolledAt = performance.now()), { passive: true });
    }
  }

  /** The turn at a second, or the one before it. */
  turnAt(second) {
    return this.turns[lastStarted(this.turns, second + 0.01)]?.element;
  }

  /** Marks the turn and the words at a second. Both parties may be talking. */
  moveTo(second) {
    const turn = this.turns[lastStarted(this.turns, second)];
    if (turn !== this.turn) {
      this.turn?.element.classList.remove("now");
      turn?.element.classList.add("now");
      this.turn = turn;
      if (turn) {
        this.bringIntoView(turn.element);
      }
    }
    const word = this.words[lastStarted(this.words, second)];
    const saying = word && second < word.end + 0.05 ? word : undefined;
    if (saying !== this.word) {
      this.word?.element.classList.remove("now");
      saying?.element.classList.add("now");
      this.word = saying;
    }
  }

  /** Scrolls its own pane where it has one; where the page scrolls, nothing moves by itself. */
  bringIntoView(element) {
    const own = this.pane.scrollHeight > this.pane.clientHeight + 1;
    if (!this.follows || !own || performance.now() - this.scrolledAt < HANDS_OFF_MS) {
      return;
    }
    const box = element.getBoundingClientRect();
    const pane = this.pane.getBoundingClientRect();
    if (box.top < pane.top + 24 || box.bottom > pane.bottom - 48) {
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.pane.scrollTo({
        top: this.pane.scrollTop + box.top - pane.top - this.pane.clientHeight / 3,
        behavior: still ? "auto" : "smooth",
      });
    }
  }

  /** Start of the next turn, or of the one before; where the current one is well under way, its own. */
  turnStart(second, step) {
    const at = lastStarted(this.turns, second + 0.01);
    if (step > 0) {
      return this.turns[at + 1]?.start;
    }
    const current = this.turns[at];
    return current && second - current.start > 1.5 ? current.start : this.turns[Math.max(0, at - 1)]?.start;
  }
}
