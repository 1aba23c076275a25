package earshot.score;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.evaluate.Truth;
import earshot.score.form.FormReader;
import earshot.score.form.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code dialogues.txt} and files of the same form. */
record OwnDialogues(CallRecord call, Truth truth) {
  private static final double SECONDS_A_WORD = 60 / 160.0;
  private static final List<String> NOT_LABELLED = List.of("calm-voice", "clear-pace");

  static List<OwnDialogues> all() {
    return all("dialogues.txt");
  }

  static List<OwnDialogues> all(String file) {
    try (InputStream in = OwnDialogues.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<OwnDialogues> all = new ArrayList<>();
      for (String part : text.split("\n\n")) {
        String block = part.strip();
        if (block.startsWith("call ")) {
          all.add(read(block));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One dialogue, in the lines of that file. */
  static OwnDialogues read(String block) {
    Map<String, String> meta = new HashMap<>();
    List<Turn> turns = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    double at = 1;
    for (String line : block.split("\n")) {
      String[] part = line.split(" ", 2);
      String text = part.length > 1 ? part[1].strip() : "";
      switch (part[0]) {
        case "H:" -> {
          double end = at + Double.parseDouble(text);
          events.add(new Event(Event.Kind.HOLD, at, end, null));
          at = end + 0.3;
        }
        case "A:", "C:", "N:", "A+:", "C+:" -> {
          String said = text.contains("[") ? text : plain(text);
          double start = part[0].endsWith("+:") ? at - 2.3 : at;
          double end = start + SECONDS_A_WORD * said.split(" ").length;
          turns.add(Dialogues.turn(role(part[0]), start, end, said));
          at = Math.max(at, end) + 0.3;
        }
        default -> meta.put(part[0], text);
      }
    }
    turns.sort(Comparator.comparingDouble(Turn::start));
    events.addAll(Dialogues.overtalk(turns));
    Metadata metadata =
        new Metadata(
            OffsetDateTime.parse("2026-10-08T09:00:00Z"),
            "metadata",
            meta.get("direction"),
            null,
            meta.get("agent"),
            null,
            null,
            meta.get("company"),
            null,
            meta.get("customer"),
            "en");
    CallRecord call =
        Dialogues.record(meta.get("call"), turns, events, at, metadata, Layout.TRANSCRIPT);
    return new OwnDialogues(call, truth(meta));
  }

  /** Words as recognition writes them: lower case, without punctuation. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z' ]", " ")
        .replaceAll("\\bmrs\\b", "missus")
        .replaceAll(" +", " ")
        .strip();
  }

  private static Role role(String speaker) {
    return switch (speaker.charAt(0)) {
      case 'A' -> Role.AGENT;
      case 'C' -> Role.CUSTOMER;
      default -> Role.ANNOUNCEMENT;
    };
  }

  private static Truth truth(Map<String, String> meta) {
    List<String> no = expanded(meta.getOrDefault("no", ""));
    List<String> na = expanded(meta.getOrDefault("na", ""));
    List<String> skip = expanded(meta.getOrDefault("skip", ""));
    Map<String, AnswerValue> labels = new TreeMap<>();
    FormReader.shipped().stream()
        .flatMap(f -> f.questions().stream())
        .map(Question::id)
        .filter(q -> !skip.contains(q) && !NOT_LABELLED.contains(q))
        .forEach(
            q ->
                labels.put(
                    q,
                    na.contains(q)
                        ? AnswerValue.NA
                        : no.contains(q) ? AnswerValue.NO : AnswerValue.YES));
    Map<String, String> facts = new TreeMap<>();
    for (String fact : meta.getOrDefault("facts", "").split(" ")) {
      String[] pair = fact.split("=");
      if (pair.length == 2 && !skip.contains("fact." + pair[0])) {
        facts.put(pair[0], pair[1]);
      }
    }
    return new Truth(meta.get("call"), labels, facts);
  }

  private static List<String> expanded(String names) {
    List<String> all = new ArrayList<>();
    for (String name : names.split(" ")) {
      switch (name) {
        case "complaint" ->
            FormReader.shipped().stream()
                .filter(f -> f.id().equals("complaint-handling"))
                .flatMap(f -> f.questions().stream())
                .forEach(q -> all.add(q.id()));
        case "hold" -> all.addAll(List.of("hold-permission", "hold-thanks"));
        case "transfer" -> all.add("announces-transfer");
        default -> all.add(name);
      }
    }
    return all;
  }
}
