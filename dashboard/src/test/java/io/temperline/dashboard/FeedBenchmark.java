package io.temperline.dashboard;

import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.EmotionEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What many readers of the floor cost, and whether those that do not read hold up the others. Not
 * part of the build: {@code mvn -o -pl dashboard test -Dtest=FeedBenchmark -Dreaders=1000
 * -Dcalls=500 -Dseconds=30}. Readers and dashboard share the machine.
 */
class FeedBenchmark {

  private static final int READERS = Integer.getInteger("readers", 1_000);
  private static final int CALLS = Integer.getInteger("calls", 500);
  private static final int SECONDS = Integer.getInteger("seconds", 30);
  private static final int STUCK = READERS / 100;
  private static final int LOOKED_INTO_EVERY = 20;
  private static final Pattern NOW = Pattern.compile("data: \\{\"now\":(\\d+)");

  private final List<Long> ages = new ArrayList<>();
  private long bytes;
  private long events;

  @Test
  void measuresHowLateManyReadersAreTold() throws Exception {
    Instant now = Instant.now();
    List<CallScript> calls =
        IntStream.range(0, CALLS)
            .mapToObj(i -> new CallScript("c-" + i, now.minusSeconds(100 + i)))
            .toList();
    ScheduledExecutorService floor = Executors.newSingleThreadScheduledExecutor();
    try (TestDashboard dashboard = TestDashboard.start(Map.of());
        Selector selector = Selector.open()) {
      TestTopics topics = dashboard.topics();
      calls.forEach(
          call -> topics.write(call.started("C-" + call.id(), "agent-" + call.id(), "Billing")));
      URI uri = URI.create(dashboard.url("/api/events"));
      for (int i = 0; i < READERS + STUCK; i++) {
        open(uri, selector, i < READERS);
      }
      int[] next = {0};
      floor.scheduleAtFixedRate(
          () -> {
            int i = next[0] % CALLS;
            topics.write(heardNow(calls.get(i), 200 + next[0] / CALLS, i));
            next[0]++;
          },
          0,
          Duration.ofSeconds(1).toNanos() / CALLS,
          TimeUnit.NANOSECONDS);
      read(selector, Duration.ofSeconds(10), false);
      long cpu = cpuNs();
      read(selector, Duration.ofSeconds(SECONDS), true);
      report(cpuNs() - cpu);
    } finally {
      floor.shutdownNow();
    }
  }

  private static void open(URI uri, Selector selector, boolean reads) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String request =
        "GET /api/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    channel.register(selector, reads ? SelectionKey.OP_READ : 0, selector.keys().size());
  }

  private void read(Selector selector, Duration time, boolean counts) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      selector.select(100);
      for (SelectionKey key : selector.selectedKeys()) {
        buffer.clear();
        int read = ((SocketChannel) key.channel()).read(buffer);
        if (read < 0) {
          throw new IOException("a reader was dropped");
        }
        if (counts) {
          bytes += read;
          if ((int) key.attachment() % LOOKED_INTO_EVERY == 0) {
            lookInto(buffer.flip());
          }
        }
      }
      selector.selectedKeys().clear();
    }
  }

  private void lookInto(ByteBuffer read) {
    Matcher event = NOW.matcher(StandardCharsets.ISO_8859_1.decode(read));
    while (event.find()) {
      events++;
      ages.add(System.currentTimeMillis() - Long.parseLong(event.group(1)));
    }
  }

  private void report(long cpuNs) {
    List<Long> sorted = ages.stream().sorted().toList();
    double looked = Math.ceil((double) READERS / LOOKED_INTO_EVERY);
    System.out.printf(
        "%d readers, %d that do not read: %.1f events a second each, %.1f kB a second each,"
            + " from written to read %d ms half of them, %d ms 99 of 100, %d ms at most;"
            + " %.2f processors, with the readers%n",
        READERS,
        STUCK,
        events / looked / SECONDS,
        bytes / 1e3 / READERS / SECONDS,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.get(sorted.size() - 1),
        cpuNs / 1e9 / SECONDS);
  }

  private static long cpuNs() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static EmotionEvent heardNow(CallScript call, long k, int i) {
    float anger = (float) (0.3 + 0.3 * Math.sin(k / 9.0 + i));
    EmotionEvent event =
        call.heard(k, anger >= 0.5 ? "angry" : "calm", Map.of("angry", anger, "calm", 1 - anger));
    event.setEndsAt(Instant.now());
    return event;
  }
}
