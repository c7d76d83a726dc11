package io.handrail.care.mongo;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values as JSON, without an annotation on any of them: records by their components, sealed
 * families by a {@code kind} (the simple name of the record), times as ISO text, an empty Optional
 * left out.
 *
 * <p>It is strict, because a document half understood is worse than one refused: an unknown kind,
 * an unknown property, a missing part and a null are faults. Only an Optional may be missing, so
 * that a record can grow by an Optional and old documents still read.
 *
 * @param <V> the type of the values
 */
final class Json<V> {
  /** Half of what MongoDB takes, so that sealing and framing never tip a document over. */
  private static final int BYTES_MAX = 8 << 20;

  private static final ObjectMapper MAPPER = mapper();

  private final String kind;
  private final JavaType type;

  Json(String kind, Class<V> type) {
    this.kind = kind;
    this.type = MAPPER.constructType(type);
  }

  byte[] write(V value) {
    try {
      byte[] json = MAPPER.writerFor(type).writeValueAsBytes(value);
      if (json.length <= BYTES_MAX) return json;
      throw new StoreFault(Category.UNSTORABLE, "a " + kind + " is too large to be stored");
    } catch (JsonProcessingException e) {
      // Not chained: the messages of the parser quote what they choke on.
      throw new StoreFault(Category.UNSTORABLE, "a " + kind + " cannot be written: " + name(e));
    }
  }

  V read(byte[] json) {
    try {
      return MAPPER.readerFor(type).readValue(json);
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreFault(Category.UNREADABLE, "a " + kind + " cannot be read: " + name(e));
    }
  }

  private static String name(Exception e) {
    return e.getClass().getSimpleName();
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new SealedByKind())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.SETTER, Visibility.NONE)
            .withConfigOverride(
                Optional.class,
                o ->
                    o.setInclude(
                        JsonInclude.Value.construct(
                            JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)))
            .build();
    mapper.getSerializerProvider().setNullValueSerializer(new NoNulls());
    return mapper;
  }

  /** A null would be stored and then never read again, so it is refused while it can be mended. */
  private static final class NoNulls extends JsonSerializer<Object> {
    @Override
    public void serialize(Object none, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      throw JsonMappingException.from(out, "a part is null");
    }
  }

  /** Reads {@code sealed} as other houses read {@code @JsonTypeInfo} and {@code @JsonSubTypes}. */
  private static final class SealedByKind extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public TypeResolverBuilder<?> findTypeResolver(
        MapperConfig<?> config, AnnotatedClass of, JavaType baseType) {
      if (!sealedFamily(of.getRawType())) return super.findTypeResolver(config, of, baseType);
      return new StdTypeResolverBuilder()
          .init(JsonTypeInfo.Id.NAME, null)
          .inclusion(JsonTypeInfo.As.PROPERTY)
          .typeProperty("kind");
    }

    @Override
    public List<NamedType> findSubtypes(Annotated of) {
      if (!sealedFamily(of.getRawType())) return super.findSubtypes(of);
      var members = new ArrayList<NamedType>();
      collect(of.getRawType(), members);
      return members;
    }

    private static boolean sealedFamily(Class<?> type) {
      return type.isInterface() && type.isSealed();
    }

    private static void collect(Class<?> family, List<NamedType> members) {
      for (Class<?> member : family.getPermittedSubclasses()) {
        if (sealedFamily(member)) {
          collect(member, members);
        } else {
          members.add(new NamedType(member, member.getSimpleName()));
        }
      }
    }
  }
}
