package io.temperline.dashboard.login;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.temperline.dashboard.access.People;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Lets nobody who has logged in change more than a person can. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ChangeLimit implements Ordered {

  private static final int TIMES = 120;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final Set<HttpMethod> CHANGES_NOTHING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final People people;
  private final Allowance changes;

  ChangeLimit(People people, Clock clock) {
    this.people = people;
    this.changes = new Allowance(TIMES, WITHIN, clock);
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    if (CHANGES_NOTHING.contains(request.getMethod())) {
      return null;
    }
    return people
        .sending(request)
        .filter(person -> !person.isEverybody() && !changes.take(person.name()))
        .map(
            person ->
                TooMany.response(request, "that is more than a person changes", changes.pause()))
        .orElse(null);
  }
}
