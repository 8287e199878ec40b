package io.temperline.standalone.operations;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Leave to do something.
 *
 * @param pattern whether the names are whole names or beginnings of names
 */
record Grant(
    List<AclOperation> operations, ResourceType type, PatternType pattern, List<String> names) {

  /** The same for the broker. */
  Stream<AclBinding> bindings(String principal) {
    return names.stream()
        .map(name -> new ResourcePattern(type, name, pattern))
        .flatMap(
            resource ->
                operations.stream()
                    .map(
                        operation ->
                            new AclBinding(
                                resource,
                                new AccessControlEntry(
                                    principal, "*", operation, AclPermissionType.ALLOW))));
  }
}
