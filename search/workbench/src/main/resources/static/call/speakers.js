// Who speaks: turns that are named by a key, and marked words, become rows of the form that says it.

const ROLES = { 1: "agent", 2: "customer", 3: "announcement" };

/** Times in the page have two digits: a turn's own words lie inside of its times made so much longer. */
const AROUND = 0.005;

export class SpeakerRows {
  /** @param form with a list of one row, the pattern of all */
  constructor(form) {
    this.form = form;
    this.list = form.querySelector("ol");
    this.says = form.querySelector("[role=status]");
    this.turns = new Map(); // row to turn
    const first = this.list.firstElementChild;
    this.pattern = first.cloneNode(true);
    this.pattern.querySelector(".leave-out").hidden = false;
    this.list.addEventListener("click", (event) => {
      const button = event.target.closest(".leave-out");
      if (button) {
        this.leaveOut(button.closest("li"));
      }
    });
  }

  field(row, name) {
    return row.querySelector(`[name=${name}]`);
  }

  /** A row with a span, the empty one where there is one. */
  add({ start, end, channel, role }) {
    const empty = [...this.list.children].find((row) => !this.field(row, "start").value && !this.field(row, "end").value);
    const row = empty ?? this.pattern.cloneNode(true);
    if (!empty) {
      this.list.append(row);
    }
    row.querySelector(".leave-out").hidden = false;
    this.field(row, "start").value = start;
    this.field(row, "end").value = end;
    if (channel !== undefined && this.field(row, "channel")) {
      this.field(row, "channel").value = channel;
    }
    if (role) {
      this.field(row, "role").value = role;
    }
    row.scrollIntoView({ block: "nearest" });
    return row;
  }

  /** The speaker of a whole turn; said again it replaces what was said before. */
  name(turn, key) {
    const role = ROLES[key];
    const known = [...this.turns].find(([, named]) => named === turn);
    if (known) {
      this.field(known[0], "role").value = role;
    } else {
      const row = this.add({
        start: Math.max(0, Number(turn.dataset.start) - AROUND).toFixed(3),
        end: (Number(turn.dataset.end) + AROUND).toFixed(3),
        channel: turn.dataset.channel,
        role,
      });
      this.turns.set(row, turn);
    }
    turn.dataset.named = role;
    this.tell(`${turn.querySelector(".turn-time").textContent} ${role}`);
  }

  leaveOut(row) {
    const turn = this.turns.get(row);
    if (turn) {
      delete turn.dataset.named;
      this.turns.delete(row);
    }
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (next) {
      row.remove();
    } else {
      this.field(row, "start").value = "";
      this.field(row, "end").value = "";
      row.querySelector(".leave-out").hidden = true;
    }
    this.field(next ?? row, "start").focus();
    this.tell("left out");
  }

  tell(what) {
    const count = this.turns.size;
    this.says.textContent = `${what}; ${count} ${count === 1 ? "turn" : "turns"} named, not saved yet`;
  }
}

/**
 * Keys for {@link listenForKeys}; the turn is that of the focus, else the one that is played.
 * @param playedTurn gives it, or nothing
 */
export function speakerKeys(rows, playedTurn) {
  const actions = {};
  for (const key of Object.keys(ROLES)) {
    actions[key] = () => {
      const turn = document.activeElement?.closest(".turn") ?? playedTurn();
      if (turn) {
        rows.name(turn, key);
      }
    };
  }
  return actions;
}
