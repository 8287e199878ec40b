package io.temperline.dashboard.tryit;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a voice from a browser: binary messages of 20 ms, 16-bit little-endian PCM at 16 kHz. The
 * first answer names the call, under which its emotions can be read as those of any other.
 */
@ServerWebSocket("/api/try")
@Requires(property = "dashboard.try-it.enabled", notEquals = "false")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TryItSocket {

  private static final Logger log = LoggerFactory.getLogger(TryItSocket.class);
  private static final int POLICY = CloseReason.POLICY_VIOLATION.getCode();

  private final TrialTopics topics;
  private final TryItSettings settings;
  private final Clock clock;
  private final Map<String, Trial> trials = new ConcurrentHashMap<>();

  TryItSocket(TrialTopics topics, TryItSettings settings, Clock clock) {
    this.topics = topics;
    this.settings = settings;
    this.clock = clock;
  }

  @OnOpen
  synchronized void open(WebSocketSession session, HttpRequest<?> request) {
    if (!isFromOurPage(request)) {
      session.close(new CloseReason(POLICY, "only the dashboard's own page may ask for this"));
      return;
    }
    if (trials.size() >= settings.atOnce()) {
      session.close(new CloseReason(POLICY, "too many speak at the moment, try again soon"));
      return;
    }
    try {
      Trial trial = Trial.begin(topics, clock, settings.longest());
      trials.put(session.getId(), trial);
      session.sendSync(trial.callId());
    } catch (RuntimeException e) {
      log.warn("A trial cannot begin: {}", e.getMessage());
      session.close(new CloseReason(POLICY, "Kafka does not take the audio"));
    }
  }

  @OnMessage(maxPayloadLength = 2 * Trial.FRAME_BYTES)
  void hear(byte[] samples, WebSocketSession session) {
    Trial trial = trials.get(session.getId());
    if (trial == null) {
      return; // it is being closed
    }
    try {
      synchronized (trial) {
        trial.hear(samples);
      }
    } catch (EndedTrialException e) {
      session.close(new CloseReason(POLICY, e.getMessage()));
    }
  }

  @OnClose
  void close(WebSocketSession session) {
    Trial trial = trials.remove(session.getId());
    if (trial != null) {
      synchronized (trial) {
        trial.end();
      }
    }
  }

  @OnError
  void failed(WebSocketSession session, Throwable e) {
    log.warn("A trial broke off: {}", e.toString());
    close(session);
    session.close(CloseReason.INTERNAL_ERROR);
  }

  /** A browser sends any page's requests for sockets, and names the page in the origin. */
  private static boolean isFromOurPage(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return origin == null || (host != null && host.equals(URI.create(origin).getAuthority()));
  }
}
