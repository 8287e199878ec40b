package io.temperline.dashboard.status;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Collects answers of which some may not come, and why the first of those did not. */
final class Answers {

  private String problem;

  /**
   * The answer, or {@code otherwise}; after one that did not come in time nothing more is asked.
   */
  <T> T or(Callable<T> question, T otherwise) {
    if (problem != null) {
      return otherwise;
    }
    try {
      return question.call();
    } catch (TimeoutException e) {
      problem = "Kafka does not answer";
    } catch (ExecutionException e) {
      problem = String.valueOf(e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "interrupted";
    } catch (Exception e) {
      problem = String.valueOf(e.getMessage());
    }
    return otherwise;
  }

  /** Why something was not answered; null where all was. */
  String problem() {
    return problem;
  }
}
