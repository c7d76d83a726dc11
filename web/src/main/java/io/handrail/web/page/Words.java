package io.handrail.web.page;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions a template may call, for one language and one reader's clock. */
final class Words {
  private final Messages messages;
  private final String language;
  private final ZoneId zone;
  private final Locale locale;

  Words(Messages messages, String language, ZoneId zone) {
    this.messages = messages;
    this.language = language;
    this.zone = zone;
    this.locale = Locale.forLanguageTag(language);
  }

  Map<String, TemplateModel> functions(Assets assets) {
    return Map.of(
        "t", function(args -> messages.text(language, text(args, 0), rest(args, 1).toArray())),
        "tn",
            function(
                args -> messages.counted(language, text(args, 0), count(args, 1), rest(args, 2))),
        "has", function(args -> messages.has(language, text(args, 0))),
        "asset", function(args -> assets.versioned(text(args, 0))),
        "day", function(args -> in(args, daily("EEEE d MMMM", "EEEE d 'de' MMMM"))),
        "date", function(args -> in(args, daily("d MMM yyyy", "d MMM yyyy"))),
        "clock", function(args -> in(args, DateTimeFormatter.ofPattern("HH:mm", locale))),
        "iso", function(args -> local(args.getFirst()).toString()));
  }

  private DateTimeFormatter daily(String english, String spanish) {
    return DateTimeFormatter.ofPattern("es".equals(language) ? spanish : english, locale);
  }

  private String in(List<?> args, DateTimeFormatter format) throws TemplateModelException {
    return format.format(atReader(local(args.getFirst())));
  }

  private TemporalAccessor atReader(TemporalAccessor time) {
    return switch (time) {
      case Instant instant -> instant.atZone(zone);
      case OffsetDateTime offset -> offset.atZoneSameInstant(zone);
      case ZonedDateTime zoned -> zoned.withZoneSameInstant(zone);
      case LocalDateTime local -> local;
      case LocalDate date -> date.atStartOfDay();
      case LocalTime clock -> clock;
      default -> throw new IllegalArgumentException("not a time a page can show");
    };
  }

  private static TemporalAccessor local(Object argument) throws TemplateModelException {
    if (plain(argument) instanceof TemporalAccessor time) return time;
    throw new TemplateModelException("expected a java.time value");
  }

  private static String text(List<?> args, int index) throws TemplateModelException {
    if (args.size() > index && args.get(index) instanceof TemplateScalarModel text) {
      return text.getAsString();
    }
    throw new TemplateModelException("expected text at place " + index);
  }

  private static long count(List<?> args, int index) throws TemplateModelException {
    if (args.size() > index && args.get(index) instanceof TemplateNumberModel number) {
      return number.getAsNumber().longValue();
    }
    throw new TemplateModelException("expected a number at place " + index);
  }

  private static List<Object> rest(List<?> args, int from) throws TemplateModelException {
    List<Object> plain = new ArrayList<>();
    for (int i = from; i < args.size(); i++) {
      Object value = plain(args.get(i));
      if (value == null) throw new TemplateModelException("nothing at place " + i);
      plain.add(value);
    }
    return plain;
  }

  private static Object plain(Object model) throws TemplateModelException {
    return switch (model) {
      case WrapperTemplateModel wrapped -> wrapped.getWrappedObject();
      case TemplateNumberModel number -> number.getAsNumber();
      case TemplateScalarModel text -> text.getAsString();
      case null, default -> null;
    };
  }

  private interface Body {
    Object call(List<?> args) throws TemplateModelException;
  }

  private static TemplateMethodModelEx function(Body body) {
    return args -> body.call(args);
  }
}
