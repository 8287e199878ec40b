package io.temperline.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.temperline.schemas.EmotionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How smooth the floor is with many live calls, and how late an event reaches it. Not part of the
 * build: {@code mvn -o -pl dashboard test -Dtest=FloorBenchmark -Dcalls=500 -Dseconds=30}.
 */
class FloorBenchmark extends BrowserTest {

  private static final int CALLS = Integer.getInteger("calls", 500);
  private static final int SECONDS = Integer.getInteger("seconds", 30);
  private static final int ANGRY_EVERY = 25;

  /** Notes the time between frames, and how old the newest window of each message is. */
  private static final String WATCH =
      """
      window.frames_ = [];
      window.ages = [];
      const NativeSource = window.EventSource;
      window.EventSource = class extends NativeSource {
        addEventListener(name, listener) {
          super.addEventListener(name, event => {
            if (window.watching) {
              for (const call of JSON.parse(event.data).floor.calls) {
                const at = call.recent?.at(-1)?.at;
                if (at) window.ages.push(Date.now() - at);
              }
            }
            listener(event);
          });
        }
      };
      """;

  private static final String FRAMES =
      """
      () => {
        window.watching = true;
        let last = performance.now();
        const next = now => {
          window.frames_.push(now - last);
          last = now;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }
      """;

  @Test
  void measuresFramesAndTheWayOfAnEvent() throws Exception {
    List<CallScript> calls =
        IntStream.range(0, CALLS)
            .mapToObj(i -> new CallScript("c-" + i, now.minusSeconds(100 + i)))
            .toList();
    calls.forEach(
        call -> topics.write(call.started("C-" + call.id(), "agent-" + call.id(), "Billing")));
    ScheduledExecutorService floor = Executors.newSingleThreadScheduledExecutor();
    try (Page page = browserPage()) {
      page.navigate(dashboard.url("/"));
      page.waitForFunction("n => document.querySelectorAll('#live-rows tr').length >= n", CALLS);
      long[] k = {200};
      int[] next = {0};
      long everyNs = Duration.ofSeconds(1).toNanos() / CALLS;
      floor.scheduleAtFixedRate(
          () -> {
            if (next[0] == CALLS) {
              next[0] = 0;
              k[0]++;
            }
            int i = next[0]++;
            topics.write(heardNow(calls.get(i), k[0], i));
          },
          0,
          everyNs,
          TimeUnit.NANOSECONDS);
      page.waitForTimeout(3_000);
      page.evaluate(FRAMES);
      page.waitForTimeout(SECONDS * 1_000.0);
      report("frame, ms", numbers(page, "window.frames_"));
      report("window to page, ms", numbers(page, "window.ages"));
    } finally {
      floor.shutdownNow();
    }
  }

  private Page browserPage() {
    Page page = open("/history", ColorScheme.LIGHT, 1440, 900);
    page.addInitScript(WATCH);
    return page;
  }

  /** A window that ends now. */
  private static EmotionEvent heardNow(CallScript call, long k, int i) {
    float anger = (float) (0.3 + 0.3 * Math.sin(k / 9.0 + i) + (i % ANGRY_EVERY == 0 ? 0.3 : 0));
    EmotionEvent event =
        call.heard(k, anger >= 0.5 ? "angry" : "calm", Map.of("angry", anger, "calm", 1 - anger));
    event.setEndsAt(Instant.now());
    return event;
  }

  @SuppressWarnings("unchecked")
  private static List<Double> numbers(Page page, String name) {
    return ((List<Number>) page.evaluate(name)).stream().map(Number::doubleValue).sorted().toList();
  }

  private static void report(String what, List<Double> sorted) {
    System.out.printf(
        "%s: %d measured, p50 %.1f, p99 %.1f, most %.1f%n",
        what, sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }
}
