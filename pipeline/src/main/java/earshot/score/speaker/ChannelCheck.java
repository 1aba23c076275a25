package earshot.score.speaker;

import earshot.call.Layout;
import earshot.call.LayoutCheck;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which channel is the agent's, when what is said has been heard. Recorders exchange the channels;
 * what a whole channel says tells it.
 *
 * @param layout as it is believed now
 * @param turns with the roles of that layout
 * @param doubt what speaks against the layout as told; null when nothing clearly does
 */
public record ChannelCheck(Layout layout, List<Turn> turns, @Nullable LayoutCheck doubt) {
  /** From this certainty on the words count where nobody told; else they are noted as a doubt. */
  private static final double CLEAR = 0.9;

  /**
   * From this certainty on the words count against the metadata. On 142 labelled dialogues and
   * calls none was told wrongly at any certainty.
   */
  private static final double VERY_CLEAR = 0.98;

  public ChannelCheck {
    turns = List.copyOf(turns);
  }

  /**
   * Compares.
   *
   * @param layout agent left or agent right
   * @param told whether the metadata tell it
   * @param turns with the roles of that layout
   */
  public static ChannelCheck of(
      Layout layout, boolean told, List<Turn> turns, LanguagePack pack, boolean outbound) {
    int[] party =
        turns.stream()
            .mapToInt(t -> t.role() == Role.AGENT ? 0 : t.role() == Role.CUSTOMER ? 1 : 2)
            .toArray();
    PartyTeller.Told words = PartyTeller.tell(turns, party, pack, outbound);
    if (words.agent() == 0 || words.certainty() < CLEAR) {
      return new ChannelCheck(layout, turns, null);
    }
    boolean exchange = !told || words.certainty() >= VERY_CLEAR;
    Layout other = layout == Layout.AGENT_LEFT ? Layout.AGENT_RIGHT : Layout.AGENT_LEFT;
    double certainty = Math.round(words.certainty() * 1000) / 1000.0;
    LayoutCheck doubt = new LayoutCheck(told ? "metadata" : "default", other, certainty, exchange);
    return exchange
        ? new ChannelCheck(other, turns.stream().map(ChannelCheck::exchanged).toList(), doubt)
        : new ChannelCheck(layout, turns, doubt);
  }

  private static Turn exchanged(Turn turn) {
    return switch (turn.role()) {
      case AGENT -> turn.withRole(Role.CUSTOMER);
      case CUSTOMER -> turn.withRole(Role.AGENT);
      default -> turn;
    };
  }
}
