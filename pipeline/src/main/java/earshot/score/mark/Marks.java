package earshot.score.mark;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.CallJson;
import earshot.data.DataFolder;
import earshot.stats.Proportion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All marks of a data folder: JSON lines below {@code workbench/bench}, only ever added to. The
 * last mark of a place counts. They hold no words of a call. Belongs to one thread.
 */
public final class Marks {
  private static final String ENDING = ".jsonl";

  private final Path folder;
  private final Map<String, Mark> byPlace = new LinkedHashMap<>();

  private Marks(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads them.
   *
   * @throws IOException naming file and line of what is no mark
   */
  public static Marks of(DataFolder data) throws IOException {
    Marks marks = new Marks(data.workbench().resolve("bench"));
    if (Files.isDirectory(marks.folder)) {
      try (Stream<Path> files = Files.list(marks.folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
          marks.read(file);
        }
      }
    }
    return marks;
  }

  private void read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        keep(CallJson.mapper().readValue(lines.get(i), Mark.class));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1) {
          throw new IOException(file + ":" + (i + 1) + ": no mark; remove this line", e);
        }
        // The last line was cut off while it was written: that mark is asked again.
      }
    }
  }

  private void keep(Mark mark) {
    byPlace.put(mark.place(), mark);
  }

  /** Whether a place has been marked; see {@link Mark#place}. */
  public boolean has(String place) {
    return byPlace.containsKey(place);
  }

  /** Adds a mark and writes it at once. */
  public void add(Mark mark) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(mark.form() + "." + mark.question() + ENDING);
    String line = CallJson.mapper().writeValueAsString(mark) + "\n";
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      channel.position(size);
      ByteBuffer bytes =
          StandardCharsets.UTF_8.encode(endsInLine(channel, size) ? line : "\n" + line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    keep(mark);
  }

  private static boolean endsInLine(FileChannel channel, long size) throws IOException {
    if (size == 0) {
      return true;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    return last.get(0) == '\n';
  }

  /** Of the places of a kind that were marked for a rule, how many are true. */
  public Proportion truths(String rule, Mark.Kind kind) {
    List<Mark> marks = of(rule, kind);
    long hits = marks.stream().filter(m -> m.mark() == Mark.Value.TRUE).count();
    return new Proportion(hits, marks.size());
  }

  /** Marks of a rule, one a place. */
  public List<Mark> of(String rule, Mark.Kind kind) {
    return all().stream().filter(m -> m.rule().equals(rule) && m.kind() == kind).toList();
  }

  Collection<Mark> all() {
    return byPlace.values();
  }

  /** Whether enough hits of a rule were found true: the lower end of Wilson's interval. */
  public boolean confirm(String rule, double precision) {
    return truths(rule, Mark.Kind.HIT).wilson().map(i -> i.low() >= precision).orElse(false);
  }
}
