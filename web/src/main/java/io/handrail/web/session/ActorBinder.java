package io.handrail.web.session;

import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a controller method its {@link Actor}, made from the session alone. The wrong kind of actor
 * finds nothing there; nobody is asked to sign in. A method that also serves strangers takes a
 * {@code Nullable} one.
 */
abstract class ActorBinder<A extends Actor> implements TypedRequestArgumentBinder<A> {
  private final Argument<A> kind;

  ActorBinder(Class<A> kind) {
    this.kind = Argument.of(kind);
  }

  @Override
  public Argument<A> argumentType() {
    return kind;
  }

  @Override
  public BindingResult<A> bind(ArgumentConversionContext<A> context, HttpRequest<?> source) {
    Optional<SignedIn> who =
        source
            .getUserPrincipal(Authentication.class)
            .filter(SignedIn.class::isInstance)
            .map(SignedIn.class::cast);
    Optional<A> actor =
        who.map(SignedIn::actor).filter(kind.getType()::isInstance).map(kind.getType()::cast);
    if (actor.isEmpty() && !context.getArgument().isNullable()) {
      throw new AuthorizationException(who.orElse(null));
    }
    return () -> actor;
  }

  @Singleton
  static final class OfClient extends ActorBinder<ClientActor> {
    OfClient() {
      super(ClientActor.class);
    }
  }

  @Singleton
  static final class OfStaff extends ActorBinder<StaffActor> {
    OfStaff() {
      super(StaffActor.class);
    }
  }

  @Singleton
  static final class OfAnyone extends ActorBinder<Actor> {
    OfAnyone() {
      super(Actor.class);
    }
  }
}
