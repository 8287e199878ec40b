package io.temperline.streams.emotion;

import static io.temperline.schemas.CallEventType.HELD;
import static io.temperline.schemas.CallEventType.RESUMED;
import static io.temperline.schemas.CallEventType.STARTED;
import static io.temperline.schemas.CallEventType.TRANSFERRED;
import static io.temperline.schemas.Channel.AGENT;
import static io.temperline.schemas.Channel.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.Analysis;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.TrustedClasses;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.analysis.RecordedConversation;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.Side;
import io.temperline.speech.window.BlockCutter;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A live call's events tell how caller and agent talk with each other. */
class ConversationTest {

  private static final long NINE_MS = TwoSides.NINE.toEpochMilli();
  private static final WindowConfig WINDOWS =
      new WindowConfig(Duration.ofMillis(1500), Duration.ofMillis(500));

  /** Between these the conversation is stored for its own sake. */
  private static final WindowConfig RARE_WINDOWS =
      new WindowConfig(Duration.ofSeconds(4), Duration.ofSeconds(4));

  @TempDir private File stateDir;

  @BeforeAll
  static void trustOurs() {
    TrustedClasses.trustOurs();
  }

  @Test
  void theFiguresOfAnEndedCallAreThoseOfItsRecording() {
    TwoSides call = TwoSides.talking(1, 40);

    ListeningTask task = hearsAll(call.frames(), call.ended(CALLER, AGENT));

    Conversation recorded = new Conversation();
    RecordedConversation.play(recorded, call.caller(), Optional.of(call.agent()));
    assertThat(task.talks()).containsExactly(atNine(recorded));
    assertThat(task.talks().get(0).getCaller().getTurns()).isGreaterThan(3);
  }

  @Test
  void soAreThoseOfACallWithoutAnAgent() {
    TwoSides call = TwoSides.talking(2, 20);
    List<SpecificRecord> frames = call.frames();
    frames.removeIf(frame -> isOf(AGENT, frame));

    ListeningTask task = hearsAll(frames, call.ended(CALLER));

    Conversation recorded = new Conversation();
    RecordedConversation.play(recorded, call.caller(), Optional.empty());
    assertThat(task.talks()).containsExactly(atNine(recorded));
    assertThat(task.talks().get(0).getKnownMs()).isZero();
  }

  @Test
  void timeOnHoldIsAsInTheRecording() {
    TwoSides call = TwoSides.talking(3, 20);
    List<SpecificRecord> records = call.frames();
    insert(records, TwoSides.event(HELD, 5000));
    insert(records, TwoSides.event(RESUMED, 9000));

    ListeningTask task = hearsAll(records, call.ended(CALLER, AGENT));

    Conversation recorded = new Conversation();
    recorded.held(5000);
    recorded.resumed(9000);
    RecordedConversation.play(recorded, call.caller(), Optional.of(call.agent()));
    assertThat(task.talks()).containsExactly(atNine(recorded));
    assertThat(task.talks().get(0).getHoldMs()).isEqualTo(4000);
  }

  @Test
  void timeOnHoldWithoutAudioCountsUntilTheEnd() {
    TwoSides call = TwoSides.talking(3, 20);
    List<SpecificRecord> records = call.frames();
    records.removeIf(frame -> ((AudioFrame) frame).getSequence() >= 500);
    records.add(TwoSides.event(HELD, 10_000));

    ListeningTask task = hearsAll(records, call.ended());
    task.comesToRest();

    assertThat(task.talks()).extracting(CallConversation::getHoldMs).containsExactly(10_000L);
    assertThat(task.talks()).extracting(CallConversation::getHolds).containsExactly(1);
  }

  @Test
  void aWindowCarriesWhatWasHeardWhenItWasComplete() {
    TwoSides call = TwoSides.talking(4, 15);

    ListeningTask task = hearsAll(call.frames(), call.ended(CALLER, AGENT));

    Conversation heard = new Conversation();
    BlockCutter caller = new BlockCutter(0, heard.listenTo(Side.CALLER, NINE_MS / 10));
    BlockCutter agent = new BlockCutter(0, heard.listenTo(Side.AGENT, NINE_MS / 10));
    List<CallConversation> expected = new ArrayList<>();
    for (int ms = 0; ms < call.lengthMs(); ms += 20) {
      append(caller, call.caller(), ms);
      if (ms + 20 >= 1500 && (ms + 20 - 1500) % 500 == 0) {
        expected.add(CallConversations.of(heard.figures()));
      }
      append(agent, call.agent(), ms);
    }
    assertThat(task.told()).isEqualTo(expected);
  }

