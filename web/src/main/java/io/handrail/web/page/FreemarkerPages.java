package io.handrail.web.page;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Renders {@code views/<service>/<view>.ftlh}, else {@code views/<view>.ftlh}. Every {@code ${...}}
 * is escaped for HTML, no class can be reached, and a missing value, key or template is an error: a
 * page comes out whole or not at all.
 */
@Singleton
@Produces(MediaType.TEXT_HTML)
public class FreemarkerPages<T> implements ViewsRenderer<T, HttpRequest<?>> {
  private final Configuration templates;
  private final Messages messages;
  private final Languages languages;
  private final Assets assets;
  private final String service;

  FreemarkerPages(
      Messages messages,
      Languages languages,
      Assets assets,
      @Value("${handrail.service}") String service) {
    this.messages = messages;
    this.languages = languages;
    this.assets = assets;
    this.service = service;
    this.templates = configured(service);
  }

  private static Configuration configured(String service) {
    var templates = new Configuration(Configuration.VERSION_2_3_34);
    ClassLoader loader = FreemarkerPages.class.getClassLoader();
    templates.setTemplateLoader(
        new MultiTemplateLoader(
            new TemplateLoader[] {
              new ClassTemplateLoader(loader, "views/" + service),
              new ClassTemplateLoader(loader, "views")
            }));
    templates.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    templates.setDefaultEncoding("UTF-8");
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setRecognizeStandardFileExtensions(true);
    templates.setObjectWrapper(new PlainModels());
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setAPIBuiltinEnabled(false);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setWrapUncheckedExceptions(true);
    templates.setNumberFormat("computer");
    templates.setBooleanFormat("c");
    return templates;
  }

  /**
   * The whole page as text.
   *
   * @throws BrokenPage naming the template only, never what it was given
   */
  public String text(String view, @Nullable Object model, @Nullable HttpRequest<?> request) {
    String language = languages.of(model, request);
    ZoneId zone = model instanceof Localised reader ? reader.zone() : ZoneOffset.UTC;
    Map<String, TemplateModel> own =
        new HashMap<>(new Words(messages, language, zone).functions(assets));
    var out = new StringWriter(8192);
    try {
      own.put("lang", templates.getObjectWrapper().wrap(language));
      own.put("languages", templates.getObjectWrapper().wrap(messages.languages()));
      own.put("service", templates.getObjectWrapper().wrap(service));
      own.put("path", templates.getObjectWrapper().wrap(request == null ? "" : request.getPath()));
      var template = templates.getTemplate(view + ".ftlh", Locale.forLanguageTag(language));
      var page = template.createProcessingEnvironment(root(own, model), out);
      page.setLocale(Locale.forLanguageTag(language));
      page.process();
      return out.toString();
    } catch (IOException | TemplateException e) {
      throw new BrokenPage(view, e);
    }
  }

  private TemplateHashModel root(Map<String, TemplateModel> own, @Nullable Object model)
      throws TemplateModelException {
    TemplateModel wrapped = model == null ? null : templates.getObjectWrapper().wrap(model);
    TemplateHashModel of = wrapped instanceof TemplateHashModel hash ? hash : null;
    return new TemplateHashModel() {
      @Override
      public TemplateModel get(String key) throws TemplateModelException {
        TemplateModel value = own.get(key);
        return value != null || of == null ? value : of.get(key);
      }

      @Override
      public boolean isEmpty() {
        return false;
      }
    };
  }

  @Override
  public Writable render(String view, @Nullable T data, @Nullable HttpRequest<?> request) {
    String page = text(view, data, request); // now, so that a fault is a fault and not half a page
    return out -> out.write(page);
  }

  @Override
  public boolean exists(String view) {
    ClassLoader loader = FreemarkerPages.class.getClassLoader();
    return loader.getResource("views/" + service + "/" + view + ".ftlh") != null
        || loader.getResource("views/" + view + ".ftlh") != null;
  }

  /** A template failed. */
  public static final class BrokenPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPage(String view, Exception cause) {
      super("page " + view, cause);
    }
  }
}
