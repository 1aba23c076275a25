package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Things made of letters and digits: IBANs, British national insurance numbers, postcodes. */
final class SpelledRule {
  /** Country, check digits, up to 30 more (ISO 13616). */
  private static final Pattern IBAN = Pattern.compile("[a-z]{2}\\d{2}[a-z0-9]{11,30}");

  /** Two letters, six digits, one of A to D. */
  private static final Pattern NATIONAL_INSURANCE = Pattern.compile("[a-z]{2}\\d{6}[a-d]");

  private static final Pattern POSTCODE = Pattern.compile("[a-z]{1,2}\\d[a-z0-9]?\\d[a-z]{2}");
  private static final Pattern ZIP = Pattern.compile("\\d{5}(?:\\d{4})?");
  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");

  private final Lexicon lexicon;
  private final boolean addresses;

  SpelledRule(Lexicon lexicon, RedactionPolicy policy) {
    this.lexicon = lexicon;
    this.addresses = policy.hidden().contains(Kind.POSTAL_ADDRESS);
  }

  List<Hit> find(SpokenTurn turn, Windows windows) {
    List<Hit> hits = new ArrayList<>();
    if (turn.text().indexOf('-') >= 0) {
      Matcher written = SOCIAL_SECURITY.matcher(turn.text());
      while (written.find()) {
        hits.add(Spans.hit(turn, written.start(), written.end(), Kind.NATIONAL_ID));
      }
    }
    FigureReader reader = new FigureReader(turn, lexicon, new boolean[turn.size()]);
    int i = 0;
    while (i < turn.size()) {
      if (!starts(turn, i)) {
        i++;
        continue;
      }
      Spelled spelled = spelled(turn, i, reader);
      if (spelled.text.length() >= 5) {
        match(turn, spelled, windows, hits);
      }
      i = Math.max(i + 1, spelled.end);
    }
    return hits;
  }

  private void match(SpokenTurn turn, Spelled spelled, Windows windows, List<Hit> hits) {
    if (!add(turn, spelled, IBAN, Kind.BANK_ACCOUNT, hits)) {
      add(turn, spelled, NATIONAL_INSURANCE, Kind.NATIONAL_ID, hits);
    }
    if (addresses
        && windows.at(turn.index(), spelled.first(), spelled.end).has(Cue.POSTAL_ADDRESS)) {
      add(turn, spelled, POSTCODE, Kind.POSTAL_ADDRESS, hits);
      add(turn, spelled, ZIP, Kind.POSTAL_ADDRESS, hits);
    }
  }

  private static boolean add(
      SpokenTurn turn, Spelled spelled, Pattern shape, Kind kind, List<Hit> hits) {
    Matcher matcher = shape.matcher(spelled.text);
    boolean found = false;
    while (matcher.find()) {
      hits.add(
          new Hit(
              turn.index(),
              spelled.atoms.get(matcher.start()),
              spelled.lasts.get(matcher.end() - 1),
              kind));
      found = true;
    }
    return found;
  }

  /** Letters and digits in a row, each with the atoms it came from. */
  private static final class Spelled {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> atoms = new ArrayList<>();
    private final List<Integer> lasts = new ArrayList<>();
    private int end;

    void add(String said, int first, int last) {
      for (int i = 0; i < said.length(); i++) {
        text.append(said.charAt(i));
        atoms.add(first);
        lasts.add(last);
      }
      end = last + 1;
    }

    int first() {
      return atoms.get(0);
    }
  }

  private Spelled spelled(SpokenTurn turn, int from, FigureReader reader) {
    Spelled spelled = new Spelled();
    spelled.end = from;
    int i = from;
    while (i < turn.size()) {
      Atom atom = turn.atom(i);
      Figures figures = atom.number() == null ? null : reader.at(i);
      boolean letters = letters(turn, i);
      if (figures != null) {
        spelled.add(figures.digits(), i, figures.last());
        i = figures.last() + 1;
      } else if (letters && !atom.token()) {
        spelled.add(atom.folded(), i, i);
        i++;
      } else if (atom.role() == Atom.Role.FILLER && spelled.text.length() > 0) {
        i++;
        if (i - spelled.end > 2) {
          break;
        }
      } else {
        break;
      }
    }
    return spelled;
  }

  private static boolean starts(SpokenTurn turn, int i) {
    return turn.atom(i).number() != null || letters(turn, i);
  }

  private static boolean letters(SpokenTurn turn, int i) {
    Atom atom = turn.atom(i);
    return atom.letter() || upperCode(turn, atom) || (short4(atom) && glued(turn, i));
  }

  private static boolean glued(SpokenTurn turn, int i) {
    boolean before = turn.atom(i).glued() && i > 0 && turn.atom(i - 1).number() != null;
    boolean after =
        i + 1 < turn.size() && turn.atom(i + 1).glued() && turn.atom(i + 1).number() != null;
    return before || after;
  }

  private static boolean short4(Atom atom) {
    return atom.folded().length() <= 4 && Character.isLetter(atom.folded().charAt(0));
  }

  /** Up to four capitals, as a bank's code in an IBAN is written. */
  private static boolean upperCode(SpokenTurn turn, Atom atom) {
    if (!short4(atom)) {
      return false;
    }
    for (int i = atom.from(); i < atom.to(); i++) {
      if (!Character.isUpperCase(turn.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
