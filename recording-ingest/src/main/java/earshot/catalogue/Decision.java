package earshot.catalogue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What happens to one discovered file in this run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Decision.Admit.class, name = "admit"),
  @JsonSubTypes.Type(value = Decision.Skip.class, name = "skip"),
  @JsonSubTypes.Type(value = Decision.Quarantined.class, name = "quarantined")
})
public sealed interface Decision {
  String uri();

  /** It becomes a call, or is quarantined on the way. */
  record Admit(Recording recording) implements Decision {
    @Override
    public String uri() {
      return recording.uri();
    }
  }

  /**
   * It counts as skipped.
   *
   * @param detail such as the call or the file that stands for it
   */
  record Skip(String uri, Why why, String detail) implements Decision {}

  /** Why a file is skipped. */
  enum Why {
    /** An earlier run made a call of these bytes. */
    DONE,
    /** Another file of this run has the same bytes. */
    SAME_AUDIO,
    /** The call was erased and must not come back. */
    ERASED
  }

  /**
   * It counts as quarantined.
   *
   * @param again whether an earlier run quarantined it and it was not tried again: then its entry
   *     stays as it is
   */
  record Quarantined(
      String uri,
      @Nullable String sha256,
      String stage,
      String reason,
      String message,
      boolean again)
      implements Decision {}
}
