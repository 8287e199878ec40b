package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.archive.Filed.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How queues fared, by the quarter hour. Times are epoch ms.
 *
 * @param quarters the begin of each quarter hour, in their order
 * @param queues by name, those without one last
 */
@Serdeable
record QueueView(List<Long> quarters, List<Queue> queues) {

  /**
   * @param name null for calls of no queue
   * @param cells one for each quarter hour, in their order
   */
  @Serdeable
  record Queue(@Nullable String name, List<Cell> cells) {}

  /**
   * @param calls that were going on in it
   * @param anger the mean of the callers' smoothed anger, 0 to 1; null where nothing was scored
   * @param alerts raised in it
   */
  @Serdeable
  record Cell(int calls, @Nullable Double anger, int alerts) {}

  static QueueView of(List<Filed> calls, long from, long to) {
    List<Long> quarters =
        LongStream.iterate(Filed.quarterOf(from), q -> q < to, q -> q + Filed.QUARTER_MS)
            .boxed()
            .toList();
    Map<String, List<Filed>> byQueue =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    filed -> filed.call().queue() == null ? "" : filed.call().queue(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Filed> withoutQueue = byQueue.remove("");
    List<Queue> queues =
        byQueue.entrySet().stream()
            .map(queue -> new Queue(queue.getKey(), cells(queue.getValue(), quarters)))
            .collect(Collectors.toList());
    if (withoutQueue != null) {
      queues.add(new Queue(null, cells(withoutQueue, quarters)));
    }
    return new QueueView(quarters, queues);
  }

  private static List<Cell> cells(List<Filed> calls, List<Long> quarters) {
    Map<Long, List<Part>> parts =
        calls.stream()
            .flatMap(filed -> filed.quarters().stream())
            .collect(Collectors.groupingBy(Part::from));
    return quarters.stream()
        .map(from -> cell(calls, from, parts.getOrDefault(from, List.of())))
        .toList();
  }

  private static Cell cell(List<Filed> calls, long from, List<Part> parts) {
    int windows = parts.stream().mapToInt(Part::windows).sum();
    double anger = parts.stream().mapToDouble(Part::anger).sum();
    Predicate<EndedCall> during =
        call -> call.startedAt() < from + Filed.QUARTER_MS && call.endedAt() >= from;
    return new Cell(
        (int) calls.stream().map(Filed::call).filter(during).count(),
        windows == 0 ? null : anger / windows,
        parts.stream().mapToInt(Part::alerts).sum());
  }
}
