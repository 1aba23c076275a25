package earshot.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers that people gave and that stand above the machine's: {@code
 * workbench/answers/<call_id>.json}, one file a call that has any. The history of who decided what
 * lies in the workbench's database; a file here is the outcome, for those who make index and
 * tables.
 *
 * <p>What is loaded is a snapshot, immutable and thread-safe. A call record keeps the machine's
 * answers; {@link #effective} lays these over it.
 */
public final class PersonAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(PersonAnswers.class);
  private static final String SUFFIX = ".json";
  private static final PersonAnswers NONE = new PersonAnswers(Map.of());

  private final Map<String, Published> byCall;

  private PersonAnswers(Map<String, Published> byCall) {
    this.byCall = Map.copyOf(byCall);
  }

  /**
   * One answer of a person.
   *
   * @param by the account's name
   * @param comment why; shown as the reason of the answer
   */
  public record PersonAnswer(
      String form, String question, AnswerValue answer, String by, Instant at, String comment) {}

  /** The content of a file. */
  record CallAnswers(String callId, List<PersonAnswer> answers) {
    CallAnswers {
      answers = List.copyOf(answers);
    }
  }

  private record Published(CallAnswers answers, String stamp) {}

  /** Nobody answered anything. */
  public static PersonAnswers none() {
    return NONE;
  }

  /**
   * Reads what people answered up to now.
   *
   * @throws IOException naming the file, when one is unreadable: going on would show the machine's
   *     answer as if nobody had corrected it
   */
  public static PersonAnswers load(DataFolder folder) throws IOException {
    Path answers = folder(folder);
    if (!Files.isDirectory(answers)) {
      return NONE;
    }
    List<Path> files;
    try (Stream<Path> children = Files.list(answers)) {
      files = children.filter(PersonAnswers::isAnswers).toList();
    }
    Map<String, Published> byCall = new HashMap<>();
    for (Path file : files) {
      try {
        byCall.put(callId(file), read(file));
      } catch (NoSuchFileException e) {
        LOG.debug("{}: withdrawn meanwhile", callId(file));
      }
    }
    return new PersonAnswers(byCall);
  }

  /**
   * Reads what people answered about one call.
   *
   * @throws IOException as {@link #load(DataFolder)}
   */
  public static PersonAnswers load(DataFolder folder, String callId) throws IOException {
    try {
      return new PersonAnswers(Map.of(callId, read(file(folder, callId))));
    } catch (NoSuchFileException e) {
      return NONE;
    }
  }

  /**
   * Replaces the published answers of one call; none takes the file away. Atomic, but for one
   * writer a call at a time.
   */
  public static void publish(DataFolder folder, String callId, List<PersonAnswer> answers)
      throws IOException {
    Path file = file(folder, callId);
    if (answers.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    AtomicFiles.write(file, CallJson.mapper().writeValueAsBytes(new CallAnswers(callId, answers)));
  }

  /** The answers of people about a call, in the order they were published. */
  public List<PersonAnswer> of(String callId) {
    Published published = byCall.get(callId);
    return published == null ? List.of() : published.answers().answers();
  }

  /** Calls that people answered about. */
  public Set<String> calls() {
    return byCall.keySet();
  }

  /** Changes whenever the answers of people about the call change; empty without any. */
  public String stamp(String callId) {
    Published published = byCall.get(callId);
    return published == null ? "" : published.stamp();
  }

  /** The call with the answers, scores and coverage that hold. */
  public CallRecord effective(CallRecord call) {
    List<PersonAnswer> people = of(call.callId());
    if (people.isEmpty()) {
      return call;
    }
    List<Scorecard> cards = new ArrayList<>();
    for (Scorecard card : call.scorecards()) {
      List<Answer> answers = new ArrayList<>();
      for (Answer answer : card.answers()) {
        answers.add(
            find(people, card.form(), answer.question())
                .map(p -> answer.answeredByPerson(p.answer(), p.comment()))
                .orElse(answer));
      }
      cards.add(answers.equals(card.answers()) ? card : card.withAnswers(answers));
    }
    return call.withScores(call.facts(), cards, call.history());
  }

  /** The last answer counts. */
  private static Optional<PersonAnswer> find(
      List<PersonAnswer> people, String form, String question) {
    return people.stream()
        .filter(p -> p.form().equals(form) && p.question().equals(question))
        .reduce((first, second) -> second);
  }

  private static Path folder(DataFolder folder) {
    return folder.workbench().resolve("answers");
  }

  private static Path file(DataFolder folder, String callId) {
    return folder(folder).resolve(FileNames.encode(callId) + SUFFIX);
  }

  private static boolean isAnswers(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(AtomicFiles.TEMPORARY);
  }

  private static String callId(Path file) {
    String name = file.getFileName().toString();
    return URLDecoder.decode(
        name.substring(0, name.length() - SUFFIX.length()), StandardCharsets.UTF_8);
  }

  private static Published read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      CallAnswers answers = parse(text);
      if (answers == null) {
        throw new IOException(file + " is empty: restore it from a backup of the workbench folder");
      }
      return new Published(answers, Digests.sha256(text).substring(0, 16));
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + " is no file of answers: restore it from a backup of the workbench folder", e);
    }
  }

  private static @Nullable CallAnswers parse(String text) throws JsonProcessingException {
    return CallJson.mapper().readValue(text, CallAnswers.class);
  }
}
