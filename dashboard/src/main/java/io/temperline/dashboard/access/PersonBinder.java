package io.temperline.dashboard.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives controllers the one who asks. */
@Singleton
final class PersonBinder implements TypedRequestArgumentBinder<Person> {

  private final People people;

  PersonBinder(People people) {
    this.people = people;
  }

  @Override
  public Argument<Person> argumentType() {
    return Argument.of(Person.class);
  }

  @Override
  public BindingResult<Person> bind(
      ArgumentConversionContext<Person> context, HttpRequest<?> request) {
    return () -> people.sending(request);
  }
}
