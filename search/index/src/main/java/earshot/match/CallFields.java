package earshot.match;

import earshot.call.Answer;
import earshot.call.CallRecord;
import earshot.call.Facts;
import earshot.call.Metadata;
import earshot.call.Scorecard;
import earshot.query.Condition;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that filters ask for, under the names of {@link earshot.query.Field}. What a call has
 * no value for satisfies no condition.
 *
 * @param texts in {@link Condition.Is#normal} form; truths as {@code true} and {@code false}
 * @param numbers dates as days since 1970-01-01
 */
public record CallFields(Map<String, String> texts, Map<String, Double> numbers) {
  public CallFields {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
  }

  public static CallFields of(CallRecord record) {
    Builder fields = new Builder();
    Metadata metadata = record.metadata();
    fields.text("call_id", record.callId());
    fields.text("agent_id", metadata.agentId());
    fields.text("agent_name", metadata.agentName());
    fields.text("team", metadata.team());
    fields.text("queue", metadata.queue());
    fields.text("direction", metadata.direction());
    fields.text("language", metadata.language());
    fields.text("customer_id", metadata.customerId());
    fields.text("layout", record.audio().layout().id());
    fields.number("date", (double) record.localDate().toEpochDay());
    fields.number("duration", record.audio().seconds());
    facts(fields, record.facts());
    record.metrics().talkSeconds().forEach((r, s) -> fields.number("talk_seconds." + r, s));
    fields.number("silence_seconds", record.metrics().silenceSeconds());
    fields.number("overtalk_seconds", record.metrics().overtalkSeconds());
    for (Scorecard card : record.scorecards()) {
      fields.number("score." + card.form(), card.score());
      fields.number("coverage." + card.form(), card.coverage());
      fields.number("version." + card.form(), (double) card.version());
      fields.text("auto_fail." + card.form(), card.autoFailProposed());
      for (Answer answer : card.answers()) {
        fields.text("answer." + answer.question(), answer.answer());
      }
    }
    return new CallFields(fields.texts, fields.numbers);
  }

  private static void facts(Builder fields, Facts facts) {
    fields.text("call_type", facts.callType());
    fields.text("complaint", facts.complaint());
    fields.text("resolved", facts.resolved());
    fields.text("transferred", facts.transferred());
    fields.text("says_called_before", facts.saysCalledBefore());
    fields.number("holds", (double) facts.holds());
    fields.number("hold_seconds", facts.holdSeconds());
  }

  /** Whether the field has a value that fulfils the condition. */
  public boolean test(String field, Condition condition) {
    if (condition instanceof Condition.Is is) {
      return is.text().equals(texts.get(field));
    }
    Double number = numbers.get(field);
    return number != null && ((Condition.Range) condition).test(number);
  }

  private static final class Builder {
    final Map<String, String> texts = new TreeMap<>();
    final Map<String, Double> numbers = new TreeMap<>();

    void text(String field, @Nullable Object value) {
      if (value != null && !value.toString().isBlank()) {
        texts.put(field, Condition.Is.normal(value.toString()));
      }
    }

    void number(String field, @Nullable Double value) {
      if (value != null) {
        numbers.put(field, value);
      }
    }
  }
}
