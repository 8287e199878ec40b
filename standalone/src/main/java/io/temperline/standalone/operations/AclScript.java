package io.temperline.standalone.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;

/** Grants as lines for a shell, by Kafka's own tool. */
final class AclScript {

  private static final int WIDTH = 110;
  private static final String CONTINUED = " \\" + System.lineSeparator() + "    ";

  private final String bootstrapServers;

  AclScript(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  String of(Role role, String principal, List<Grant> grants) {
    return "# %s%n".formatted(role.description())
        + grants.stream().map(grant -> command(principal, grant)).collect(Collectors.joining());
  }

  private String command(String principal, Grant grant) {
    List<String> words = new ArrayList<>();
    words.add("--add --allow-principal " + principal);
    grant.operations().forEach(operation -> words.add("--operation " + camelCase(operation)));
    if (grant.pattern() == PatternType.PREFIXED) {
      words.add("--resource-pattern-type prefixed");
    }
    grant.names().forEach(name -> words.add(option(grant) + " " + name));
    return "kafka-acls.sh --bootstrap-server %s --command-config admin.properties"
            .formatted(bootstrapServers)
        + wrapped(words)
        + System.lineSeparator();
  }

  private static String option(Grant grant) {
    return "--" + grant.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the tool writes them: DescribeConfigs. */
  private static String camelCase(AclOperation operation) {
    return Stream.of(operation.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Each line continues the one before it. */
  private static String wrapped(List<String> words) {
    StringBuilder text = new StringBuilder();
    int column = WIDTH;
    for (String word : words) {
      if (column + word.length() > WIDTH) {
        text.append(CONTINUED);
        column = 0;
      } else {
        text.append(' ');
      }
      text.append(word);
      column += word.length() + 1;
    }
    return text.toString();
  }
}
