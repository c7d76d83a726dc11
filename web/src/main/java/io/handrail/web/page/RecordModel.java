package io.handrail.web.page;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * A record that is not public, read by its components and its other methods without arguments, as
 * {@code page.name}. Freemarker itself sees public classes only, and a page's model has no business
 * being public.
 */
final class RecordModel implements TemplateHashModel, TemplateScalarModel, WrapperTemplateModel {
  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> readers = new HashMap<>();
          for (Method method : type.getDeclaredMethods()) {
            boolean reads =
                method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())
                    && !Modifier.isPrivate(method.getModifiers())
                    && !method.isSynthetic();
            if (!reads) continue;
            method.setAccessible(true);
            readers.put(method.getName(), method);
          }
          return Map.copyOf(readers);
        }
      };
  private final Record value;
  private final ObjectWrapper wrapper;

  RecordModel(Record value, ObjectWrapper wrapper) {
    this.value = value;
    this.wrapper = wrapper;
  }

  @Override
  public TemplateModel get(String key) throws TemplateModelException {
    Method reader = READERS.get(value.getClass()).get(key);
    if (reader == null) return null;
    try {
      return wrapper.wrap(reader.invoke(value));
    } catch (ReflectiveOperationException e) {
      throw new TemplateModelException("cannot read " + key, e);
    }
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public String getAsString() {
    return value.toString();
  }

  @Override
  public Object getWrappedObject() {
    return value;
  }
}
