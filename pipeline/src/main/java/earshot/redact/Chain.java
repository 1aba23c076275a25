package earshot.redact;

import earshot.call.Role;
import java.util.List;

/**
 * Runs that are read out together, over turns and both speakers.
 *
 * @param open the cues that hold at the first run
 */
record Chain(List<Run> runs, Windows.Open open) {

  Run head() {
    return runs.get(0);
  }

  Run tail() {
    return runs.get(runs.size() - 1);
  }

  String digits(Role role) {
    StringBuilder digits = new StringBuilder();
    for (Run run : runs) {
      if (run.turn().role() == role) {
        digits.append(run.digits());
      }
    }
    return digits.toString();
  }

  /** The most digits that one speaker said. */
  int length() {
    return longest().length();
  }

  /** The digits of the speaker who said most; of both alike, of the one who said them first. */
  String longest() {
    String longest = "";
    for (Role role : Role.values()) {
      String digits = digits(role);
      if (digits.length() > longest.length()
          || (digits.length() == longest.length() && role == head().turn().role())) {
        longest = digits;
      }
    }
    return longest;
  }

  int strong(Role role) {
    return runs.stream().filter(r -> r.turn().role() == role).mapToInt(Run::strong).sum();
  }

  int noise(Role role) {
    return runs.stream().filter(r -> r.turn().role() == role).mapToInt(Run::noise).sum();
  }
}
