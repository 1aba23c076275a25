package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of six languages, from the record through the index to the hit. */
class SearchLanguagesTest {
  private static final int MOST_WORDS = 150;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "en, they charged me twice, charge, charges CHARGING",
    "en, that's the café, thats, that's cafe CAFÉ",
    "no, fakturaen er betalt, faktura, fakturaen FAKTURA",
    "no, jeg vil si opp språket, sprak, språk",
    "el, ο λογαριασμός μου, λογαριασμού, λογαριασμο ΛΟΓΑΡΙΑΣΜΟΣ λογαριασμό",
    "sl, želim račun, zelim, želim RAČUN racun",
    "sw, nina ng'ombe watatu, ngombe, ng'ombe Watatu",
    "vi, em được gọi, duoc, được goi GỌI",
  })
  void aWordIsFoundInItsForms(String language, String said, String query, String others)
      throws Exception {
    write(language, List.of(said));
    assertThat(found(query)).as(query).isEqualTo(1);
    for (String other : others.split(" ")) {
      assertThat(found(other)).as(other).isEqualTo(1);
    }
    assertThat(found("nothing")).isZero();
  }

  @Test
  void aVietnameseWordWithTonesFindsOnlyItself() throws Exception {
    write("vi", List.of("bán cho em", "bạn ơi"));
    assertThat(found("ban")).isEqualTo(2);
    assertThat(found("bán")).isEqualTo(1);
    assertThat(found("bạn")).isEqualTo(1);
    assertThat(found("bàn")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "en, I paid the bill, ~bil",
    "el, το κινητό μου, ~κηνιτο",
    "no, kjære kunde, ~tjære",
    "sl, dober zid, ~zit",
    "sw, habari ya leo, ~habali",
    "vi, em xin chào, ~sin",
  })
  void aWordIsFoundByItsSound(String language, String said, String query) throws Exception {
    write(language, List.of(said));
    try (CallIndex index = CallIndex.open(folder)) {
      SearchResult result = index.search(new Query.Sounding(query.substring(1)), 5);
      assertThat(result.total()).as(query).isEqualTo(1);
      assertThat(result.hits().get(0).matches().get(0).bySound()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"el", "no", "sl", "sw", "vi"})
  void everyWordOfADialogueIsFoundWithAndWithoutAccents(String language) throws Exception {
    Path dialogues =
        Path.of(System.getProperty("earshot.shared", "../../../shared"), "calls", "text", language);
    assumeTrue(Files.isDirectory(dialogues));
    List<String> texts = texts(dialogues);
    write(language, texts);
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(t -> words.addAll(List.of(t.split("[^\\p{L}\\p{M}]+"))));
    try (CallIndex index = CallIndex.open(folder)) {
      for (String word : words.stream().filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList()) {
        Query exact = new Query.Word(word);
        Query bare = new Query.Word(bare(word));
        assertThat(index.search(exact, 1).total()).as(word).isPositive();
        assertThat(index.search(bare, 1).total())
            .as(word)
            .isGreaterThanOrEqualTo(index.search(exact, 1).total());
      }
    }
  }

  private static String bare(String word) {
    return Normalizer.normalize(word.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}+", "")
        .replace('\u0110', 'D');
  }

  private static List<String> texts(Path dialogues) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(dialogues)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode turns = new ObjectMapper().readTree(file.toFile()).path("turns");
        turns.forEach(t -> texts.add(t.path("text").asText()));
      }
    }
    return texts.stream().filter(t -> !t.isBlank()).toList();
  }

  /** One call a text. */
  private void write(String language, List<String> texts) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (int i = 0; i < texts.size(); i++) {
        writer.put(SampleCalls.inLanguage("c" + i, language, texts.get(i)), "1");
      }
      writer.commit();
    }
  }

  private long found(String word) throws IOException {
    try (CallIndex index = CallIndex.open(folder)) {
      return index.search(new Query.Word(word), 1).total();
    }
  }
}
