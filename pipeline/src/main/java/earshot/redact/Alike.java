package earshot.redact;

/** Strings that are the same but for one place. */
final class Alike {
  private Alike() {}

  /** Whether one letter or digit is wrong, lost or added, at most. */
  static boolean oneLetterApart(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 1;
  }
}
