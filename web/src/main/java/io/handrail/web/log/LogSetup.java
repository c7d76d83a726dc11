package io.handrail.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;

/**
 * Where the log goes: to the file that the system property {@code handrail.log} names (eight of 5
 * MB each), else to standard error. {@code handrail.log.level} is the level of our own packages.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    var layout = new PlainLine();
    layout.setContext(logs);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(logs);
    encoder.setLayout(layout);
    encoder.start();
    String file = System.getProperty("handrail.log");
    OutputStreamAppender<ILoggingEvent> out = file == null ? console(logs) : file(logs, file);
    out.setEncoder(encoder);
    out.start();
    var root = logs.getLogger("ROOT");
    root.setLevel(Level.WARN);
    root.addAppender(out);
    logs.getLogger("io.handrail")
        .setLevel(Level.toLevel(System.getProperty("handrail.log.level"), Level.INFO));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static OutputStreamAppender<ILoggingEvent> console(LoggerContext logs) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(logs);
    console.setTarget("System.err");
    return console;
  }

  private static OutputStreamAppender<ILoggingEvent> file(LoggerContext logs, String file) {
    var rolling = new RollingFileAppender<ILoggingEvent>();
    rolling.setContext(logs);
    rolling.setFile(file);
    var window = new FixedWindowRollingPolicy();
    window.setContext(logs);
    window.setParent(rolling);
    window.setFileNamePattern(file + ".%i");
    window.setMinIndex(1);
    window.setMaxIndex(7);
    window.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(logs);
    size.setMaxFileSize(FileSize.valueOf("5MB"));
    size.start();
    rolling.setRollingPolicy(window);
    rolling.setTriggeringPolicy(size);
    return rolling;
  }
}
