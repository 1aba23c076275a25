// The keyboard of the call page. Nothing happens while somebody types, or with Ctrl, Alt or Meta.

/** @param actions key to function */
export function listenForKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) {
      return;
    }
    const target = event.target;
    if (target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog")) {
      return;
    }
    if (event.key === " " && target.closest("button, summary, a, input")) {
      return; // the space bar presses what has the focus
    }
    if (event.key.startsWith("Arrow") && target.matches("[type=radio]")) {
      return; // to the next choice
    }
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
