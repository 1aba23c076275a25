package earshot.transcribe.vosk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import earshot.call.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads libvosk's results: {@code {"result":[{"conf":..,"end":..,"start":..,"word":".."}],..}}.
 *
 * <p>A streaming parser, because the worker's class path should stay as small as its heap.
 */
final class VoskJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private VoskJson() {}

  /**
   * The words of one result, in order. Marks such as {@code <unk>} or {@code [noise]} are no words.
   */
  static List<Word> words(String json) throws RecognizerException {
    List<Word> words = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY
            && "result".equals(parser.currentName())) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            word(parser, words);
          }
        }
      }
    } catch (IOException e) {
      // The parser's own message would quote what was said.
      throw new RecognizerException("libvosk's result is not JSON as expected");
    }
    return words;
  }

  private static void word(JsonParser parser, List<Word> words) throws IOException {
    String text = "";
    double start = 0;
    double end = 0;
    double confidence = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "word" -> text = parser.getText();
        case "start" -> start = parser.getDoubleValue();
        case "end" -> end = parser.getDoubleValue();
        case "conf" -> confidence = parser.getDoubleValue();
        default -> parser.skipChildren();
      }
    }
    if (!text.isBlank() && text.charAt(0) != '<' && text.charAt(0) != '[') {
      double from = Math.max(0, start);
      words.add(new Word(text, from, Math.max(from, end), Math.max(0, Math.min(1, confidence))));
    }
  }
}
