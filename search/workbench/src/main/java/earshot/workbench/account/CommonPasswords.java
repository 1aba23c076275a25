package earshot.workbench.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The 30,000 passwords that people choose most often, and what is made of them by habit: digits and
 * signs around one, letters written as digits, one typed twice. Only looks up; the estimates of the
 * library that brings the list take seconds for passwords made to that end.
 */
final class CommonPasswords {
  private static final Pattern TWICE = Pattern.compile("(.{1,128}?)\\1+");
  private static final Pattern SIGNS_AROUND =
      Pattern.compile("[^\\p{L}\\p{N}]*(.*?)[^\\p{L}\\p{N}]*");
  private static final Pattern ALL_AROUND = Pattern.compile("[^\\p{L}]*(.*?)[^\\p{L}]*");
  private static final String WRITTEN_AS = "013457@$!";
  private static final String LETTERS = "oieastasi";

  private final int added;

  /** Read when the first password is checked: every command of Earshot makes this class. */
  private static final class List {
    static final Set<String> ALL = read();

    private static Set<String> read() {
      try {
        return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param added so many characters around a common one make a password of it
   */
  CommonPasswords(int added) {
    this.added = added;
  }

  /**
   * Whether it is one, or made of one.
   *
   * @param password in lower case
   */
  boolean has(String password) {
    return listed(password) || around(SIGNS_AROUND, password) || around(ALL_AROUND, password);
  }

  private boolean around(Pattern pattern, String password) {
    Matcher matcher = pattern.matcher(password);
    String inner = matcher.matches() ? matcher.group(1) : "";
    return password.length() - inner.length() < added && listed(inner);
  }

  private static boolean listed(String text) {
    Matcher twice = TWICE.matcher(text);
    String once = twice.matches() ? twice.group(1) : text;
    return contains(text) || contains(once);
  }

  private static boolean contains(String text) {
    return List.ALL.contains(text) || List.ALL.contains(letters(text));
  }

  /** The text with the digits and signs that stand for letters as those letters. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text);
    for (int i = 0; i < letters.length(); i++) {
      int sign = WRITTEN_AS.indexOf(letters.charAt(i));
      if (sign >= 0) {
        letters.setCharAt(i, LETTERS.charAt(sign));
      }
    }
    return letters.toString();
  }
}
