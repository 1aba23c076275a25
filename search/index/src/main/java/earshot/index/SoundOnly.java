package earshot.index;

import earshot.match.CallView;
import earshot.match.Node;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which words a query finds by their sound alone, and not as one of its words. */
final class SoundOnly {
  private final CallView call;
  private final Set<Long> sounding = new HashSet<>();
  private final Set<Long> said = new HashSet<>();

  private SoundOnly(CallView call) {
    this.call = call;
  }

  static Set<Long> places(Node node, CallView call) {
    SoundOnly places = new SoundOnly(call);
    places.look(node);
    places.sounding.removeAll(places.said);
    return places.sounding;
  }

  private void look(Node node) {
    if (node instanceof Node.Sounding sound) {
      Arrays.stream(call.sounding(sound.key())).forEach(sounding::add);
      add(call.form(sound.form()));
    } else if (node instanceof Node.Term term) {
      add(term.stemmed() ? call.stem(term.text()) : call.form(term.text()));
    } else if (node instanceof Node.Every every) {
      every.parts().forEach(this::look);
    } else if (node instanceof Node.Any any) {
      any.parts().forEach(this::look);
    } else if (node instanceof Node.Chain chain) {
      chain.parts().forEach(this::look);
    } else if (node instanceof Node.By by) {
      look(by.node());
    } else if (node instanceof Node.During during) {
      look(during.node());
    } else if (node instanceof Node.Near near) {
      List.of(near.left(), near.right()).forEach(this::look);
    } else if (node instanceof Node.Outside outside) {
      look(outside.find());
    }
  }

  private void add(long[] places) {
    Arrays.stream(places).forEach(said::add);
  }
}
