package earshot.workbench.playlist;

import earshot.workbench.web.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A playlist to take along: one page and the sounds it plays. The page names neither call nor
 * agent: outside of the workbench nobody asks who may know.
 */
final class PlaylistZip {
  /** One date in every entry: the same playlist gives the same file. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private PlaylistZip() {}

  /** A clip as shown, and the file its sound lies in; empty where there is none. */
  record Item(PlaylistsView.ClipView clip, Optional<Path> sound) {}

  /**
   * Writes it.
   *
   * @param page makes the page of its view
   */
  static void write(
      OutputStream out,
      String title,
      String summary,
      Sentence made,
      List<Item> items,
      Function<PlaylistsView.Download, String> page)
      throws IOException {
    List<PlaylistsView.Packed> packed = new ArrayList<>();
    for (Item item : items) {
      packed.add(
          new PlaylistsView.Packed(item.clip(), item.sound().isEmpty() ? null : name(item.clip())));
    }
    String html = page.apply(new PlaylistsView.Download(title, summary, made, packed));
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "index.html");
      zip.write(html.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (Item item : items) {
        if (item.sound().isPresent()) {
          entry(zip, name(item.clip()));
          Files.copy(item.sound().get(), zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  /** Made of numbers and of what is plain in the question's id; nothing typed goes into it. */
  static String name(PlaylistsView.ClipView clip) {
    String question = clip.question().replaceAll("[^a-z0-9-]", "");
    return String.format(
        Locale.ROOT,
        "clips/%02d-%s%s.wav",
        clip.number(),
        clip.part(),
        question.isEmpty() ? "" : "-" + question);
  }
}
