package io.handrail.care.mongo;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.conversation.Turn;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is stored, found by walking {@link Shelves}; a new shelf or component is found by itself.
 */
final class StoredTypes {
  private StoredTypes() {}

  /** What shelves hold at the top. */
  static List<Class<?>> roots() {
    Stream<Class<?>> shelved =
        Arrays.stream(Shelves.class.getMethods())
            .filter(m -> m.getReturnType() == Shelf.class)
            .map(Method::getGenericReturnType)
            .map(t -> (Class<?>) ((ParameterizedType) t).getActualTypeArguments()[1]);
    return Stream.concat(shelved, Stream.of(Turn.class)).distinct().toList();
  }

  /** Every record, enum and sealed family of the house that a root can hold. */
  static Set<Class<?>> all() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    roots().forEach(root -> walk(root, seen));
    return seen;
  }

  private static void walk(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType p) {
      Arrays.stream(p.getActualTypeArguments()).forEach(a -> walk(a, seen));
    } else if (type instanceof Class<?> raw
        && raw.getName().startsWith("io.handrail")
        && seen.add(raw)) {
      if (raw.isSealed()) Arrays.stream(raw.getPermittedSubclasses()).forEach(s -> walk(s, seen));
      if (raw.isRecord()) {
        Arrays.stream(raw.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .forEach(t -> walk(t, seen));
      }
    }
  }
}
