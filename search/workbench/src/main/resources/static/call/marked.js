// Words that are marked in the transcript become the span of a comment or of a redaction.

/** Times in the page have two digits: a span that ends so far inside of its words touches no other word. */
const INSIDE = 0.006;

function minutes(second) {
  return `${Math.floor(second / 60)}:${(second % 60).toFixed(3).padStart(6, "0")}`;
}

/** Whether any letter of a word is in a range; a range that only reaches its edge holds none. */
function holds(range, word) {
  const letters = document.createRange();
  letters.selectNodeContents(word.firstChild);
  return (
    range.compareBoundaryPoints(Range.END_TO_START, letters) < 0 &&
    range.compareBoundaryPoints(Range.START_TO_END, letters) > 0
  );
}

/** The first second and the last one of the words marked in a pane; null where none is. */
function marked(pane, words) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const inside = range.intersectsNode(pane) ? words.filter((word) => holds(range, word.element)) : [];
  return inside.length === 0
    ? null
    : {
        start: Math.min(...inside.map((word) => word.start)) + INSIDE,
        end: Math.max(...inside.map((word) => word.end)) - INSIDE,
        channel: inside[0].element.closest(".turn").dataset.channel,
      };
}

/**
 * @param pane of the transcript
 * @param words {element, start, end}
 * @param tools shown while words are marked; its buttons name the form that they fill
 * @param rows by id of a form whose spans are rows: gives the row that a span goes to
 */
export function offerMarkedWords(pane, words, tools, rows = {}) {
  let span = null;
  document.addEventListener("selectionchange", () => {
    span = marked(pane, words);
    tools.hidden = span === null;
    if (span) {
      tools.querySelector("output").textContent = `${minutes(span.start)} to ${minutes(span.end)}`;
    }
  });
  tools.addEventListener("pointerdown", (event) => event.preventDefault()); // words stay marked
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-form]");
    if (button && span) {
      const form = document.getElementById(button.dataset.form);
      const times = { start: minutes(span.start), end: minutes(span.end), channel: span.channel };
      const row = rows[form.id]?.(times);
      if (!row) {
        form.elements.start.value = times.start;
        form.elements.end.value = times.end;
      }
      form.scrollIntoView({ block: "center" });
      (row?.querySelector("[name=role]") ?? form.elements.comment).focus({ preventScroll: true });
    }
  });
}
