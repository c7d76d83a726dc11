package io.handrail.chatbot.prompt;

import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A prompt whose templates are parsed. Only here is Freemarker known. */
final class ReadyPrompt {
  private static final Configuration CONFIGURATION = configuration();
  private static final int LANGUAGES_KEPT = 16;

  private final PromptFile file;
  private final Template system;
  private final Template user;
  private final Map<String, Counted> systemByLanguage = new ConcurrentHashMap<>();

  /** A text and what it takes. */
  private record Counted(String text, int tokens) {}

  /** Both parts of a filled prompt. */
  record Filled(String system, String user, int tokens) {}

  private ReadyPrompt(PromptFile file, Template system, Template user) {
    this.file = file;
    this.system = system;
    this.user = user;
  }

  /** Parses a prompt; empty, with a problem named, when it cannot be parsed. */
  static Optional<ReadyPrompt> of(PromptFile file, List<String> problems) {
    String name = file.ref().name();
    try {
      return Optional.of(
          new ReadyPrompt(
              file,
              new Template(name + ", system part,", file.system(), CONFIGURATION),
              new Template(name + ", user part,", file.user(), CONFIGURATION)));
    } catch (IOException e) {
      String first = e.getMessage().lines().findFirst().orElse("cannot be parsed");
      problems.add("prompts/" + name + ".ftl or a part of it: " + first);
      return Optional.empty();
    }
  }

  PromptFile file() {
    return file;
  }

  /** The system part knows the language alone: it is filled once, and providers can keep it. */
  Filled fill(CaseData data, int linesMax, int entriesMax) {
    return fill(data.language(), data.variables(linesMax, entriesMax));
  }

  /**
   * @param variables of the user part
   */
  Filled fill(String language, Map<String, Object> variables) {
    if (systemByLanguage.size() > LANGUAGES_KEPT) systemByLanguage.clear();
    Counted first =
        systemByLanguage.computeIfAbsent(
            language, l -> counted(filled(system, Map.of("language", l))));
    Counted second = counted(filled(user, variables));
    return new Filled(first.text, second.text, first.tokens + second.tokens);
  }

  private static Counted counted(String text) {
    return new Counted(text, Tokens.atMost(text));
  }

  /**
   * @throws IllegalStateException naming the template; its cause would quote the case
   */
  private static String filled(Template template, Map<String, Object> variables) {
    try {
      var out = new StringWriter(4096);
      template.process(variables, out);
      return out.toString();
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException(
          template.getName()
              + " could not be filled; the system part knows ${language} alone, the user part all");
    }
  }

  private static Configuration configuration() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(null);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    // Maps, lists and texts only: no template can reach a method.
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    return configuration;
  }
}
