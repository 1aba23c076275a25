package earshot.redact;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is hidden, and the numbers that decide it. The shipped one is {@code
 * /earshot/redaction/policy.yaml}, which says why each is as it is.
 *
 * @param hidden the kinds that are taken out
 * @param paddingSeconds silence that a player adds before and after a hidden span
 * @param windows how long a cue holds
 */
public record RedactionPolicy(
    Set<Kind> hidden, double paddingSeconds, Map<String, Window> windows, Limits limits) {

  /**
   * How long a cue holds for the numbers after it.
   *
   * @param turns turns of more than a few words without digits that may lie between
   * @param seconds from the end of the cue's turn, or of the last digits after it
   */
  public record Window(int turns, double seconds) {}

  /** Lengths in digits, and how much noise a run of digits may hold. */
  public record Limits(
      int cardUnprompted,
      int cardHinted,
      int cardPrompted,
      int agentFullCard,
      int noisyCardDigits,
      double noisyCardDensity,
      int noiseWords,
      int softWords,
      double chainSeconds,
      int chainShortTurnWords,
      int chainNodWords,
      int chainTalkWords,
      int trailingCueWords,
      int afterCardWords,
      int afterCardTurns,
      double afterCardCover,
      double answerSeconds,
      int answerCardWords,
      int answerCodeWords,
      double answerDoubt,
      int answerShortLetters,
      double answerShare,
      double answerShareRepeated) {}

  public RedactionPolicy {
    hidden = Set.copyOf(hidden);
    windows = Map.copyOf(windows);
    if (!(paddingSeconds >= 0 && paddingSeconds < 5)) {
      throw new IllegalArgumentException(
          "padding must be from 0 to 5 s, is " + paddingSeconds + " s");
    }
    for (Cue cue : Cue.values()) {
      if (!windows.containsKey(key(cue))) {
        throw new IllegalArgumentException("the redaction policy has no window " + key(cue));
      }
    }
  }

  /** The policy that ships with the project. */
  public static RedactionPolicy standard() {
    return read("policy.yaml");
  }

  /** The same with other kinds hidden. */
  public RedactionPolicy hiding(Set<Kind> kinds) {
    return new RedactionPolicy(kinds, paddingSeconds, windows, limits);
  }

  Window window(Cue cue) {
    Window window = windows.get(key(cue));
    if (window == null) {
      throw new IllegalStateException("the redaction policy has no window " + key(cue));
    }
    return window;
  }

  static String key(Cue cue) {
    return cue.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private record PolicyFile(
      Map<String, Boolean> kinds,
      double paddingSeconds,
      Map<String, Window> windows,
      Limits limits) {}

  private static RedactionPolicy read(String name) {
    PolicyFile file = Resources.read(name, PolicyFile.class);
    Map<Kind, Boolean> kinds = new EnumMap<>(Kind.class);
    file.kinds().forEach((id, on) -> kinds.put(kind(id, name), on));
    Set<Kind> hidden = EnumSet.noneOf(Kind.class);
    kinds.forEach(
        (kind, on) -> {
          if (on) {
            hidden.add(kind);
          }
        });
    return new RedactionPolicy(hidden, file.paddingSeconds(), file.windows(), file.limits());
  }

  private static Kind kind(String id, String file) {
    Kind kind = Kind.ofToken("[" + id + "]");
    if (kind == null) {
      throw new IllegalStateException(file + ": no kind of redaction is called " + id);
    }
    return kind;
  }
}
