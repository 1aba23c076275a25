package earshot.table;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Evidence;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Redaction;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Searched;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Invented call records, valid and of realistic size, the same for the same seed. Roughly one in
 * twenty lacks agent, team or type, is mono, or has nothing to score, as in real data folders.
 */
public final class CallRecords {
  /** Id and weight of a question. */
  public record Question(String form, String id, int weight, boolean critical) {}

  public static final List<Question> QUESTIONS = questions();

  private static final List<String> FORMS = List.of("courtesy", "complaint-handling", "compliance");
  private static final List<String[]> AGENTS =
      List.of(
          new String[] {"A1", "Megan", "Amber"},
          new String[] {"A2", "Victor", "Amber"},
          new String[] {"A3", "Oscar", "Birch"},
          new String[] {"A4", "Janet", "Birch"},
          new String[] {"A5", "Steve", "Cedar"},
          new String[] {"A6", "=Nora", "Cedar"});
  private static final List<String> TYPES =
      List.of("complaint", "order", "information", "technical", "sales", "survey");
  private static final String[] WORDS =
      ("thank you for calling my name is how can i help today the order has not come and i am"
              + " sorry about that let me look into it could you give me your postcode please")
          .split(" ");

  private final Random random;

  public CallRecords(long seed) {
    this.random = new Random(seed);
  }

  /** So many calls spread over consecutive days in one zone. */
  public List<CallRecord> calls(int count, LocalDate first, int days, ZoneId zone) {
    return IntStream.range(0, count)
        .mapToObj(i -> call(i, first.plusDays(random.nextInt(days)), zone))
        .toList();
  }

  /** The call of that number, at a random time of the day. */
  public CallRecord call(int number, LocalDate day, ZoneId zone) {
    LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    return call("c" + (100_000 + number), day.atTime(time).atZone(zone).toOffsetDateTime());
  }

  public CallRecord call(String callId, OffsetDateTime startedAt) {
    boolean separated = random.nextInt(20) > 0;
    List<Turn> turns = turns(4 + random.nextInt(16), separated);
    double end = turns.get(turns.size() - 1).end() + 1;
    @Nullable String[] agent =
        random.nextInt(20) > 0
            ? AGENTS.get(random.nextInt(AGENTS.size()))
            : new @Nullable String[] {null, null, null};
    Audio audio =
        new Audio(
            "recordings/" + callId + ".wav",
            String.format("%064x", random.nextLong() & Long.MAX_VALUE),
            end,
            8000,
            separated ? 2 : 1,
            "ulaw",
            separated ? Layout.AGENT_LEFT : Layout.MONO);
    Metadata metadata =
        new Metadata(
            startedAt,
            "metadata",
            random.nextInt(5) > 0 ? "inbound" : "outbound",
            agent[0],
            agent[1],
            agent[2],
            "Orders",
            "Brightwave",
            "p" + random.nextInt(500),
            null,
            "en");
    return new CallRecord(
        CallRecord.SCHEMA,
        callId,
        audio,
        metadata,
        new Transcript("en", "vosk 0.3.45", "tiny", turns),
        List.of(new Event(Event.Kind.SILENCE, 1, 4, null)),
        metrics(turns),
        facts(),
        scorecards(),
        List.of(),
        List.of(new Redaction(0, 2, 3, "card-number")));
  }

  private List<Turn> turns(int count, boolean separated) {
    List<Turn> turns = new ArrayList<>();
    double start = random.nextInt(20) / 10.0;
    for (int i = 0; i < count; i++) {
      Role role = !separated ? Role.UNKNOWN : i % 2 == 0 ? Role.AGENT : Role.CUSTOMER;
      List<Word> words = new ArrayList<>();
      double at = start;
      for (int w = 3 + random.nextInt(25); w > 0; w--) {
        double until = at + 0.03 * (5 + random.nextInt(15));
        words.add(new Word(WORDS[random.nextInt(WORDS.length)], round(at), round(until), share()));
        at = until;
      }
      String text = String.join(" ", words.stream().map(Word::word).toList());
      double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
      turns.add(
          new Turn(role, i % 2, round(start), round(at), text, confidence, words, -38.0 - share()));
      start = at + random.nextInt(30) / 10.0;
    }
    return turns;
  }

  private Metrics metrics(List<Turn> turns) {
    double agent = talk(turns, Role.AGENT);
    double customer = talk(turns, Role.CUSTOMER);
    if (agent == 0) {
      return new Metrics(
          Map.of("unknown", talk(turns, Role.UNKNOWN)), 5, 0, Map.of(), Map.of(), share());
    }
    return new Metrics(
        Map.of("agent", agent, "customer", customer),
        5 + random.nextInt(10),
        random.nextInt(5),
        Map.of("agent", random.nextInt(3), "customer", random.nextInt(3)),
        Map.of("agent", 100.0 + random.nextInt(80), "customer", 90.0 + random.nextInt(80)),
        random.nextInt(20) > 0 ? share() : null);
  }

