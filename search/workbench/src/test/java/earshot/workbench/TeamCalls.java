package earshot.workbench;

import earshot.data.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ten weeks of calls of two teams, made from transcripts with a fixed seed. Each agent has habits;
 * Tomas forgets nearly everything in one week. There are also a newcomer with two calls, calls
 * whose agent has no id, calls without any agent, and a name that tries to be markup.
 */
final class TeamCalls {
  static final LocalDate FIRST = LocalDate.parse("2026-08-03");
  static final int WEEKS = 10;
  private static final int BAD_WEEK = 6;

  /** How often an agent does what a checklist asks for, 0 to 1. */
  private record Habit(String id, String name, String team, double greets, double rest) {}

  private static final List<Habit> AGENTS =
      List.of(
          new Habit("A7", "Ruth", "North", .97, .85),
          new Habit("A8", "Ben", "North", .7, .75),
          new Habit("A11", "Tomas", "North", .85, .6),
          new Habit("A9", "Omar", "South", .5, .7),
          new Habit("A10", "Ines", "South", .95, .95));

  private final Random random = new Random(11);
  private final Path inputs;
  private int written;

  private TeamCalls(Path inputs) {
    this.inputs = inputs;
  }

  /** Scores them into a data folder. */
  static void score(Path inputs, DataFolder folder) throws IOException {
    TeamCalls calls = new TeamCalls(Files.createDirectories(inputs));
    for (int week = 0; week < WEEKS; week++) {
      for (Habit agent : AGENTS) {
        boolean bad = week == BAD_WEEK && agent.name().equals("Tomas");
        int n = agent.team().equals("North") ? 4 + calls.random.nextInt(3) : 3;
        for (int i = 0; i < n; i++) {
          calls.write(
              bad ? new Habit(agent.id(), agent.name(), agent.team(), 0, .05) : agent,
              FIRST.plusWeeks(week).plusDays(calls.random.nextInt(6)));
        }
      }
    }
    LocalDate last = FIRST.plusWeeks(WEEKS - 1L);
    for (int i = 0; i < 2; i++) {
      calls.write(new Habit("a12", "Nadia", "North", .5, .5), last);
      calls.write(new Habit(null, "Zoe", "South", .5, .5), last.plusDays(i));
      calls.write(new Habit(null, null, null, .5, .5), last);
      calls.write(new Habit("A13", "<script>alert(1)</script>", "South", .5, .5), last);
    }
    StringWriter err = new StringWriter();
    int code =
        EarshotCommand.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(
                "score", "--transcripts", inputs.toString(), "--data", folder.root().toString());
    if (code != 0) {
      throw new AssertionError("score ended with " + code + ": " + err);
    }
  }

  private boolean does(double often) {
    return random.nextDouble() < often;
  }

  private static String spoken(Habit agent) {
    return agent.name() == null || agent.name().startsWith("<") ? "Sam" : agent.name();
  }

  private void write(Habit agent, LocalDate day) throws IOException {
    written++;
    List<String> turns = new ArrayList<>();
    String first =
        (does(agent.greets()) ? "Good morning, thank you for calling. " : "Yes. ")
            + (does(agent.rest()) ? "This is Pelham Water, my name is " + spoken(agent) + ". " : "")
            + (does(agent.rest()) ? "How can I help you today?" : "Go ahead.");
    turns.add(turn("agent", 0.5, 9, first));
    turns.add(
        turn(
            "customer", 9.5, 18, "I am not happy, the bill is wrong again and nobody calls back."));
    String second =
        (does(agent.rest()) ? "I am sorry to hear that, I understand. " : "Right. ")
            + (does(agent.rest()) ? "Could you give me your account number, please? " : "")
            + (does(agent.rest()) ? "I will correct the bill and call you back by Friday." : "");
    turns.add(turn("agent", 18.5, 33, second));
    turns.add(turn("customer", 33.5, 39, "It is the one on the letter."));
    String third =
        (does(agent.rest()) ? "Is there anything else I can do for you? " : "So that is that. ")
            + (does(agent.rest()) ? "Thank you for calling, have a nice day, goodbye." : "Okay.");
    turns.add(turn("agent", 39.5, 48, third));
    String json =
        """
        {"call_id": "t%04d", "language": "en", "start_time": "%sT09:%02d:00Z",%s%s%s
         "company": "Pelham Water", "turns": [%s]}
        """
            .formatted(
                written,
                day,
                written % 60,
                field("agent_id", agent.id()),
                field("agent_name", agent.name()),
                field("team", agent.team()),
                String.join(",\n", turns));
    Files.writeString(inputs.resolve("t%04d.json".formatted(written)), json);
  }

  private static String field(String name, String value) {
    return value == null ? "" : " \"" + name + "\": \"" + value + "\",";
  }

  private static String turn(String role, double start, double end, String text) {
    return "{\"role\": \"%s\", \"start\": %s, \"end\": %s, \"text\": \"%s\"}"
        .formatted(role, start, end, text);
  }
}
