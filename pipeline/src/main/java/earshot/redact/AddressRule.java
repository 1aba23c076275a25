package earshot.redact;

import java.util.ArrayList;
import java.util.List;

/** House number and street: "fourteen abbey walk", in other languages "calle mayor tres". */
final class AddressRule {
  private static final int NAME_WORDS = 3;

  private final Lexicon lexicon;

  AddressRule(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Hit> find(SpokenTurn turn) {
    List<Hit> hits = new ArrayList<>();
    FigureReader reader = new FigureReader(turn, lexicon, new boolean[turn.size()]);
    for (int i = 0; i < turn.size(); i++) {
      int last = -1;
      Figures number = reader.at(i);
      if (number != null && !number.weak() && number.digits().length() <= 4) {
        last = streetAfter(turn, number.last() + 1);
      } else if (lexicon.streetBeforeName(turn.atom(i).folded())) {
        last = numberAfter(turn, i + 1, reader);
      }
      if (last >= 0) {
        hits.add(new Hit(turn.index(), i, last, Kind.POSTAL_ADDRESS));
        i = last;
      }
    }
    return hits;
  }

  private int streetAfter(SpokenTurn turn, int from) {
    for (int i = from + 1; i <= from + NAME_WORDS && i < turn.size(); i++) {
      if (lexicon.streetAfterName(turn.atom(i).folded())) {
        return i;
      }
    }
    return -1;
  }

  private static int numberAfter(SpokenTurn turn, int from, FigureReader reader) {
    for (int i = from; i <= from + NAME_WORDS && i < turn.size(); i++) {
      Figures number = reader.at(i);
      if (number != null && !number.weak()) {
        return number.last();
      }
    }
    return -1;
  }
}
