package earshot.workbench;

import java.nio.file.Path;

/** A call in which what the agent says is taken for the customer's, and the other way round. */
final class ExchangedCall {
  static final String CALL = "x1";

  private ExchangedCall() {}

  /** A workbench with this call alone, scored. */
  static WorkbenchFixture scored(Path root) throws Exception {
    WorkbenchFixture fixture = WorkbenchFixture.empty(root);
    fixture.transcript(
        CALL,
        """
        {"call_id": "x1", "language": "en", "start_time": "2026-10-01T09:00:00Z", "agent_id": "A7",
         "agent_name": "Ruth", "team": "North", "company": "Pelham Water", "turns": [
         {"role": "customer", "start": 0.5, "end": 8.0,
          "text": "Good morning, Pelham Water, this is Ruth, how can I help you today?"},
         {"role": "agent", "start": 8.5, "end": 12.0, "text": "I want a refund, please."},
         {"role": "customer", "start": 12.5, "end": 18.0,
          "text": "Could you give me the security code on the back of your card?"},
         {"role": "agent", "start": 18.5, "end": 22.0, "text": "For won nine."},
         {"role": "customer", "start": 22.5, "end": 27.0, "text": "Thank you, goodbye."}]}
        """);
    fixture.score();
    return fixture;
  }
}
