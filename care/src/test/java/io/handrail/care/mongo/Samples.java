package io.handrail.care.mongo;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.MessageId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes values of any record out of a seed, so that one seed replays a whole run. */
final class Samples {
  private static final String[] WORDS = {
    "nobody",
    "Café",
    "“quoted”",
    "a\nb\t",
    "\\\"",
    "🙂",
    "日本",
    "null",
    "kind",
    "$where",
    "\u0000",
    "x"
  };
  private static final String[] ZONES = {"Europe/London", "America/New_York", "UTC", "+05:30"};

  private final Random random;

  Samples(long seed) {
    this.random = new Random(seed);
  }

  <T> T any(Class<T> type) {
    return type.cast(make(type, 0));
  }

  private Object make(Type type, int depth) {
    if (type instanceof ParameterizedType p) return collection(p, depth);
    Class<?> raw = (Class<?>) type;
    Object plain = plain(raw);
    if (plain != null) return plain;
    if (raw.isEnum()) return pick(raw.getEnumConstants());
    if (raw.isSealed()) return make(pick(members(raw, depth).toArray(Class<?>[]::new)), depth);
    if (raw.isRecord()) return record(raw, depth);
    throw new IllegalArgumentException("no samples of " + type);
  }

  /** Deep down, only members that end. */
  private static List<Class<?>> members(Class<?> family, int depth) {
    return Arrays.stream(family.getPermittedSubclasses())
        .filter(m -> depth < 6 || !holdsMore(m))
        .toList();
  }

  private static boolean holdsMore(Class<?> member) {
    return member.isRecord()
        && Arrays.stream(member.getRecordComponents())
            .anyMatch(c -> c.getGenericType().getTypeName().contains("Map<"));
  }

  private Object plain(Class<?> raw) {
    if (raw == String.class) return text();
    if (raw == int.class || raw == Integer.class) return 1 + random.nextInt(500);
    if (raw == long.class || raw == Long.class) return random.nextLong();
    if (raw == boolean.class || raw == Boolean.class) return random.nextBoolean();
    if (raw == double.class || raw == Double.class) return random.nextDouble();
    if (raw == Instant.class) {
      return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
    }
    if (raw == LocalDate.class) return LocalDate.ofEpochDay(random.nextInt(30_000));
    if (raw == LocalTime.class) return LocalTime.ofSecondOfDay(random.nextInt(86_400));
    if (raw == Duration.class) return Duration.ofMillis(random.nextInt());
    if (raw == ZoneId.class) return ZoneId.of(pick(ZONES));
    if (raw == ClinicId.class) return new ClinicId(id());
    if (raw == ClientId.class) return new ClientId(new ClinicId(id()), id());
    if (raw == StaffId.class) return new StaffId(new ClinicId(id()), id());
    if (raw == MessageId.class) return new MessageId("m" + id());
    return null;
  }

  private Object collection(ParameterizedType type, int depth) {
    Type[] of = type.getActualTypeArguments();
    Class<?> raw = (Class<?>) type.getRawType();
    int size = depth > 6 ? 0 : random.nextInt(4);
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(make(of[0], depth + 1));
    }
    if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) map.put(make(of[0], depth + 1), make(of[1], depth + 1));
      return map;
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < size; i++) all.add(make(of[0], depth + 1));
    if (raw == List.class) return all;
    if (raw == Set.class) return new LinkedHashSet<>(all);
    throw new IllegalArgumentException("no samples of " + type);
  }

  private Object record(Class<?> raw, int depth) {
    RecordComponent[] parts = raw.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(parts).map(c -> make(c.getGenericType(), depth + 1)).toArray();
    try {
      var constructor = raw.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + raw.getName(), e);
    }
  }

  private String text() {
    var text = new StringBuilder(pick(WORDS));
    for (int i = random.nextInt(4); i > 0; i--) text.append(' ').append(pick(WORDS));
    return text.append('.').toString();
  }

  private String id() {
    return "i" + Long.toString(random.nextLong() >>> 1, 36);
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