  private static double talk(List<Turn> turns, Role role) {
    return turns.stream().filter(t -> t.role() == role).mapToDouble(Turn::seconds).sum();
  }

  private Facts facts() {
    int holds = random.nextInt(3);
    return new Facts(
        random.nextInt(20) > 0 ? TYPES.get(random.nextInt(TYPES.size())) : null,
        random.nextInt(20) > 0 ? random.nextBoolean() : null,
        List.of("yes", "no", "unknown").get(random.nextInt(3)),
        random.nextInt(10) == 0,
        holds,
        holds * 12.5,
        random.nextInt(20) > 0 ? random.nextBoolean() : null);
  }

  private List<Scorecard> scorecards() {
    return FORMS.stream()
        .map(form -> scorecard(form, random.nextInt(form.equals("courtesy") ? 20 : 3) > 0))
        .toList();
  }

  private Scorecard scorecard(String form, boolean applies) {
    List<Answer> answers =
        QUESTIONS.stream()
            .filter(question -> question.form().equals(form))
            .map(question -> answer(question.id(), applies ? drawn() : AnswerValue.NA))
            .toList();
    return scored(form, 1, answers);
  }

  /** A scorecard whose score, coverage and proposal follow from its answers. */
  public static Scorecard scored(String form, int version, List<Answer> answers) {
    double yes = 0;
    double no = 0;
    double unknown = 0;
    boolean fail = false;
    for (Answer answer : answers) {
      Question question = question(form, answer.question());
      switch (answer.answer()) {
        case YES -> yes += question.weight();
        case NO -> {
          no += question.weight();
          fail |= question.critical();
        }
        case UNKNOWN -> unknown += question.weight();
        case NA -> {}
      }
    }
    double answered = yes + no;
    return new Scorecard(
        form,
        version,
        "r1",
        answered == 0 ? null : asWritten(100 * yes / answered),
        answered + unknown == 0 ? 0 : asWritten(answered / (answered + unknown)),
        fail,
        answers.stream()
            .map(
                answer -> {
                  Question question = question(form, answer.question());
                  return answer.weighing(question.weight(), question.critical());
                })
            .toList());
  }

  /** Records hold four decimals. */
  private static double asWritten(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }

  private AnswerValue drawn() {
    int draw = random.nextInt(20);
    return draw < 12
        ? AnswerValue.YES
        : draw < 16 ? AnswerValue.NO : draw < 19 ? AnswerValue.NA : AnswerValue.UNKNOWN;
  }

  public Answer answer(String question, AnswerValue value) {
    boolean found = value == AnswerValue.YES || (value == AnswerValue.NO && random.nextBoolean());
    return new Answer(
        question,
        value,
        random.nextInt(4) > 0 ? "phrase" : "metric",
        share(),
        "what was looked for was " + (found ? "heard" : "not heard"),
        found ? List.of(new Evidence(Role.AGENT, 1.5, 3.25, "how can i help")) : List.of(),
        found ? null : new Searched(Role.AGENT, 0, 20),
        null);
  }

  private double share() {
    return random.nextInt(1001) / 1000.0;
  }

  private static double round(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }

  private static Question question(String form, String id) {
    return QUESTIONS.stream()
        .filter(q -> q.form().equals(form) && q.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no question " + id + " in " + form));
  }

  private static List<Question> questions() {
    String courtesy =
        "greeting 6,self-introduction 6,offer-of-help 4,magic-words 6,customer-name 4,"
            + "hold-permission 4,hold-thanks 4,no-interruption 8,calm-voice 6,clear-pace 4,"
            + "no-rude-words 15 critical,no-calm-down 6,on-topic 4,never-new 3,anything-else 8,"
            + "positive-closing 8";
    String complaint =
        "lets-finish 8,acknowledges 12,apologises 10,clarifying-question 8,restates 8,"
            + "ownership 12,no-deflection 10,next-step 14,reference 4,announces-transfer 6,"
            + "satisfaction-check 8";
    String compliance =
        "recording-notice 10,identity-check 15,no-card-readback 15 critical,order-readback 10";
    List<Question> all = new ArrayList<>();
    all.addAll(parse("courtesy", courtesy));
    all.addAll(parse("complaint-handling", complaint));
    all.addAll(parse("compliance", compliance));
    return List.copyOf(all);
  }

  private static List<Question> parse(String form, String list) {
    List<Question> questions = new ArrayList<>();
    for (String entry : list.split(",")) {
      String[] parts = entry.toLowerCase(Locale.ROOT).split(" ");
      questions.add(new Question(form, parts[0], Integer.parseInt(parts[1]), parts.length > 2));
    }
    return questions;
  }
}
