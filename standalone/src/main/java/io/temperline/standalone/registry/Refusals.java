package io.temperline.standalone.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.List;

/** Why the registry refuses a request, with the status and error code of Confluent's server. */
final class Refusals {

  private Refusals() {}

  static RestClientException subjectNotFound(String subject) {
    return new RestClientException("Subject '%s' not found.".formatted(subject), 404, 40401);
  }

  static RestClientException versionNotFound(int version) {
    return new RestClientException("Version %d not found.".formatted(version), 404, 40402);
  }

  static RestClientException schemaNotFound(String which) {
    return new RestClientException("Schema%s not found".formatted(which), 404, 40403);
  }

  static RestClientException noLevelOfItsOwn(String subject) {
    return new RestClientException(
        "Subject '%s' does not have subject-level compatibility configured".formatted(subject),
        404,
        40408);
  }

  static RestClientException noSuchResource(String request) {
    return new RestClientException("This registry does not know " + request, 404, 404);
  }

  static RestClientException unreadableBody(String reason) {
    return new RestClientException("The request's body is not JSON: " + reason, 400, 400);
  }

  static RestClientException incompatible(String subject, List<String> reasons) {
    return new RestClientException(
        "Schema being registered is incompatible with an earlier schema for subject \"%s\","
                .formatted(subject)
            + " details: "
            + reasons,
        409,
        409);
  }

  static RestClientException invalidSchema(String reason) {
    return new RestClientException("Invalid schema: " + reason, 422, 42201);
  }

  static RestClientException invalidVersion(String version) {
    return new RestClientException(
        "The specified version '%s' is not a valid version id.".formatted(version)
            + " Allowed values are between [1, 2^31-1] and the string \"latest\"",
        422,
        42202);
  }

  static RestClientException invalidLevel(String level, List<String> levels) {
    return new RestClientException(
        "Invalid compatibility level %s. Valid values are %s".formatted(level, levels), 422, 42203);
  }
}
