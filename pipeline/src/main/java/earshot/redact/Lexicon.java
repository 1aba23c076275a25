package earshot.redact;

import earshot.redact.NumberWord.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of one language mean to redaction. Immutable after construction, thread-safe. */
final class Lexicon {
  private static final int SHORTEST_ALIKE = 3;

  /**
   * A phrase that announces numbers.
   *
   * @param words folded, in order; {@code ...} for up to a few other words between two of them
   */
  record Phrase(List<String> words, Cue cue) {}

  private final Map<String, NumberWord> numbers = new HashMap<>();
  private final Map<String, NumberWord> exact = new HashMap<>();
  private final Map<String, Atom.Role> roles = new HashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final List<List<String>> fillers = new ArrayList<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Set<String> joiners;
  private final Mail mail;
  private final Set<String> streetAfterName;
  private final Set<String> streetBeforeName;

  /** A card may go on in the next turn, so nothing tells that digits are lacking. */
  private static final LanguageFile.Range FULL_CARD = new LanguageFile.Range(0, 16);

  private static final LanguageFile.Range SECURITY_CODE = new LanguageFile.Range(3, 4);
  private static final LanguageFile.Range BANK_ACCOUNT = new LanguageFile.Range(8, 8);
  private static final LanguageFile.Range NO_DIGITS = new LanguageFile.Range(0, 0);

  private final LanguageFile.Shapes shapes;
  private final @Nullable String monthWord;

  /** The words of a spoken e-mail address. */
  record Mail(
      Set<String> at, Set<String> dot, Set<String> sign, Set<String> end, Set<String> stop) {}

  private Lexicon(LanguageFile file) {
    addNumbers(file);
    file.fillers().forEach(this::addFiller);
    file.repairs().forEach(word -> roles.put(Folding.fold(word), Atom.Role.REPAIR));
    file.units().forEach(word -> roles.put(Folding.fold(word), Atom.Role.UNIT));
    file.measureBefore().forEach(word -> roles.put(word, Atom.Role.MEASURE));
    file.cues().forEach(this::addPhrases);
    phrases.values().forEach(list -> list.sort(Comparator.comparingInt(p -> -p.words().size())));
    for (int i = 0; i < file.months().size(); i++) {
      for (String month : words(file.months().get(i))) {
        months.put(month, i + 1);
      }
    }
    for (int i = 0; i < file.ordinals().size(); i++) {
      for (String ordinal : words(file.ordinals().get(i))) {
        ordinals.put(ordinal, i + 1);
      }
    }
    joiners = folded(file.joiners());
    mail =
        new Mail(
            folded(file.email().at()),
            folded(file.email().dot()),
            folded(file.email().sign()),
            folded(file.email().end()),
            folded(file.email().stop()));
    streetAfterName = folded(file.address().afterName());
    streetBeforeName = folded(file.address().beforeName());
    shapes = file.shapes();
    monthWord = file.monthWord() == null ? null : Folding.fold(file.monthWord());
  }

  /** The language's own file; English where there is none, for numbers are often said in it. */
  static Lexicon of(String language) {
    String name = language + ".yaml";
    return new Lexicon(Resources.read(Resources.has(name) ? name : "en.yaml", LanguageFile.class));
  }

  /**
   * What digits a word stands for.
   *
   * @param raw as it was written
   */
  @Nullable NumberWord number(String folded, String raw) {
    NumberWord number = exact.get(raw);
    return number == null ? numbers.get(folded) : number;
  }

  /** Whether the word differs from a digit by one letter, as "for" does from "four". */
  boolean soundsLikeDigit(String folded) {
    if (folded.length() < SHORTEST_ALIKE) {
      return false;
    }
    for (Map.Entry<String, NumberWord> number : numbers.entrySet()) {
      boolean digit = number.getValue().is(Sort.DIGIT) && number.getKey().length() > 2;
      if (digit && Alike.oneLetterApart(folded, number.getKey())) {
        return true;
      }
    }
    return false;
  }

  Atom.Role role(String folded) {
    return roles.getOrDefault(folded, Atom.Role.OTHER);
  }

