package io.handrail.web.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line an event. Our own messages are written as they are: they are made of constants, counts
 * and ids. A library's message may quote what it was handed, so only its constant beginning is
 * written. Of an exception the class and its frames are written, never its message.
 */
final class PlainLine extends LayoutBase<ILoggingEvent> {
  private static final int FRAMES_MAX = 12;
  private static final int LIBRARY_WORDS_MAX = 80;

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringBuilder(160);
    line.append(Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS))
        .append(' ')
        .append(event.getLevel())
        .append(' ')
        .append(event.getLoggerName())
        .append(' ')
        .append(message(event));
    int depth = 0;
    for (IThrowableProxy fault = event.getThrowableProxy();
        fault != null && depth < 4;
        fault = fault.getCause(), depth++) {
      line.append("\n  ").append(depth == 0 ? "" : "caused by ").append(fault.getClassName());
      StackTraceElementProxy[] frames = fault.getStackTraceElementProxyArray();
      for (int i = 0; i < Math.min(FRAMES_MAX, frames.length); i++) {
        line.append("\n    ").append(frames[i].getSTEAsString());
      }
    }
    return line.append('\n').toString();
  }

  private static String message(ILoggingEvent event) {
    if (event.getLoggerName().startsWith("io.handrail.")) return event.getFormattedMessage();
    String pattern = String.valueOf(event.getMessage());
    int end = Math.min(pattern.length(), LIBRARY_WORDS_MAX);
    for (int i = 0; i < end; i++) {
      if (":{[('\"\n".indexOf(pattern.charAt(i)) >= 0) end = i;
    }
    return pattern.substring(0, end).strip();
  }
}
