package earshot.match;

/** sound keys. */
final class Sounds {
  static Sounds of(String code) { return new Sounds(); }
  String key(String form) { return form; }
}
