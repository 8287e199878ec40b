package io.temperline.standalone.operations;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.temperline.dashboard.delivery.Deliveries;
import io.temperline.dashboard.rules.RulesTopic;
import io.temperline.streams.KeptState;
import io.temperline.streams.TopologyPlan;
import io.temperline.streams.TopologyPlan.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What each role needs of the broker, and no more. READ and WRITE imply DESCRIBE with the broker. A
 * producer that is idempotent or transactional needs nothing of the cluster since Kafka 3.0.
 */
final class Grants {

  /** The group in which a reader of the histories reads, as an example. */
  private static final String CRM_GROUP = "crm";

  private final TopologyPlan plan;

  Grants(TopologyPlan plan) {
    this.plan = plan;
  }

  List<Grant> of(Role role) {
    return switch (role) {
      case OPERATOR -> operator();
      case STREAMS -> streams();
      case GATEWAY -> List.of(topics(WRITE, List.of("temperline.audio", "temperline.calls")));
      case DASHBOARD -> dashboard();
      case CRM -> List.of(topics(READ, List.of("temperline.history")), group(CRM_GROUP));
      case ERASER ->
          List.of(topics(READ, keptTopics()), topics(WRITE, List.of("temperline.commands")));
    };
  }

  /** Where it is to be seen that something is gone. */
  private List<String> keptTopics() {
    return Stream.concat(
            Stream.of("temperline.history"),
            Stream.of(KeptState.values()).map(state -> state.changelog(plan.applicationId())))
        .toList();
  }

  private List<Grant> operator() {
    return List.of(
        new Grant(
            List.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS),
            TOPIC,
            PREFIXED,
            List.of("temperline.", internal())));
  }

  /** The internal topics are there already, so it need not create; it purges some of them. */
  private List<Grant> streams() {
    return List.of(
        topics(READ, plan.topics(Kind.SOURCE)),
        topics(WRITE, plan.topics(Kind.SINK)),
        new Grant(List.of(READ, WRITE), TOPIC, PREFIXED, List.of(internal())),
        topics(DELETE, plan.repartitions().stream().map(TopologyPlan.Repartition::topic).toList()),
        group(plan.applicationId()),
        new Grant(List.of(WRITE), TRANSACTIONAL_ID, PREFIXED, List.of(internal())));
  }

  /**
   * It reads its pages' topics without a group, delivers in one for each target, publishes rules,
   * tells how far the application is, and takes the voices of those who try it.
   */
  private List<Grant> dashboard() {
    return List.of(
        topics(
            READ,
            List.of(
                "temperline.calls",
                "temperline.emotions",
                "temperline.escalations",
                "temperline.history",
                "temperline.rules")),
        topics(
            WRITE,
            List.of(
                "temperline.audio",
                "temperline.calls",
                "temperline.commands",
                "temperline.rules",
                "temperline.undelivered")),
        topics(DESCRIBE, List.of("temperline.dead-letters")),
        new Grant(List.of(DESCRIBE), GROUP, LITERAL, List.of(plan.applicationId())),
        new Grant(List.of(READ), GROUP, PREFIXED, List.of(Deliveries.GROUP_PREFIX)),
        new Grant(List.of(WRITE), TRANSACTIONAL_ID, LITERAL, List.of(RulesTopic.TRANSACTIONS)));
  }

  /** How the names of internal topics and of transactions begin. */
  private String internal() {
    return plan.applicationId() + "-";
  }

  private static Grant topics(AclOperation operation, Collection<String> names) {
    return new Grant(List.of(operation), TOPIC, LITERAL, names.stream().sorted().toList());
  }

  private static Grant group(String name) {
    return new Grant(List.of(READ), GROUP, LITERAL, List.of(name));
  }
}