  /** Hesitations of several words, such as "let me see". */
  List<List<String>> fillers() {
    return fillers;
  }

  /** Phrases that begin with the word, the longest first. */
  List<Phrase> phrases(String folded) {
    return phrases.getOrDefault(folded, List.of());
  }

  /** 1 to 12; 0 when the word is no month. */
  int month(String folded) {
    return months.getOrDefault(folded, 0);
  }

  /** Whether the number of a month follows the word. */
  boolean monthWord(String folded) {
    return folded.equals(monthWord);
  }

  /** 1 to 31; 0 when the word is no ordinal. */
  int ordinal(String folded) {
    return ordinals.getOrDefault(folded, 0);
  }

  boolean joiner(String folded) {
    return joiners.contains(folded);
  }

  Mail mail() {
    return mail;
  }

  boolean streetAfterName(String folded) {
    return streetAfterName.contains(folded);
  }

  boolean streetBeforeName(String folded) {
    return streetBeforeName.contains(folded);
  }

  /** How many digits a number of a kind may be expected to have; none where that says nothing. */
  LanguageFile.Range digits(Kind kind) {
    return switch (kind) {
      case CARD_NUMBER -> FULL_CARD;
      case SECURITY_CODE -> SECURITY_CODE;
      case BANK_ACCOUNT -> BANK_ACCOUNT;
      case PHONE_NUMBER ->
          new LanguageFile.Range(shapes.phone().min() + 1, shapes.phone().min() + 1);
      case NATIONAL_ID -> shapes.nationalId();
      default -> NO_DIGITS;
    };
  }

  LanguageFile.Shapes shapes() {
    return shapes;
  }

  private void addNumbers(LanguageFile file) {
    file.weakDigits().forEach((digit, said) -> put(said, Sort.WEAK, digit));
    file.exactDigits().forEach((digit, said) -> exact.put(said, new NumberWord(Sort.DIGIT, digit)));
    file.digits().forEach((digit, said) -> put(said, Sort.DIGIT, digit));
    file.teens().forEach((value, said) -> put(said, Sort.TEEN, value));
    file.tens().forEach((value, said) -> put(said, Sort.TENS, value));
    file.scales().forEach((zeros, said) -> put(said, Sort.SCALE, zeros));
    file.multipliers().forEach((times, said) -> put(said, Sort.MULTIPLIER, times));
    String compound = file.compound();
    if (compound != null) {
      addCompounds(file, compound);
    }
  }

  /** Languages that write "twenty-two" as one word. */
  private void addCompounds(LanguageFile file, String pattern) {
    file.tens()
        .forEach(
            (value, tens) ->
                file.digits()
                    .forEach(
                        (digit, units) -> {
                          if (digit.equals("0")) {
                            return;
                          }
                          for (String ten : words(tens)) {
                            for (String unit : words(units)) {
                              String word = pattern.replace("{tens}", ten).replace("{digit}", unit);
                              numbers.putIfAbsent(
                                  word, new NumberWord(Sort.TEEN, value.charAt(0) + digit));
                            }
                          }
                        }));
  }

  private void put(String said, Sort sort, String digits) {
    for (String word : words(said)) {
      numbers.put(word, new NumberWord(sort, digits));
    }
  }

  private void addFiller(String said) {
    List<String> words = words(said);
    if (words.size() > 1) {
      fillers.add(words);
    } else {
      roles.put(words.get(0), Atom.Role.FILLER);
    }
  }

  private void addPhrases(String cueName, List<String> said) {
    Cue cue = Cue.valueOf(cueName.replace('-', '_').toUpperCase(Locale.ROOT));
    for (String phrase : said) {
      List<String> words = words(phrase);
      phrases.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new Phrase(words, cue));
    }
  }

  private static List<String> words(String said) {
    List<String> words = new ArrayList<>();
    for (String word : said.trim().split("\\s+")) {
      words.add(Folding.fold(word));
    }
    return words;
  }

  private static Set<String> folded(Collection<String> said) {
    Set<String> folded = new HashSet<>();
    said.forEach(word -> folded.add(Folding.fold(word)));
    return folded;
  }
}