  private static void append(BlockCutter cutter, byte[] muLaw, int ms) {
    cutter.append(TelephoneLine.heard(Arrays.copyOfRange(muLaw, ms * 8, ms * 8 + 160)), 0, 160);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverNetworkClockAndCrashesDoTheSameComesOutInTheSameOrder(boolean scoreAgents) {
    for (long seed = 1; seed <= Long.getLong("conversations", 25); seed++) {
      Random random = new Random(seed);
      List<SpecificRecord> records = delivered(random, seed);
      WindowConfig windows = seed % 3 == 0 ? RARE_WINDOWS : WINDOWS;
      EmotionConfig config = config(windows, true, scoreAgents, true);

      ListeningTask undisturbed = new ListeningTask(config, stateDir);
      records.forEach(undisturbed::receives);
      undisturbed.comesToRest();
      ListeningTask disturbed = new ListeningTask(config, stateDir);
      for (SpecificRecord record : records) {
        disturbed.receives(record);
        if (random.nextInt(4) == 0) {
          disturbed.waits(random.nextInt(40));
        }
        if (random.nextInt(25) == 0) {
          disturbed.isTakenOver();
        }
      }
      disturbed.comesToRest();

      assertThat(undisturbed.talks()).as("seed %d", seed).hasSize(1);
      assertThat(disturbed.emotions(AGENT)).isEqualTo(undisturbed.emotions(AGENT));
      List<CallOutcome> expected = withoutAgents(undisturbed);
      List<CallOutcome> actual = withoutAgents(disturbed);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i)).as("outcome %d of seed %d", i, seed).isEqualTo(expected.get(i));
      }
    }
  }

  /** Windows of two scored channels have an order among themselves only until a restart. */
  private static List<CallOutcome> withoutAgents(ListeningTask task) {
    return task.outcomes().stream()
        .filter(
            outcome ->
                !(outcome instanceof CallOutcome.Heard heard)
                    || heard.event().getChannel() == CALLER)
        .toList();
  }

  /** A call over networks that lose, double, delay and swap frames, each side's in its own way. */
  private static List<SpecificRecord> delivered(Random random, long seed) {
    record Arrival(double atMs, SpecificRecord record) {}
    TwoSides call = TwoSides.talking(seed, 12);
    List<Arrival> arrivals = new ArrayList<>();
    arrivals.add(new Arrival(-1, TwoSides.event(STARTED, 0, CallerInformed.INFORMED)));
    boolean agentIsThere = random.nextInt(6) > 0;
    int agentIsLateMs = random.nextInt(3) == 0 ? random.nextInt(5000) : 0;
    int agentComesAtMs = random.nextInt(4) == 0 ? 20 * random.nextInt(300) : 0;
    double loss = 0.05 * random.nextInt(3);
    double delayMs = random.nextInt(2) * 120;
    for (SpecificRecord record : call.frames()) {
      AudioFrame frame = (AudioFrame) record;
      boolean ofAgent = frame.getChannel() == AGENT;
      long ms = frame.getCapturedAt().toEpochMilli() - NINE_MS;
      boolean sent = !ofAgent || (agentIsThere && ms >= agentComesAtMs);
      for (int i = 0; sent && i < (random.nextInt(20) == 0 ? 2 : 1); i++) {
        if (random.nextDouble() >= loss) {
          double late = (ofAgent ? agentIsLateMs : 0) + delayMs * random.nextDouble();
          arrivals.add(new Arrival(ms + late, frame));
        }
      }
    }
    if (random.nextInt(3) == 0) {
      int from = 2000 + random.nextInt(3000);
      arrivals.add(new Arrival(from, TwoSides.event(HELD, from)));
      arrivals.add(new Arrival(from + 2500, TwoSides.event(RESUMED, from + 2500)));
    }
    arrivals.add(new Arrival(7000, TwoSides.event(TRANSFERRED, 7000)));
    arrivals.add(new Arrival(1e9, call.ended()));
    arrivals.sort(Comparator.comparingDouble(Arrival::atMs));
    return arrivals.stream().map(Arrival::record).toList();
  }

  @Test
  void whatAGapCompletesAtOnceIsHeardUpToEachWindow() {
    TwoSides call = TwoSides.talking(14, 90);
    List<SpecificRecord> frames = call.frames();
    frames.removeIf(frame -> ((AudioFrame) frame).getSequence() / 50 % 80 >= 5);
    ListeningTask task = hearsAll(frames, call.ended(CALLER, AGENT));

    assertThat(task.told()).hasSize(168).doesNotContainNull();
    List<Long> heardUntil = task.told().stream().map(CallConversation::getUntilMs).toList();
    assertThat(heardUntil).isSorted();
    assertThat(new HashSet<>(heardUntil)).as("of 100 at once").hasSizeBetween(100, 120);
  }

  @Test
  void framesThatComeTwiceOrInAnotherOrderChangeNothingInTheEnd() {
    TwoSides call = TwoSides.talking(5, 12);
    List<SpecificRecord> frames = call.frames();
    List<SpecificRecord> mixed = new ArrayList<>(frames);
    Random random = new Random(5);
    for (int i = 2; i + 8 < mixed.size(); i += 3) {
      mixed.add(i + random.nextInt(6), i % 2 == 0 ? mixed.remove(i) : mixed.get(i));
    }

    assertThat(hearsAll(mixed, call.ended(CALLER, AGENT)).talks())
        .isEqualTo(hearsAll(frames, call.ended(CALLER, AGENT)).talks());
  }

  @Test
  void anAgentWhoseGatewayHasAnotherClockIsHeardAllTheSame() {
    TwoSides call = TwoSides.talking(6, 12);
    List<SpecificRecord> records = call.frames();
    records.stream()
        .filter(frame -> isOf(AGENT, frame))
        .map(AudioFrame.class::cast)
        .forEach(frame -> frame.setCapturedAt(frame.getCapturedAt().plusSeconds(7200)));

    ListeningTask task = hearsAll(records, call.ended(CALLER, AGENT));

    assertThat(task.talks().get(0).getKnownMs()).isEqualTo(call.lengthMs());
  }

  @ParameterizedTest
  @CsvSource({
    "INFORMED, EMOTION;CONVERSATION, true, true",
    "INFORMED, CONVERSATION, false, true",
    "INFORMED, EMOTION, true, false",
    "INFORMED, '', false, false",
    "INFORMED, all, true, true",
    "NOT_INFORMED, all, false, false",
    "NOT_INFORMED, CONVERSATION, false, false",
    "UNKNOWN, CONVERSATION, false, false",
    "UNKNOWN, all, false, false"
  })
  void onlyWhatMayBeAnalysedIsTold(
      CallerInformed informed, String analyses, boolean scored, boolean talked) {
    TwoSides call = TwoSides.talking(7, 12);
    CallEvent started = TwoSides.event(STARTED, 0, informed);
    if (!analyses.equals("all")) {
      started.setAnalyses(
          Arrays.stream(analyses.split(";"))
              .filter(name -> !name.isEmpty())
              .map(Analysis::valueOf)
              .toList());
    }
    ListeningTask task = new ListeningTask(config(false, false, true), stateDir);
    task.receives(started);
    call.frames().forEach(task::receives);
    task.receives(call.ended(CALLER, AGENT));
    task.waits(100);

    List<EmotionEvent> events = task.emotions(CALLER);
    assertThat(events).hasSize(22);
    assertThat(events.stream().anyMatch(event -> event.getStatus() == WindowStatus.SCORED))
        .isEqualTo(scored);
    assertThat(events.stream().allMatch(event -> event.getConversation() != null))
        .isEqualTo(talked);
    assertThat(events.stream().anyMatch(event -> event.getConversation() != null))
        .isEqualTo(talked);
    assertThat(task.talks()).hasSize(talked ? 1 : 0);
  }

  @Test
  void figuresThatWaitForWordAreThoseOfWhenTheirWindowWasComplete() {
    TwoSides call = TwoSides.talking(8, 6);
    List<CallConversation> atOnce = hearsAll(call.frames(), call.ended(CALLER, AGENT)).told();
    ListeningTask task = new ListeningTask(config(false, false, true), stateDir);
    for (SpecificRecord frame : call.frames()) {
      task.receives(frame);
      if (((AudioFrame) frame).getSequence() % 40 == 0) {
        task.isTakenOver();
      }
    }
    assertThat(task.told()).isEmpty();

    task.receives(TwoSides.event(STARTED, 0, CallerInformed.INFORMED));
    task.waits(100);

    assertThat(task.told()).isEqualTo(atOnce);
  }

  @Test
  void aConversationThatIsRuledOutIsForgottenAtOnce() {
    TwoSides call = TwoSides.talking(9, 8);
    ListeningTask task = new ListeningTask(config(true, false, true), stateDir);
    CallEvent ruledOut = TwoSides.event(TRANSFERRED, 4000);
    ruledOut.setAnalyses(List.of(Analysis.EMOTION));
    for (SpecificRecord frame : call.frames()) {
      if (((AudioFrame) frame).getSequence() == 200 && isOf(CALLER, frame)) {
        assertThat(task.stores().conversation("ada")).isPresent();
        task.receives(ruledOut);
        assertThat(task.stores().conversation("ada")).isEmpty();
      }
      task.receives(frame);
    }
    task.isTakenOver();
    task.receives(call.ended(CALLER, AGENT));
    task.waits(100);

    assertThat(task.talks()).isEmpty();
    assertThat(task.told()).hasSize(14);
    assertThat(task.told().subList(0, 5)).doesNotContainNull();
    assertThat(task.told().subList(6, 14)).allMatch(Objects::isNull);
  }

  @Test
  void whereConversationsAreNotFollowedNothingOfTheAgentIsKept() {
    TwoSides call = TwoSides.talking(10, 8);
    ListeningTask task = new ListeningTask(config(true, false, false), stateDir);
    call.frames().forEach(task::receives);

    assertThat(task.stores().chunks("ada", AGENT)).isEmpty();
    assertThat(task.stores().conversation("ada")).isEmpty();
    task.receives(call.ended(CALLER, AGENT));
    task.waits(100);
    assertThat(task.told()).hasSize(14).allMatch(Objects::isNull);
    assertThat(task.talks()).isEmpty();
  }

  @Test
  void ofAnAgentWhoIsNotScoredTwoSecondsAreKept() {
    TwoSides call = TwoSides.talking(11, 30);
    for (boolean withCaller : new boolean[] {true, false}) {
      ListeningTask task = new ListeningTask(config(true, false, true), stateDir);
      call.frames().stream()
          .filter(frame -> withCaller || isOf(AGENT, frame))
          .forEach(task::receives);

      assertThat(task.stores().chunks("ada", AGENT)).hasSizeBetween(1, 22);
      assertThat(task.emotions(AGENT)).isEmpty();
    }
  }

  @Test
  void anAgentWhoIsScoredTakesPartAsAnyOther() {
    TwoSides call = TwoSides.talking(12, 10);
    ListeningTask task = new ListeningTask(config(true, true, true), stateDir);
    call.frames().forEach(task::receives);
    task.receives(call.ended(CALLER, AGENT));
    task.waits(100);

    ListeningTask unscored = hearsAll(call.frames(), call.ended(CALLER, AGENT));
    assertThat(task.told()).isEqualTo(unscored.told());
    assertThat(task.talks()).isEqualTo(unscored.talks());
    assertThat(task.emotions(AGENT)).hasSize(18).allMatch(event -> event.getConversation() == null);
  }

  @Test
  void anEventIsToldAfterTheWindowsThatWereCompleteBeforeIt() {
    TwoSides call = TwoSides.talking(13, 6);
    ListeningTask task = new ListeningTask(config(true, false, true), stateDir);
    call.frames().forEach(task::receives);
    assertThat(task.emotions(CALLER)).as("the others wait for a batch").hasSizeLessThan(10);

    task.receives(TwoSides.event(TRANSFERRED, 6000));

    assertThat(task.emotions(CALLER)).hasSize(10);
    assertThat(task.outcomes()).last().isInstanceOf(CallOutcome.Applied.class);
  }

  /** Where every caller is informed and agents are not scored. */
  private ListeningTask hearsAll(List<SpecificRecord> records, CallEvent ended) {
    ListeningTask task = new ListeningTask(config(true, false, true), stateDir);
    records.forEach(task::receives);
    task.receives(ended);
    task.waits(100);
    return task;
  }

  /** The call starts at 0 ms in the recording and at nine on the floor. */
  private static CallConversation atNine(Conversation recorded) {
    CallConversation figures = CallConversations.of(recorded.figures());
    figures.setUntilMs(figures.getUntilMs() + NINE_MS);
    return figures;
  }

  private static boolean isOf(Channel channel, SpecificRecord record) {
    return record instanceof AudioFrame frame && frame.getChannel() == channel;
  }

  /** Puts an event before the audio of its moment. */
  private static void insert(List<SpecificRecord> records, CallEvent event) {
    int at = 0;
    while (!(records.get(at) instanceof AudioFrame frame)
        || frame.getCapturedAt().isBefore(event.getEffectiveAt())) {
      at++;
    }
    records.add(at, event);
  }

  private static EmotionConfig config(boolean informed, boolean scoreAgents, boolean follow) {
    return config(WINDOWS, informed, scoreAgents, follow);
  }

  private static EmotionConfig config(
      WindowConfig windows, boolean informed, boolean scoreAgents, boolean follow) {
    Duration second = Duration.ofSeconds(1);
    return new EmotionConfig(
        windows,
        new SpeechGate(SpeechGateConfig.DEFAULT),
        second,
        Duration.ofMillis(200),
        Duration.ofSeconds(30),
        second,
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofMillis(100),
        informed,
        Duration.ofSeconds(10),
        scoreAgents,
        follow);
  }
}
