package io.handrail.web.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads who is asking from the access cookie, and from nothing else. */
@Singleton
class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final Scheduler blocking;

  SessionFetcher(
      Sessions sessions,
      SessionCookies cookies,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    Optional<String> token = cookies.access(request);
    if (token.isEmpty()) return Mono.empty();
    AccessTokens.Claims claims = sessions.read(token.get());
    if (claims == null) return Mono.empty();
    Optional<SignedIn> atHand = sessions.holderAtHand(claims);
    if (atHand != null) return Mono.<Authentication>justOrEmpty(atHand);
    return Mono.<Authentication>fromCallable(() -> sessions.holder(claims).orElse(null))
        .subscribeOn(blocking);
  }
}
