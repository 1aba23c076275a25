package earshot.workbench.review;

import static earshot.workbench.review.SpokenCalls.call;
import static earshot.workbench.review.SpokenCalls.turn;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.MachineTurn;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.CallScorer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakerFixTest {
  private static final CallScorer SCORER = CallScorer.standard();

  /** Music plays from 20 to 30 s on the second channel. */
  private static final AudioAnalysis HEARD =
      new AudioAnalysis(
          40,
          List.of(
              channel(List.of(new Span(6, 8), new Span(34, 36)), List.of()),
              channel(
                  List.of(new Span(1, 5), new Span(9, 12), new Span(31, 33)),
                  List.of(new Span(20, 30)))),
          false);

  private static ChannelAnalysis channel(List<Span> speech, List<Span> music) {
    return new ChannelAnalysis(speech, music, -30, -70, 0.01, new float[0]);
  }

  private static CallRecord spoken() {
    return call(
        turn(1, 1, 5, "good morning pelham water how can i help"),
        turn(0, 6, 8, "my bill is wrong"),
        turn(1, 9, 12, "let me have a look"),
        turn(1, 31, 33, "thank you for waiting"),
        turn(0, 34, 36, "no problem"));
  }

  private static final WhoSpeaks AGENT_LEFT = new WhoSpeaks(0, false, List.of());
  private static final WhoSpeaks AGENT_RIGHT = new WhoSpeaks(1, false, List.of());
  private static final WhoSpeaks EXCHANGED = new WhoSpeaks(null, true, List.of());
  private static final WhoSpeaks NOTHING_SAID = new WhoSpeaks(null, false, List.of());

  private static WhoSpeaks named(NamedSpan... spans) {
    return new WhoSpeaks(null, false, List.of(spans));
  }

  private static SpeakerFix with(AudioAnalysis sound) {
    return new SpeakerFix(SCORER, call -> Optional.ofNullable(sound));
  }

  /** Both on one channel; who is the agent was told for some turns only. */
  private static CallRecord mono(Turn... turns) {
    CallRecord call = call(turns);
    return call.withAudio(call.audio().withLayout(Layout.MONO, null));
  }

  private static Turn by(Role role, double start, double end, String text) {
    return turn(0, start, end, text).withRole(role);
  }

  private static List<String> said(CallRecord call) {
    return call.transcript().turns().stream().map(t -> t.role().id() + ": " + t.text()).toList();
  }

  @Test
  void holdsAreLookedForOnTheAgentsChannel() {
    CallRecord fixed = with(HEARD).fix(spoken(), AGENT_RIGHT);
    assertThat(fixed.events())
        .filteredOn(e -> e.kind() == Event.Kind.HOLD)
        .containsExactly(new Event(Event.Kind.HOLD, 20, 30, null));
    assertThat(fixed.metrics().talkSeconds(Role.AGENT)).isEqualTo(9);
    assertThat(with(HEARD).fix(fixed, AGENT_LEFT)).isEqualTo(spoken());
  }

  @Test
  void withoutTheRecordingWhatWasMeasuredChangesItsRoles() {
    CallRecord fixed = with(null).fix(spoken(), AGENT_RIGHT);
    assertThat(fixed.events()).isEqualTo(spoken().events());
    assertThat(fixed.metrics().wordsPerMinute())
        .isEqualTo(Map.of("agent", 17 * 60 / 9.0, "customer", 6 * 60 / 4.0));
    assertThat(fixed.metrics().interruptions()).isEqualTo(Map.of("agent", 3, "customer", 1));
    assertThat(with(null).fix(fixed, NOTHING_SAID)).isEqualTo(spoken());
  }

  @Test
  void aRecordedNoticeIsToldFromTheAgentOnTheAgentsChannelOnly() {
    CallRecord call =
        call(
            turn(1, 0, 4, "this call may be recorded for training purposes"),
            turn(1, 5, 8, "good morning how can i help"),
            turn(0, 9, 11, "my bill is wrong"));
    CallRecord fixed = with(null).fix(call, AGENT_RIGHT);
    assertThat(fixed.transcript().turns())
        .extracting(Turn::role)
        .containsExactly(Role.ANNOUNCEMENT, Role.AGENT, Role.CUSTOMER);
    assertThat(with(null).fix(fixed, AGENT_LEFT)).isEqualTo(call);
  }

  @Test
  void aTurnThatWasCutForANoticeIsWholeAgainWhenItIsTakenBack() {
    Turn both =
        new Turn(
            Role.CUSTOMER,
            1,
            0,
            8,
            "this call is recorded good morning how can i help",
            0.5,
            List.of(
                new Word("this", 0, 1, 0.3),
                new Word("call", 1, 2, 1),
                new Word("is", 2, 3, 1),
                new Word("recorded", 3, 4, 1),
                new Word("good", 5, 5.5, 1),
                new Word("morning", 5.5, 6, 1),
                new Word("how", 6, 6.5, 1),
                new Word("can", 6.5, 7, 1),
                new Word("i", 7, 7.5, 1),
                new Word("help", 7.5, 8, 1)),
            -30.0);
    CallRecord call = call(both, turn(0, 4.2, 4.4, "hello"), turn(0, 9, 11, "my bill is wrong"));
    CallRecord fixed = with(null).fix(call, AGENT_RIGHT);
    assertThat(said(fixed))
        .containsExactly(
            "announcement: this call is recorded",
            "customer: hello",
            "agent: good morning how can i help",
            "customer: my bill is wrong");
    assertThat(with(null).fix(fixed, NOTHING_SAID)).isEqualTo(call);
  }

  @Test
  void theAgentWhereTheAgentIsChangesNothing() {
    CallRecord call = spoken();
    assertThat(with(HEARD).fix(call, AGENT_LEFT)).isSameAs(call);
  }

  @Test
  void onOneChannelAgentAndCustomerChangePlacesAndBack() {
    CallRecord call =
        mono(
            by(Role.ANNOUNCEMENT, 0, 1, "calls are recorded"),
            by(Role.CUSTOMER, 1, 5, "good morning pelham water how can i help"),
            by(Role.AGENT, 6, 8, "my bill is wrong"),
            by(Role.UNKNOWN, 9, 10, "well"));
    CallRecord fixed = with(null).fix(call, EXCHANGED);
    assertThat(fixed.transcript().turns())
        .extracting(Turn::role)
        .containsExactly(Role.ANNOUNCEMENT, Role.AGENT, Role.CUSTOMER, Role.UNKNOWN);
    assertThat(fixed.metrics().talkSeconds(Role.AGENT)).isEqualTo(4);
    assertThat(fixed.audio()).isEqualTo(call.audio());
    assertThat(with(null).fix(fixed, EXCHANGED)).as("done again").isEqualTo(fixed);
    assertThat(with(null).fix(fixed, NOTHING_SAID)).isEqualTo(call);
  }

  @Test
  void aPartOfATurnGetsAnotherSpeakerAndIsJoinedAgain() {
    CallRecord call = mono(by(Role.AGENT, 0, 10, "how can i help my bill is wrong again"));
    CallRecord fixed = with(null).fix(call, named(new NamedSpan(0, 4, 20, Role.CUSTOMER)));
    assertThat(said(fixed))
        .containsExactly("agent: how can i help", "customer: my bill is wrong again");
    assertThat(fixed.transcript().turns())
        .extracting(Turn::machine)
        .containsOnly(new MachineTurn(Role.AGENT, 0, 10, 1));
    assertThat(fixed.metrics().talkSeconds().keySet()).containsExactly("agent", "customer");
    CallRecord other =
        with(null)
            .fix(
                fixed,
                named(
                    new NamedSpan(0, 4, 20, Role.CUSTOMER), new NamedSpan(0, 5.1, 20, Role.AGENT)));
    assertThat(other).as("the last word counts, and all of it is the agent's").isNotEqualTo(call);
    assertThat(said(other))
        .containsExactly("agent: how can i help", "customer: my", "agent: bill is wrong again");
    assertThat(with(null).fix(other, named())).isEqualTo(call);
  }

  @Test
  void whatWasSaidOfASpanHoldsWhenTheCallChangesPlaces() {
    CallRecord call =
        mono(by(Role.CUSTOMER, 0, 2, "good morning"), by(Role.CUSTOMER, 3, 4, "hello"));
    WhoSpeaks who = new WhoSpeaks(null, true, List.of(new NamedSpan(0, 3, 4, Role.CUSTOMER)));
    assertThat(said(with(null).fix(call, who)))
        .containsExactly("agent: good morning", "customer: hello");
  }

  @Test
  void aSpanIsOfOneChannelAndATurnWithoutWordsHasASpeakerToo() {
    CallRecord call =
        call(
            turn(0, 0, 4, "your call is important"),
            turn(1, 1, 3, "hello there"),
            new Turn(Role.AGENT, 0, 5, 6, "", 0, List.of(), -30.0));
    CallRecord fixed = with(null).fix(call, named(new NamedSpan(0, 0, 6, Role.ANNOUNCEMENT)));
    assertThat(fixed.transcript().turns())
        .extracting(Turn::role)
        .containsExactly(Role.ANNOUNCEMENT, Role.CUSTOMER, Role.ANNOUNCEMENT);
  }

  @Test
  void whatIsHiddenCountsAsTheWordsItTook() {
    // The machine measured 120 words a minute of the agent's 10 s: 20 words, of which 12 are shown.
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      words.add(new Word("word", i * 0.5, i * 0.5 + 0.5, 1));
    }
    words.add(new Word("[card-number]", 6, 10, 1));
    Turn agent = new Turn(Role.AGENT, 0, 0, 10, "", 1, words, null);
    CallRecord heard = mono(agent, by(Role.CUSTOMER, 11, 13, "oh dear"));
    CallRecord call =
        heard.withMeasures(
            heard.events(),
            new Metrics(Map.of(), 0, 0, Map.of(), Map.of("agent", 120.0, "customer", 60.0), 1.0));
    CallRecord fixed = with(null).fix(call, EXCHANGED);
    assertThat(fixed.metrics().wordsPerMinute())
        .isEqualTo(Map.of("agent", 60.0, "customer", 120.0));
    CallRecord part = with(null).fix(call, named(new NamedSpan(0, 5.6, 10, Role.CUSTOMER)));
    assertThat(part.metrics().wordsPerMinute().get("agent"))
        .as("11 words in 5.5 s, the card is the customer's")
        .isEqualTo(11 * 60 / 5.5);
  }

  @Test
  void theRecordWithItsMemoryIsReadAsItWasWritten() throws Exception {
    CallRecord fixed = with(null).fix(spoken(), AGENT_RIGHT);
    byte[] written = CallJson.write(fixed);
    assertThat(CallJson.write(CallJson.read(written))).isEqualTo(written);
    assertThat(CallJson.read(written).asHeard()).isEqualTo(CallJson.read(CallJson.write(spoken())));
    assertThat(new String(CallJson.write(spoken()), StandardCharsets.UTF_8))
        .doesNotContain("machine");
  }
}
