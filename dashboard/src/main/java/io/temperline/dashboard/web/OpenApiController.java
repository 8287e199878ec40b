package io.temperline.dashboard.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The description of the interface, made from the controllers as they were compiled. */
@Controller("/api/openapi.yaml")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Temperline",
            version = "1",
            description =
                "Live and past calls, alerts, rules and the state of the installation. Errors are"
                    + " problems after RFC 9457."))
final class OpenApiController {

  private static final String FILE = "classpath:META-INF/swagger/temperline.yml";

  private final ResourceResolver resources;

  OpenApiController(ResourceResolver resources) {
    this.resources = resources;
  }

  @Get
  HttpResponse<StreamedFile> description() {
    return HttpResponse.ok(new StreamedFile(resources.getResource(FILE).orElseThrow()))
        .contentType("application/yaml");
  }
}
