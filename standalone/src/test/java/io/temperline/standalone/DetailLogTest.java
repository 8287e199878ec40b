package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DetailLogTest {

  @TempDir Path folder;

  @AfterEach
  void logToTheConsoleAgain() {
    System.clearProperty("temperline.log");
    Configurator.reconfigure();
  }

  @Test
  void theFileHoldsOurDetailsWithTheirCausesAndTheWarningsOfOthers() throws Exception {
    Path file = DetailLog.into(folder);

    LoggerFactory.getLogger("io.temperline.some").info("detail", new IllegalStateException("why"));
    LoggerFactory.getLogger("org.apache.kafka.some").info("chatter");
    LoggerFactory.getLogger("org.apache.kafka.some").warn("warning");

    assertThat(Files.readString(file))
        .contains("INFO", "detail", "IllegalStateException: why", "WARN", "warning")
        .doesNotContain("chatter");
  }
}
