package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  @TempDir Path temporary;

  @BeforeAll
  static void fileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private Path file(String name) throws IOException {
    Path file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }

  private static List<String> uris(String input) throws IOException {
    return SourceFiles.expand(input).stream().map(SourceFile::uri).sorted().toList();
  }

  private List<String> uris(Path... files) throws IOException {
    List<String> uris = new java.util.ArrayList<>();
    for (Path file : files) {
      uris.add(file.toRealPath().toUri().toString());
    }
    return uris;
  }

  @Test
  void aFileIsItself() throws IOException {
    Path file = file("c1.wav");

    List<SourceFile> found = SourceFiles.expand(file.toString());

    assertThat(found)
        .singleElement()
        .isEqualTo(
            new SourceFile(
                file.toRealPath().toUri().toString(),
                6,
                Files.getLastModifiedTime(file).toMillis()));
  }

  @Test
  void aFolderIsEverythingBelowItButHiddenFiles() throws IOException {
    Path a = file("a.wav");
    Path deep = file("2026/10/b.wav");
    file(".hidden.wav");
    file(".tmp-c.wav");

    assertThat(uris(temporary.toString())).containsExactlyInAnyOrderElementsOf(uris(a, deep));
  }

  @Test
  void aFolderThatIsASymbolicLinkIsFollowed() throws IOException {
    Path there = file("real/a.wav");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), temporary.resolve("real"));

    assertThat(uris(link.toString())).isEqualTo(uris(there));
  }

  @Test
  void whatCannotBeEnteredIsPassedOverAndTheRestIsFound() throws IOException {
    Path a = file("in/a.wav");
    Path z = file("in/sub/z.wav");
    Files.createSymbolicLink(temporary.resolve("in/sub/round"), temporary.resolve("in"));
    Files.createSymbolicLink(temporary.resolve("in/gone.wav"), temporary.resolve("nowhere"));

    assertThat(uris(temporary.resolve("in").toString())).isEqualTo(uris(a, z));
  }

  @Test
  void aGlobMatchesAcrossNamesWithSpaces() throws IOException {
    Path a = file("in put/call 1.wav");
    Path b = file("in put/call 2.wav");
    file("in put/notes.txt");

    assertThat(uris(temporary + "/in put/*.wav")).isEqualTo(uris(a, b));
  }

  @Test
  void twoStarsOfAGlobMatchFolders() throws IOException {
    Path deep = file("north/10/a.wav");
    file("north/10/a.txt");

    assertThat(uris(temporary + "/**/*.wav")).isEqualTo(uris(deep));
  }

  @Test
  void aGlobOfFoldersIsEverythingBelowThem() throws IOException {
    Path a = file("north-1/a.wav");
    Path b = file("north-2/b.wav");
    file("south/c.wav");

    assertThat(uris(temporary + "/north-*")).isEqualTo(uris(a, b));
  }

  @Test
  void aGlobBelowAFolderWithBracketsInItsName() throws IOException {
    Path a = file("in [1]/a.wav");
    file("in 1/b.wav");

    assertThat(uris(temporary + "/in [1]/*.wav")).isEqualTo(uris(a));
    assertThat(uris(temporary + "/*/{a,c}.wav")).isEqualTo(uris(a));
  }

  @Test
  void bracketsInAnExistingNameAreNoGlob() throws IOException {
    Path odd = file("call [1] {x}.wav");
    file("call 1 x.wav");

    assertThat(uris(odd.toString())).isEqualTo(uris(odd));
    try (InputStream in = SourceFiles.open(uris(odd.toString()).get(0))) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("call [1] {x}.wav");
    }
  }

  @Test
  void namesThatAreNotAsciiAreFoundInFoldersByGlobAndByUri() throws IOException {
    // By URI, because a Path made from text needs the machine's locale to know the letters.
    URI uri = URI.create(temporary.toRealPath().toUri() + "Gespr%C3%A4ch%20%E9%9F%B3.wav");
    Files.writeString(Path.of(uri), "x");

    for (String input : List.of(temporary.toString(), temporary + "/*.wav", uri.toString())) {
      assertThat(SourceFiles.expand(input)).as(input).hasSize(1);
      String found = SourceFiles.expand(input).get(0).uri();
      assertThat(SourceFiles.exists(found)).as(input).isTrue();
      try (InputStream in = SourceFiles.open(found)) {
        assertThat(in.read()).isEqualTo('x');
      }
    }
  }

  @Test
  void aFileUriIsAFileOrAFolder() throws IOException {
    Path a = file("in put/a.wav");

    assertThat(uris(a.toUri().toString())).isEqualTo(uris(a));
    assertThat(uris(temporary.toUri().toString())).isEqualTo(uris(a));
  }

  @Test
  void whatMatchesNothingIsNamed() {
    for (String input : List.of("nowhere", "nowhere/*.wav", "/nowhere/[a", "file:///nowhere.wav")) {
      assertThatThrownBy(() -> SourceFiles.expand(input))
          .as(input)
          .isInstanceOf(FileNotFoundException.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("globs in quotes");
    }
  }

  @Test
  void anEmptyFolderIsThereButHoldsNothing() throws IOException {
    assertThat(SourceFiles.expand(temporary.toString())).isEmpty();
  }

  @Test
  void aUriThatIsNoneSaysSo() {
    assertThatThrownBy(() -> SourceFiles.expand("file:///a b.wav"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a b.wav");
  }

  @Test
  void aSchemeThatNobodyKnowsSaysSo() {
    assertThatThrownBy(() -> SourceFiles.expand("tape://vault/1.wav"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tape://vault/1.wav");
  }
}
