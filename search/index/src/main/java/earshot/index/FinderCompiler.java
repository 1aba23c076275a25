package earshot.index;

import earshot.match.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/** Makes finders of a node, for one segment. */
final class FinderCompiler {
  private final SegmentWords words;
  private final CallColumns call;

  FinderCompiler(SegmentWords words, CallColumns call) {
    this.words = words;
    this.call = call;
  }

  /**
   * Whether finders mean the same as the evaluator: a THEN in a THEN is for the evaluator alone.
   */
  static boolean covers(Node node) {
    if (node instanceof Node.By by) {
      return covers(by.node());
    } else if (node instanceof Node.During during) {
      return covers(during.node());
    }
    return !(node instanceof Node.Chain chain) || chain.parts().stream().noneMatch(Node::alongCall);
  }

  MomentFinder compile(Node node) {
    return moments(node, Reach.ALL);
  }

  /** How much is found, for which less has to be looked at than for where. */
  Counter counter(Node node) {
    MomentFinder finder = compile(node);
    return finder instanceof Moments.Said said ? said::onlyCount : finder::count;
  }

  /** Counts in the call at which the columns stand. */
  interface Counter {
    int count() throws IOException;
  }

  private MomentFinder moments(Node node, Reach reach) {
    if (node instanceof Node.Chain chain) {
      return new Moments.Chain(chain.parts().stream().map(p -> moments(p, reach)).toList());
    } else if (node instanceof Node.Any any) {
      return new Moments.Any(any.parts().stream().map(p -> moments(p, reach)).toList());
    } else if (node instanceof Node.By by) {
      return moments(by.node(), reach.said(by.role()));
    } else if (node instanceof Node.During during) {
      return moments(during.node(), reach.during(during.side(), during.ms()));
    } else if (node instanceof Node.Happening happening) {
      return new Moments.Happened(call, happening, reach);
    }
    return new Moments.Said(call, spans(node, reach));
  }

  private SpanFinder spans(Node node, Reach reach) {
    if (node instanceof Node.Sequence sequence) {
      return new SequenceFinder(call, sequence.elements(), reach, e -> word(word(e), Reach.ALL));
    } else if (node instanceof Node.Near near) {
      return new JoinedFinders.Near(
          call,
          spans(near.left(), reach.anyTime()),
          spans(near.right(), reach.anyTime()),
          near.gap(),
          reach.anybody(),
          new SpanList());
    } else if (node instanceof Node.Outside outside) {
      return new JoinedFinders.Outside(
          spans(outside.find(), reach), spans(outside.within(), reach.anyTime()), new SpanList());
    } else if (node instanceof Node.Any any) {
      return new JoinedFinders.Any(
          any.parts().stream().map(p -> spans(p, reach)).toList(), new SpanList());
    } else if (node instanceof Node.By by) {
      return spans(by.node(), reach.said(by.role()));
    } else if (node instanceof Node.During during) {
      return spans(during.node(), reach.during(during.side(), during.ms()));
    }
    return word(node, reach);
  }

  private static Node word(Node.Element element) {
    return element.beginning()
        ? new Node.Beginning(element.text())
        : new Node.Term(false, element.text());
  }

  private WordFinder word(Node node, Reach reach) {
    try {
      return new WordFinder(call, postings(node), reach);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<PostingsEnum> postings(Node node) throws IOException {
    if (node instanceof Node.Term term) {
      return term.stemmed() ? words.stem(term.text()) : words.form(term.text());
    } else if (node instanceof Node.Beginning beginning) {
      return words.beginning(beginning.text());
    } else if (node instanceof Node.Sounding sounding) {
      return words.sounding(sounding.key());
    }
    throw new IllegalStateException("is nothing said in a turn: " + node);
  }
}
