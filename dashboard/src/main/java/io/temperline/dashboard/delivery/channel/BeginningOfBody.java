package io.temperline.dashboard.delivery.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes in no more of an answer than people may want to read, however long it is. */
final class BeginningOfBody implements BodySubscriber<String> {

  private static final int MOST_BYTES = 512;

  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      byte[] bytes = new byte[Math.min(part.remaining(), MOST_BYTES - beginning.size())];
      part.get(bytes);
      beginning.writeBytes(bytes);
    }
    if (beginning.size() < MOST_BYTES) {
      subscription.request(1);
    } else {
      subscription.cancel();
      onComplete();
    }
  }

  /** The answer's status came already, and that is what counts. */
  @Override
  public void onError(Throwable error) {
    onComplete();
  }

  @Override
  public void onComplete() {
    text.complete(beginning.toString(UTF_8));
  }
}
