package io.temperline.standalone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What Temperline says in its log while this is open, in place of the console. */
public final class LogLines extends AbstractAppender implements AutoCloseable {

  private static final String OURS = "io.temperline";

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogLines() {
    super("lines", null, null, true, Property.EMPTY_ARRAY);
  }

  public static LogLines open() {
    LogLines lines = new LogLines();
    lines.start();
    LoggerConfig ours = lines.context.getConfiguration().getLoggerConfig(OURS);
    ours.removeAppender("console");
    ours.addAppender(lines, Level.WARN, null);
    return lines;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    Configurator.reconfigure();
    stop();
  }
}
