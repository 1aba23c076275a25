// Draws one lane a channel, what happened on it, and where evidence lies.

const FLAGS = 16;
const TICKS = 18;

/** Seconds between two marks of the time axis, so that their labels have room. */
function tickSeconds(seconds, width) {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
  return steps.find((step) => (step / seconds) * width >= 64) ?? 7200;
}

export function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (n) => String(n).padStart(2, "0");
  const rest = `${Math.floor(whole / 60) % 60}:${two(whole % 60)}`;
  return whole < 3600 ? rest : `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export class Waveform {
  /**
   * @param canvas to draw on
   * @param seconds length of the call
   * @param roles who speaks on each channel
   * @param marks {kind, start, end, channel}; channel null for all
   * @param evidence {kind, start}
   */
  constructor(canvas, seconds, roles, marks, evidence) {
    this.canvas = canvas;
    this.seconds = Math.max(seconds, 0.01);
    this.roles = roles.length ? roles : ["both"];
    this.marks = marks;
    this.evidence = evidence;
    this.peaks = null;
    this.position = 0;
    this.still = document.createElement("canvas");
    new ResizeObserver(() => this.redraw()).observe(canvas);
    document.addEventListener("earshot:theme", () => this.redraw());
    matchMedia("print").addEventListener("change", () => this.redraw());
  }

  show(peaks) {
    this.peaks = peaks;
    let loudest = 1;
    for (const channel of peaks.channels) {
      for (let i = 0; i < channel.max.length; i++) {
        loudest = Math.max(loudest, channel.max[i], -channel.min[i]);
      }
    }
    this.loudest = loudest;
    this.redraw();
  }

  /** The second under a pointer. */
  secondAt(clientX) {
    const box = this.canvas.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * this.seconds;
  }

  moveTo(second) {
    this.position = second;
    this.paint();
  }

  /** Draws everything that does not move with playback, once. */
  redraw() {
    const ratio = window.devicePixelRatio || 1;
    this.lane = Number(getComputedStyle(this.canvas).getPropertyValue("--lane"));
    this.canvas.style.height = `${FLAGS + this.lane * this.roles.length + TICKS}px`;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    if (!this.width) {
      return;
    }
    for (const canvas of [this.canvas, this.still]) {
      canvas.width = Math.round(this.width * ratio);
      canvas.height = Math.round(this.height * ratio);
    }
    this.ratio = ratio;
    const style = getComputedStyle(this.canvas);
    this.colour = (name) => style.getPropertyValue(`--wave-${name}`).trim();
    const pen = this.still.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    this.roles.forEach((role, lane) => this.drawGround(pen, lane));
    this.drawMarks(pen, false);
    this.roles.forEach((role, lane) => this.drawLane(pen, lane, role));
    this.drawMarks(pen, true);
    this.drawTicks(pen);
    this.drawFlags(pen);
    this.canvas.dataset.drawn = this.peaks ? "yes" : "no";
    this.paint();
  }

  x(second) {
    return (second / this.seconds) * this.width;
  }

  drawGround(pen, lane) {
    pen.fillStyle = this.colour(lane % 2 ? "lane2" : "lane1");
    pen.fillRect(0, FLAGS + lane * this.lane, this.width, this.lane);
    pen.fillStyle = this.colour("line");
    pen.fillRect(0, FLAGS + lane * this.lane + this.lane / 2, this.width, 1);
  }

  drawLane(pen, lane, role) {
    const channel = this.peaks?.channels[lane];
    if (!channel) {
      return;
    }
    const count = channel.max.length;
    const middle = FLAGS + lane * this.lane + this.lane / 2;
    const reach = this.lane / 2 - 3;
    const high = (value) => (value / this.loudest) ** 0.65 * reach;
    pen.fillStyle = this.colour(role);
    for (let x = 0; x < this.width; x++) {
      const from = Math.floor((x / this.width) * count);
      const to = Math.max(from + 1, Math.floor(((x + 1) / this.width) * count));
      let up = 0;
      let down = 0;
      for (let i = from; i < to && i < count; i++) {
        up = Math.max(up, channel.max[i]);
        down = Math.max(down, -channel.min[i]);
      }
      if (up + down > 0) {
        pen.fillRect(x, middle - high(up), 1, Math.max(1, high(up) + high(down)));
      }
    }
  }

  /** Hold, silence and talking over lie under the sound; a muted span over where it would be. */
  drawMarks(pen, over) {
    const lanes = this.lane * this.roles.length;
    for (const mark of this.marks) {
      if ((mark.kind === "redaction") !== over) {
        continue;
      }
      const x = this.x(mark.start);
      const width = Math.max(2, this.x(mark.end) - x);
      const single = mark.channel !== null && mark.channel < this.roles.length;
      const top = FLAGS + (single ? mark.channel * this.lane : 0);
      const height = single ? this.lane : lanes;
      pen.fillStyle = this.colour(mark.kind);
      if (mark.kind === "redaction") {
        pen.fillRect(x, top + 12, width, height - 24);
      } else {
        pen.fillRect(x, top, width, height);
        if (mark.kind !== "silence") {
          this.hatch(pen, x, top, width, height, mark.kind);
        }
      }
    }
  }

  /** Lines as well as colour: a hold leans one way, talking over the other. */
  hatch(pen, x, top, width, height, kind) {
    pen.save();
    pen.beginPath();
    pen.rect(x, top, width, height);
    pen.clip();
    pen.strokeStyle = this.colour(`${kind}-line`);
    pen.lineWidth = 1;
    const lean = kind === "hold" ? 8 : -8;
    for (let at = x - height; at < x + width + height; at += kind === "hold" ? 9 : 5) {
      pen.beginPath();
      pen.moveTo(at, top + height);
      pen.lineTo(at + (lean > 0 ? height : -height), top);
      pen.stroke();
    }
    pen.restore();
  }

  drawTicks(pen) {
    const step = tickSeconds(this.seconds, this.width);
    pen.fillStyle = this.colour("text");
    pen.font = "11px system-ui, sans-serif";
    pen.textBaseline = "bottom";
    for (let second = 0; second < this.seconds; second += step) {
      const x = this.x(second);
      pen.fillRect(Math.floor(x), this.height - TICKS, 1, 4);
      const label = clock(second);
      const width = pen.measureText(label).width;
      if (x + 3 + width < this.width) {
        pen.fillText(label, x + 3, this.height - 1);
      }
    }
  }

  /** A triangle for YES, a square for NO, a ring for the rest: shape as well as colour. */
  drawFlags(pen) {
    for (const evidence of this.evidence) {
      const x = Math.min(this.width - 5, Math.max(5, this.x(evidence.start)));
      pen.fillStyle = pen.strokeStyle = this.colour(evidence.kind);
      pen.beginPath();
      if (evidence.kind === "yes") {
        pen.moveTo(x - 5, 3);
        pen.lineTo(x + 5, 3);
        pen.lineTo(x, 13);
        pen.fill();
      } else if (evidence.kind === "no") {
        pen.fillRect(x - 4, 3, 8, 8);
        pen.fillRect(x - 0.5, 10, 1, 5);
      } else {
        pen.arc(x, 8, 4, 0, 2 * Math.PI);
        pen.stroke();
      }
    }
  }

  paint() {
    if (!this.width) {
      return;
    }
    const pen = this.canvas.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.drawImage(this.still, 0, 0);
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const x = this.x(this.position);
    pen.fillStyle = this.colour("played");
    pen.fillRect(0, FLAGS, x, this.height - FLAGS - TICKS);
    pen.fillStyle = this.colour("cursor");
    pen.fillRect(Math.min(this.width - 2, Math.max(0, x - 1)), 0, 2, this.height - TICKS + 4);
  }
}
