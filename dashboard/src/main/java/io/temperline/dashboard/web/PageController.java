package io.temperline.dashboard.web;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URL;

/** The pages. What they are made of lies under {@code /assets}. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Hidden
final class PageController {

  private final ResourceResolver resources;

  PageController(ResourceResolver resources) {
    this.resources = resources;
  }

  @Get("/")
  HttpResponse<StreamedFile> floor() {
    return page("floor.html");
  }

  @Get("/history")
  HttpResponse<StreamedFile> history() {
    return page("history.html");
  }

  @Get("/queues")
  HttpResponse<StreamedFile> queues() {
    return page("queues.html");
  }

  @Get("/rules")
  HttpResponse<StreamedFile> rules() {
    return page("rules.html");
  }

  @Get("/try")
  HttpResponse<StreamedFile> tryIt() {
    return page("try.html");
  }

  @Get("/status")
  HttpResponse<StreamedFile> status() {
    return page("status.html");
  }

  @Get("/audit")
  HttpResponse<StreamedFile> audit() {
    return page("audit.html");
  }

  @Get("/calls/{id}")
  HttpResponse<StreamedFile> call(String id) {
    return page("call.html");
  }

  private HttpResponse<StreamedFile> page(String name) {
    URL page = resources.getResource("classpath:static/" + name).orElseThrow();
    return HttpResponse.ok(new StreamedFile(page)).contentType(MediaType.TEXT_HTML_TYPE);
  }
}
