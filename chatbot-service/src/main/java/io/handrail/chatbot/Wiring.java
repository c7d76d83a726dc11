package io.handrail.chatbot;

import io.handrail.care.Shelves;
import io.handrail.care.measure.Instruments;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.alert.AlertPost;
import io.handrail.chatbot.alert.AlertSettings;
import io.handrail.chatbot.crisis.NumbersFile;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.ModelPhrasing;
import io.handrail.chatbot.model.ModelSettings;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.prompt.BadPrompts;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.CrisisNumbers;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.turn.Phrasing;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.Tending;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.web.up.Attention;
import io.handrail.web.up.CannotStart;
import io.handrail.web.up.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Puts the spine together: each port and who implements it. */
@Factory
class Wiring {
  /** Between nodes an open turn may be under way elsewhere; a single node knows it is not. */
  private static final Duration LOST_AMONG_NODES = Duration.ofSeconds(60);

  /** Read when the service starts, so that a bad file stops it before anybody is asked anything. */
  @Context
  Protocols protocols(Settings settings) {
    try {
      return ProtocolFolder.open(settings.protocols());
    } catch (ProtocolFolder.Refused e) {
      throw new CannotStart("A protocol file must be mended first (" + e.getMessage() + ")");
    }
  }

  @Context
  Instruments instruments(Settings settings) {
    try {
      return InstrumentFolder.open(settings.protocols());
    } catch (ProtocolFolder.Refused e) {
      throw new CannotStart("An instrument file must be mended first (" + e.getMessage() + ")");
    }
  }

  @Singleton
  Screen screen() {
    return new SafetyScreen();
  }

  @Singleton
  Guard guard(CrisisNumbers numbers) {
    return new RuleGuard(numbers.all());
  }

  @Bean(preDestroy = "close")
  @Context
  Phrasing phrasing(Settings settings, Clock clock) {
    try {
      Prompts prompts = Prompts.in(settings.prompts());
      return ModelSettings.read(System.getenv())
          .<Phrasing>map(model -> ModelPhrasing.from(model, prompts, clock))
          .orElseGet(NoModel::new);
    } catch (BadPrompts e) {
      throw new CannotStart("A prompt must be mended first:\n" + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new CannotStart("The model's settings cannot be used: " + e.getMessage() + ".");
    }
  }

  @Context
  TurnPipeline spine(
      Shelves shelves,
      Protocols protocols,
      Screen screen,
      Guard guard,
      Phrasing phrasing,
      CrisisNumbers numbers,
      Instruments instruments,
      Settings settings,
      Clock clock) {
    return new TurnPipeline(
        shelves,
        screen,
        numbers,
        new Stepping(shelves, protocols, phrasing, guard),
        instruments,
        clock,
        settings.mongodb().isPresent() ? LOST_AMONG_NODES : Duration.ZERO);
  }

  /** Begins with the house, as the chain does. */
  @Bean(preDestroy = "close")
  @Context
  Tending tending(TurnPipeline spine) {
    return spine.tending();
  }

  /** Settings are read when the service starts: a chain that cannot work must not seem to. */
  @Bean(preDestroy = "close")
  @Context
  AlertPost alertPost(Shelves shelves, Settings settings, Clock clock, NumbersFile numbers) {
    try {
      AlertSettings ways = AlertSettings.read(System.getenv(), settings.portalPort());
      var post = new AlertPost(shelves, clock, ways, settings.data());
      post.remarking(() -> numbers.trouble(clock));
      post.alike(ways, () -> Map.of("the table of crisis numbers", numbers.toString()));
      return post;
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          "Alerts cannot be delivered as they are set up: " + e.getMessage() + ".");
    }
  }

  /** The health page says that somebody must look; the log and the portal say at what. */
  @Singleton
  Attention nodesAttention(AlertPost post) {
    return () -> Optional.of("nodes_differ").filter(word -> post.nodesDiffer());
  }
}
