package io.temperline.standalone.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.rules.PublishedSets;
import io.temperline.dashboard.rules.PublishedSets.Standing;
import io.temperline.dashboard.rules.RulesDesk;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.PublishedRules;
import io.temperline.standalone.TextTable;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules list}: the published rule sets. */
@Command(
    name = "list",
    description =
        "List the published rules: from when on, by whom, which are in force, and which were"
            + " withdrawn.")
final class ListCommand extends DeskCommand {

  @Option(names = "--json", description = "One JSON object a version.")
  private boolean json;

  @Override
  protected int run() throws IOException, InterruptedException {
    RulesDesk desk = desk();
    PublishedSets sets = desk.sets();
    Instant now = desk.now();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      for (PublishedRules set : withdrawnOnesToo(sets)) {
        out().println(mapper.writeValueAsString(object(set, sets.standing(set, now))));
      }
    } else {
      out().print(table(sets, now));
    }
    return 0;
  }

  private static Map<String, Object> object(PublishedRules set, Standing standing) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("version", set.getVersion());
    object.put("effectiveFrom", set.getEffectiveFrom().toString());
    object.put("publishedAt", set.getPublishedAt().toString());
    object.put("publishedBy", set.getPublishedBy());
    object.put("standing", standing.name());
    if (set.getWithdrawnAt() != null) {
      object.put("withdrawnAt", set.getWithdrawnAt().toString());
      object.put("withdrawnBy", set.getWithdrawnBy());
    }
    return object;
  }

  private static TextTable table(PublishedSets sets, Instant now) {
    TextTable table = new TextTable("version", "in force from", "published", "by", "");
    table.add(
        RuleSet.shipped().version(),
        "the beginning",
        "with the program",
        "",
        sets.inForceAt(now).isEmpty() ? inWords(Standing.IN_FORCE) : "");
    for (PublishedRules set : withdrawnOnesToo(sets)) {
      table.add(
          set.getVersion(),
          set.getEffectiveFrom(),
          set.getPublishedAt(),
          set.getPublishedBy(),
          set.getWithdrawnAt() == null
              ? inWords(sets.standing(set, now))
              : Withdrawal.inWords(set));
    }
    return table;
  }

  private static List<PublishedRules> withdrawnOnesToo(PublishedSets sets) {
    return Stream.concat(sets.all().stream(), sets.withdrawn().stream()).toList();
  }

  private static String inWords(Standing standing) {
    return switch (standing) {
      case COMING -> "to come";
      case IN_FORCE -> "in force";
      case OVER -> "";
      case UNUSABLE -> "cannot be used, is passed over";
      case WITHDRAWN -> "withdrawn";
    };
  }
}
