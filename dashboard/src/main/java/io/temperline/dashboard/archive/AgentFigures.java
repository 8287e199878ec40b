package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.schemas.ConversationSide;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How an agent talks with callers: figures of conversation, and nothing of how anybody feels.
 *
 * @param calls of which the agent's side is known
 * @param talkShare the agent's part of all speech, 0 to 1
 * @param syllablesPerSecond of the agent's speech
 * @param responseMs the mean of the agent's responses
 * @param interruptionsPerCall how often the agent cut in on a caller, a call
 * @param longestMonologueMs in any of the calls
 */
@Serdeable
record AgentFigures(
    String agent,
    int calls,
    @Nullable Double talkShare,
    @Nullable Double syllablesPerSecond,
    @Nullable Double responseMs,
    double interruptionsPerCall,
    long longestMonologueMs) {

  /** By the agents' names. */
  static List<AgentFigures> of(List<Filed> calls) {
    Map<String, List<ConversationSide>> sides =
        calls.stream()
            .filter(filed -> filed.call().agent() != null && filed.agentSide() != null)
            .collect(
                Collectors.groupingBy(
                    filed -> filed.call().agent(),
                    TreeMap::new,
                    Collectors.mapping(Filed::agentSide, Collectors.toList())));
    return sides.entrySet().stream().map(agent -> of(agent.getKey(), agent.getValue())).toList();
  }

  private static AgentFigures of(String agent, List<ConversationSide> sides) {
    return new AgentFigures(
        agent,
        sides.size(),
        ratio(
            sides.stream()
                .filter(side -> side.getTalkShare() != null && side.getTalkShare() > 0)
                .toList(),
            ConversationSide::getSpeechMs,
            side -> side.getSpeechMs() / side.getTalkShare()),
        ratio(
            sides.stream().filter(side -> side.getSyllablesPerSecond() != null).toList(),
            side -> side.getSyllablesPerSecond() * side.getSpeechMs(),
            ConversationSide::getSpeechMs),
        ratio(
            sides.stream().filter(side -> side.getMeanResponseMs() != null).toList(),
            side -> (double) side.getMeanResponseMs() * side.getResponses(),
            ConversationSide::getResponses),
        sides.stream().mapToInt(ConversationSide::getInterruptions).average().orElse(0),
        sides.stream().mapToLong(ConversationSide::getLongestMonologueMs).max().orElse(0));
  }

  private static Double ratio(
      List<ConversationSide> sides,
      ToDoubleFunction<ConversationSide> over,
      ToDoubleFunction<ConversationSide> under) {
    double base = sides.stream().mapToDouble(under).sum();
    return base == 0 ? null : sides.stream().mapToDouble(over).sum() / base;
  }
}
