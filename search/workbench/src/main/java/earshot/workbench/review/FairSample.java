package earshot.workbench.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A random sample with the same number of calls an agent. Each call has a number, the SHA-256 of
 * seed and id; the lowest are drawn. So the same seed draws the same calls, whatever their order,
 * and every call of an agent is as likely as the others.
 *
 * @param quota most calls an agent
 */
record FairSample(long seed, int quota) {

  /** The drawn calls, agent after agent. */
  List<ReviewNotes.Drawn> draw(List<ReviewNotes.Drawn> candidates) {
    Map<String, List<ReviewNotes.Drawn>> byAgent = new TreeMap<>();
    for (ReviewNotes.Drawn call : candidates) {
      byAgent.computeIfAbsent(call.agent(), agent -> new ArrayList<>()).add(call);
    }
    List<ReviewNotes.Drawn> drawn = new ArrayList<>();
    for (List<ReviewNotes.Drawn> calls : byAgent.values()) {
      calls.sort(Comparator.comparing(call -> number(call.callId())));
      drawn.addAll(calls.subList(0, Math.min(quota, calls.size())));
    }
    return drawn;
  }

  private String number(String callId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "|" + callId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
