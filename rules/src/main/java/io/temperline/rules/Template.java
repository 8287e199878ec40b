package io.temperline.rules;

import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text for people with expressions in it, as in {@code Anger {{ anger }}}. */
public final class Template {

  /** A stretch of text as it is, or an expression. */
  sealed interface Part {

    record Plain(String text) implements Part {}

    record Computed(Expression expression) implements Part {}
  }

  private final String source;
  private final List<Part> parts;

  Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Computed computed) {
        references.addAll(computed.expression().references());
      }
    }
    return references;
  }

  /** What it says of a moment; what is not known is called unknown. */
  String render(Moment moment, Hold hold) {
    CelVariableResolver values =
        name ->
            switch (name) {
              case "holding" -> Optional.of(hold.held());
              case "peak" ->
                  hold.peak().isPresent()
                      ? Optional.of(hold.peak().getAsDouble())
                      : Optional.empty();
              default -> moment.value(name);
            };
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          part instanceof Part.Computed computed
              ? computed.expression().evaluate(values).map(Template::readable).orElse("unknown")
              : ((Part.Plain) part).text());
    }
    return text.toString();
  }

  private static String readable(Object value) {
    if (value instanceof Double number) {
      return rounded(number);
    }
    return value instanceof Duration duration ? Durations.format(duration) : value.toString();
  }

  private static String rounded(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && source.equals(template.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
