package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions and answers around one number, as people say them in five languages: {@code +} holds
 * something to hide, {@code -} only ordinary numbers. Turns are parted by a bar.
 */
class UtterancesTest {
  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @ValueSource(strings = {"el", "no", "sl", "sw", "vi"})
  void secretsGoAndOrdinaryNumbersStay(String language) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = lines(language);
    for (String line : lines) {
      String redacted =
          redactor.redact(turns(line.substring(2)), language).turns().stream()
              .map(Turn::text)
              .collect(Collectors.joining(" | "));
      if (redacted.contains("[") != line.startsWith("+")) {
        wrong.add(redacted);
      }
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo(15);
    assertThat(wrong).isEmpty();
  }

  private static List<String> lines(String language) throws IOException {
    try (InputStream in =
        UtterancesTest.class.getResourceAsStream("utterances/" + language + ".txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.isBlank()).toList();
    }
  }

  private static List<Turn> turns(String line) {
    List<Turn> turns = new ArrayList<>();
    double now = 0;
    for (String said : line.split("\\|", -1)) {
      Role role = said.startsWith("A:") ? Role.AGENT : Role.CUSTOMER;
      List<Word> words = new ArrayList<>();
      double start = now;
      for (String word : said.substring(2).split(" ", -1)) {
        words.add(new Word(word, now, now + 0.3, 0.9));
        now += 0.3;
      }
      int channel = role == Role.AGENT ? 0 : 1;
      turns.add(new Turn(role, channel, start, now, said.substring(2), 0.9, words, null));
      now += 0.5;
    }
    return turns;
  }
}
