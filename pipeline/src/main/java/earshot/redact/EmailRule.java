package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, written and spoken: "john dot smith at example dot com". */
final class EmailRule {
  private static final Pattern WRITTEN = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final int DOMAIN_WORDS = 5;
  private static final int LOCAL_WORDS = 12;

  private final Lexicon.Mail mail;

  EmailRule(Lexicon lexicon) {
    this.mail = lexicon.mail();
  }

  List<Hit> find(SpokenTurn turn, Windows windows) {
    List<Hit> hits = new ArrayList<>();
    if (turn.text().indexOf('@') >= 0) {
      Matcher written = WRITTEN.matcher(turn.text());
      while (written.find()) {
        hits.add(Spans.hit(turn, written.start(), written.end(), Kind.E_MAIL));
      }
    }
    for (int i = 1; i < turn.size() - 1; i++) {
      if (mail.at().contains(turn.atom(i).folded())) {
        spoken(turn, i, windows, hits);
      }
    }
    return hits;
  }

  private void spoken(SpokenTurn turn, int at, Windows windows, List<Hit> hits) {
    if (domain(turn, at + 1, true) < 0) {
      return;
    }
    boolean asked = windows.at(turn.index(), at, at).has(Cue.E_MAIL);
    int last = domain(turn, at + 1, asked);
    if (last < 0) {
      return;
    }
    hits.add(new Hit(turn.index(), local(turn, at - 1, asked), last, Kind.E_MAIL));
  }

  /** Index of the last atom of the domain that starts here, or -1. */
  private int domain(SpokenTurn turn, int from, boolean asked) {
    for (int i = from + 1; i < Math.min(turn.size(), from + DOMAIN_WORDS); i++) {
      if (dot(turn, i) && i + 1 < turn.size()) {
        int last = i + 1;
        while (last + 2 < turn.size() && dot(turn, last + 1)) {
          last += 2;
        }
        return asked || mail.end().contains(turn.atom(last).folded()) ? last : -1;
      }
      if (asked && mail.end().contains(turn.atom(i).folded())) {
        return i;
      }
    }
    return -1;
  }

  private int local(SpokenTurn turn, int last, boolean asked) {
    int first = last;
    while (first > 0 && last - first < LOCAL_WORDS) {
      Atom before = turn.atom(first - 1);
      if (before.token()) {
        return first;
      }
      boolean joined = sign(before) || sign(turn.atom(first));
      boolean spelled = spelled(before) && spelled(turn.atom(first));
      boolean said = asked && !mail.stop().contains(before.folded());
      if (!joined && !spelled && !said) {
        return first;
      }
      first--;
    }
    return first;
  }

  private boolean dot(SpokenTurn turn, int i) {
    return mail.dot().contains(turn.atom(i).folded());
  }

  private boolean sign(Atom atom) {
    return mail.dot().contains(atom.folded()) || mail.sign().contains(atom.folded());
  }

  private static boolean spelled(Atom atom) {
    return atom.letter() || atom.number() != null;
  }
}
