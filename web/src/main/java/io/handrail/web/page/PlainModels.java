package io.handrail.web.page;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.OptionalInt;

/** Lets templates read records by their components and see an empty Optional as missing. */
final class PlainModels extends DefaultObjectWrapper {
  PlainModels() {
    super(Configuration.VERSION_2_3_34);
    setIterableSupport(true);
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    return switch (value) {
      case Optional<?> optional -> wrap(optional.orElse(null));
      case OptionalInt optional -> optional.isPresent() ? super.wrap(optional.getAsInt()) : null;
      case Record record when !isPublic(record.getClass()) -> new RecordModel(record, this);
      case null, default -> super.wrap(value);
    };
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
      if (!Modifier.isPublic(c.getModifiers())) return false;
    }
    return true;
  }
}
