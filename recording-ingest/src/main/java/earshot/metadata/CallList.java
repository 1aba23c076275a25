package earshot.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the switch and other files say about calls, to be joined to recordings or transcripts: rows
 * of call lists (CDR), and sidecars that lie apart from their recordings. Immutable.
 */
public final class CallList {
  private final List<SourceMetadata> rows;
  private final Map<String, SourceMetadata> rowsByCallId;
  private final Map<String, SourceMetadata> rowsByFile;
  private final Map<String, SourceMetadata> sidecarsByCallId;

  private CallList(Builder builder) {
    this.rows = List.copyOf(builder.rows);
    this.rowsByCallId = Map.copyOf(builder.rowsByCallId);
    this.rowsByFile = Map.copyOf(builder.rowsByFile);
    this.sidecarsByCallId = Map.copyOf(builder.sidecarsByCallId);
  }

  public static CallList empty() {
    return new Builder().build();
  }

  /** Collects rows and sidecars of any number of files. */
  public static final class Builder {
    private final List<SourceMetadata> rows = new ArrayList<>();
    private final Map<String, SourceMetadata> rowsByCallId = new HashMap<>();
    private final Map<String, SourceMetadata> rowsByFile = new HashMap<>();
    private final Map<String, SourceMetadata> sidecarsByCallId = new HashMap<>();

    /** Adds a row. Two rows of one call that differ cannot be used, and say so when they are. */
    public Builder row(SourceMetadata row) {
      rows.add(row);
      row.text(Field.CALL_ID).ifPresent(id -> rowsByCallId.merge(id, row, Builder::one));
      row.text(Field.RECORDING_FILE)
          .ifPresent(file -> rowsByFile.merge(fileKey(file), row, Builder::one));
      return this;
    }

    /**
     * Adds a sidecar, found later by its call id; one that has none, or cannot be read, by the name
     * of its file without the extension.
     */
    public Builder sidecar(SourceMetadata sidecar) {
      String id = sidecar.text(Field.CALL_ID).orElseGet(() -> baseName(sidecar.source()));
      sidecarsByCallId.merge(id, sidecar, Builder::one);
      return this;
    }

    /** Adds all of another list. */
    public Builder all(CallList other) {
      other.rows.forEach(this::row);
      other.sidecarsByCallId.values().forEach(this::sidecar);
      return this;
    }

    private static SourceMetadata one(SourceMetadata first, SourceMetadata second) {
      if (first.problem() != null || first.values().equals(second.values())) {
        return first;
      }
      return new SourceMetadata(
          first.source(),
          first.values(),
          first.source() + " and " + second.source() + " are about one call but differ");
    }

    public CallList build() {
      return new CallList(this);
    }
  }

  /**
   * The row of a call.
   *
   * @param callId null when not known yet; then the row tells it
   * @param fileName of the recording, without folders
   */
  public Optional<SourceMetadata> row(@Nullable String callId, String fileName) {
    if (callId != null && rowsByCallId.containsKey(callId)) {
      return Optional.of(rowsByCallId.get(callId));
    }
    SourceMetadata row = rowsByFile.get(fileKey(fileName));
    if (row == null) {
      row = rowsByCallId.get(baseName(fileName));
    }
    boolean other =
        row != null
            && callId != null
            && row.text(Field.CALL_ID).filter(id -> !id.equals(callId)).isPresent();
    return other ? Optional.empty() : Optional.ofNullable(row);
  }

  /** The sidecar that lies apart from its recording or transcript. */
  public Optional<SourceMetadata> sidecar(@Nullable String callId) {
    return callId == null ? Optional.empty() : Optional.ofNullable(sidecarsByCallId.get(callId));
  }

  /** How many rows. */
  public int size() {
    return rows.size();
  }

  /**
   * The calls of the list that have no recording, in the list's order.
   *
   * @param known whether a call id belongs to a call that was found, now or in an earlier run
   * @param fileNames of all recordings found, without folders, bad ones too
   * @return call ids, or file names where the list has no id
   */
  public List<String> missing(Predicate<String> known, Set<String> fileNames) {
    Set<String> files = new HashSet<>();
    Set<String> bases = new HashSet<>();
    for (String file : fileNames) {
      files.add(fileKey(file));
      bases.add(baseName(file));
    }
    Set<String> missing = new LinkedHashSet<>();
    for (SourceMetadata row : rows) {
      Optional<String> id = row.text(Field.CALL_ID);
      Optional<String> file = row.text(Field.RECORDING_FILE);
      boolean found =
          id.filter(i -> known.test(i) || bases.contains(i)).isPresent()
              || file.filter(f -> files.contains(fileKey(f))).isPresent();
      if (!found) {
        id.or(() -> file).ifPresent(missing::add);
      }
    }
    return List.copyOf(missing);
  }

  private static String fileKey(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
        .toLowerCase(Locale.ROOT);
  }

  private static String baseName(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
